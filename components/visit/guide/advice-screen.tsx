'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Advice, Route } from '@/lib/advice/advice';
import type { Setting } from '@/lib/advice/visit';
import type { FactName } from '@/lib/facts/fact';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Link } from '@/lib/i18n/navigation';
import { ClockNote } from '../clock-note';
import { ResultDrawing } from '../drawings/result-drawing';
import { Furigana } from '../furigana';
import { usePrinting } from '../machine';
import { StageHeading } from '../stage-heading';
import { reopen } from './actions';
import { takeAlong } from './guide-store';
import { LookAround } from './look-around';
import { OtherWays } from './other-ways';
import { ReasonsNote } from './reasons-note';
import { RouteDates } from './route-dates';
import { RouteSteps } from './route-steps';
import { useRouteTitle } from './use-route-title';
import { useAnswerWords } from './use-words';

/** So many reasons say why; the rest is one tap away. */
const reasonsShown = 3;

interface AdviceProps {
  advice: Advice;
  setting: Setting;
}

/** The best way first, with its date; the reasons; what to bring; and what speaks against the other ways. */
export function AdviceScreen({ advice, setting }: AdviceProps) {
  const [best, ...others] = advice.routes;
  if (advice.errand === 'look-around') return <LookAround setting={setting} />;
  return (
    <div className="advice-screen">
      <BestWay advice={advice} route={best} today={setting.now.day} />
      <div className="advice-side">
        <Reasons route={best} advice={advice} />
        <BringList route={best} />
        <Notes advice={advice} />
      </div>
      <div className="advice-more">
        <OtherWays advice={advice} routes={others} setting={setting} />
        <Assumed advice={advice} setting={setting} />
        <ReasonsNote advice={advice} />
      </div>
    </div>
  );
}

function BestWay({ advice, route, today }: { advice: Advice; route: Route; today: string }) {
  const t = useTranslations('Advice');
  const channels = useTranslations('Channels');
  const devices = useTranslations('Devices');
  const errands = useTranslations('Errands');
  const titleOf = useRouteTitle();
  const printing = usePrinting();
  return (
    <section className="advice-best">
      <div className="advice-picture">
        <ResultDrawing channel={route.channel} label={withoutReadings(channels(route.channel))} />
      </div>
      <div className="advice-best-head">
        <p className="advice-errand">
          <Furigana>{errands(`${advice.errand}.name`)}</Furigana>
        </p>
        <StageHeading key={`${route.channel} ${route.by} ${route.first.join()}`}>
          <Furigana>{titleOf(route)}</Furigana>
        </StageHeading>
        {route.by !== null && (
          <p className="advice-device">
            <Furigana>{devices(route.by)}</Furigana>
          </p>
        )}
        <RouteDates route={route} today={today} />
        <ClockNote />
      </div>
      <RouteSteps route={route} />
      <Button variant="primary" className="advice-take" onClick={() => takeAlong(true)}>
        <span>
          <Furigana>{printing === 'yes' ? t('take') : t('takeCode')}</Furigana>
        </span>
      </Button>
    </section>
  );
}

function Reasons({ route, advice }: { route: Route; advice: Advice }) {
  const t = useTranslations('Advice');
  const rules = useTranslations('Rules');
  const shown = route.rules.filter((rule) => !advice.notes.includes(rule)).slice(0, reasonsShown);
  return (
    <section className="advice-part">
      <h2>
        <Furigana>{t('why')}</Furigana>
      </h2>
      <ul className="advice-reasons">
        {shown.map((rule) => (
          <li key={rule}>
            <Furigana>{rules(rule)}</Furigana>
          </li>
        ))}
      </ul>
    </section>
  );
}

function BringList({ route }: { route: Route }) {
  const t = useTranslations('Advice');
  const bring = useTranslations('Bring');
  if (route.bring.length === 0) return null;
  return (
    <section className="advice-part advice-bring">
      <h2>
        <Furigana>{t('bring')}</Furigana>
      </h2>
      <ul className="checklist">
        {route.bring.map((item) => (
          <li key={item}>
            <label>
              <input type="checkbox" />
              <span>
                <Furigana>{bring(item)}</Furigana>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {route.visits > 0 && (
        <p>
          <Furigana>{t('bringNote')}</Furigana>
        </p>
      )}
    </section>
  );
}

function Notes({ advice: { notes } }: { advice: Advice }) {
  const t = useTranslations('Advice');
  const rules = useTranslations('Rules');
  if (notes.length === 0) return null;
  return (
    <section className="advice-part advice-notes">
      <h2>
        <Furigana>{t('notes')}</Furigana>
      </h2>
      <ul>
        {notes.map((rule) => (
          <li key={rule}>
            <Furigana>{rules(rule)}</Furigana>
          </li>
        ))}
      </ul>
      {notes.includes('hold-until-done') && (
        <Link href="/practice" replace className="ui-button advice-practise" data-variant="secondary">
          <span>
            <Furigana>{t('practise')}</Furigana>
          </span>
        </Link>
      )}
    </section>
  );
}

/** What is taken for granted (lib/advice/people.ts, notes.ts). */
const taken = { holder: 'self', stay: 'not-limited' } as const;

const isTaken = (name: FactName): name is keyof typeof taken => Object.hasOwn(taken, name);

/** What was taken for granted stands there as such, with the tap that corrects it. */
function Assumed({ advice: { assumed }, setting }: AdviceProps) {
  const t = useTranslations('Advice');
  const questions = useTranslations('Questions');
  const words = useAnswerWords();
  const names = assumed.filter(isTaken);
  if (names.length === 0) return null;
  return (
    <details className="advice-fold">
      <summary>
        <h2>
          <Furigana>{t('assumed')}</Furigana>
        </h2>
      </summary>
      <ul className="advice-assumed">
        {names.map((name) => (
          <li key={name} className="assumed-fact">
            <span>
              <Furigana>{t('pair', { name: questions(`${name}.short`), value: words(name, taken[name]) })}</Furigana>
            </span>
            <Button variant="quiet" onClick={() => reopen(name, setting)}>
              <span>
                <Furigana>{t('change')}</Furigana>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

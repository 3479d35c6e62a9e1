'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Advice } from '@/lib/advice/advice';
import type { Guide } from '@/lib/advice/guide';
import { citedRule } from '@/lib/advice/rule-sources';
import type { Setting } from '@/lib/advice/visit';
import { formatDay } from '@/lib/i18n/day';
import { withoutReadings } from '@/lib/i18n/furigana';
import { procedures } from '@/lib/procedures/procedures';
import { afterPaint } from '../after-paint';
import { ClockNote } from '../clock-note';
import { Furigana } from '../furigana';
import { QrCode } from '../qr-code';
import { RouteDates } from './route-dates';
import { useRouteTitle, useWayName } from './use-route-title';
import { useTakeAway } from './use-take-away';

interface PrintedAdviceProps {
  advice: Advice;
  guide: Guide;
  setting: Setting;
}

/** What comes out of the printer, on A4 or on the paper roll of 80 mm: app/print.css shows it there and nowhere else. */
export function PrintedAdvice(props: PrintedAdviceProps) {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    // Nobody sees it on the screen, so it comes when the screen stands.
    let isGone = false;
    void afterPaint().then(() => {
      if (!isGone) setWanted(true);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return isWanted && <Sheet {...props} />;
}

function Sheet({ advice, guide, setting }: PrintedAdviceProps) {
  const { address, isOnlyHere } = useTakeAway(guide, setting);
  const t = useTranslations('Advice');
  const words = useTranslations('TakeAlong');
  const devices = useTranslations('Devices');
  const errands = useTranslations('Errands');
  const steps = useTranslations('Steps');
  const bring = useTranslations('Bring');
  const rules = useTranslations('Rules');
  const places = useTranslations('Questions');
  const locale = useLocale();
  const titleOf = useRouteTitle();
  const nameOf = useWayName();
  const [best, ...others] = advice.routes;
  const addresses = new Set(best.rules.map((rule) => citedRule(rule, procedures[advice.errand]).source.address));
  return (
    <article className="printed" aria-hidden="true">
      <header>
        <p>
          <Furigana>{words('office')}</Furigana>
        </p>
        <p>
          <Furigana>{words('printedOn', { date: formatDay(setting.now.day, locale) })}</Furigana>
        </p>
      </header>
      <p className="printed-errand">
        <Furigana>{errands(`${advice.errand}.name`)}</Furigana>
      </p>
      <p className="printed-title">
        <Furigana>{titleOf(best)}</Furigana>
      </p>
      {best.by !== null && (
        <p>
          <Furigana>{devices(best.by)}</Furigana>
        </p>
      )}
      {/* Who reads it tomorrow has to know which day was meant. */}
      <RouteDates route={best} today={null} />
      <ClockNote />
      {best.first.length > 0 && (
        <section>
          <h2>
            <Furigana>{t('steps')}</Furigana>
          </h2>
          <ol>
            {best.first.map((step) => (
              <li key={step}>
                <strong>
                  <Furigana>{steps(`${step}.title`)}</Furigana>
                </strong>
                <p>
                  <Furigana>{steps(`${step}.how`)}</Furigana>
                </p>
              </li>
            ))}
          </ol>
        </section>
      )}
      {best.bring.length > 0 && (
        <section>
          <h2>
            <Furigana>{t('bring')}</Furigana>
          </h2>
          <ul className="printed-checklist">
            {best.bring.map((item) => (
              <li key={item}>
                <Furigana>{bring(item)}</Furigana>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>
          <Furigana>{t('why')}</Furigana>
        </h2>
        <ul>
          {[...best.rules, ...advice.notes].map((rule) => (
            <li key={rule}>
              <Furigana>{rules(rule)}</Furigana>
            </li>
          ))}
        </ul>
      </section>
      {others.length > 0 && (
        <section>
          <h2>
            <Furigana>{t('others')}</Furigana>
          </h2>
          <ul>
            {others.map((route) => (
              <li key={`${route.channel} ${route.by}`}>
                <Furigana>{nameOf(route)}</Furigana>
              </li>
            ))}
          </ul>
        </section>
      )}
      {guide.facts.phoneSpot !== undefined && (
        <p>
          <Furigana>
            {words('phoneSpot', { place: places(`phoneSpot.answers.${guide.facts.phoneSpot.value}`) })}
          </Furigana>
        </p>
      )}
      {!isOnlyHere && (
        <figure>
          <QrCode text={address} label={withoutReadings(words('qrLabel'))} />
          <figcaption>
            <Furigana>{words('qr')}</Furigana>
          </figcaption>
        </figure>
      )}
      <footer>
        <p>
          <Furigana>{t('estimate')}</Furigana>
        </p>
        {[...addresses].map((each) => (
          <p key={each} className="printed-source">
            {each}
          </p>
        ))}
      </footer>
    </article>
  );
}

'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Advice, Blocked, Route } from '@/lib/advice/advice';
import type { Setting } from '@/lib/advice/visit';
import { formatDay } from '@/lib/i18n/day';
import { Furigana } from '../furigana';
import { reopen } from './actions';
import { RouteDates } from './route-dates';
import { RouteSteps } from './route-steps';
import { useWayName } from './use-route-title';

interface OtherWaysProps {
  advice: Advice;
  routes: readonly Route[];
  setting: Setting;
}

/** Every other way: open ones with their date, closed ones with what speaks against them, unchecked ones with a tap. */
export function OtherWays({ advice: { blocked }, routes, setting }: OtherWaysProps) {
  const t = useTranslations('Advice');
  if (routes.length === 0 && blocked.length === 0) return null;
  return (
    <details className="advice-fold">
      <summary>
        <h2>
          <Furigana>{t('othersCount', { count: routes.length + blocked.length })}</Furigana>
        </h2>
      </summary>
      <div className="other-ways">
        {routes.map((route) => (
          <OpenWay key={`${route.channel} ${route.by}`} route={route} today={setting.now.day} />
        ))}
        {blocked.map((way) => (
          <ClosedWay key={`${way.channel} ${way.by} ${way.because.join()}`} way={way} setting={setting} />
        ))}
      </div>
    </details>
  );
}

function OpenWay({ route, today }: { route: Route; today: string }) {
  const t = useTranslations('Advice');
  const rules = useTranslations('Rules');
  const bring = useTranslations('Bring');
  const nameOf = useWayName();
  const locale = useLocale();
  const done = route.doneBy === null || route.doneBy === today ? null : formatDay(route.doneBy, locale);
  return (
    <details className="other-way">
      <summary>
        <span className="other-way-name">
          <Furigana>{nameOf(route)}</Furigana>
        </span>
        <span className="other-way-state">
          <Furigana>{done === null ? t('possible') : t('doneBy', { date: done })}</Furigana>
        </span>
      </summary>
      <RouteDates route={route} today={today} />
      <RouteSteps route={route} />
      <ul className="advice-reasons">
        {route.rules.map((rule) => (
          <li key={rule}>
            <Furigana>{rules(rule)}</Furigana>
          </li>
        ))}
      </ul>
      <p>
        <Furigana>{`${t('bring')}：${route.bring.map((item) => bring(item)).join('・')}`}</Furigana>
      </p>
    </details>
  );
}

function ClosedWay({ way, setting }: { way: Blocked; setting: Setting }) {
  const t = useTranslations('Advice');
  const rules = useTranslations('Rules');
  const nameOf = useWayName();
  const [check] = way.check;
  return (
    <details className="other-way" data-closed={check === undefined || undefined}>
      <summary>
        <span className="other-way-name">
          <Furigana>{nameOf(way)}</Furigana>
        </span>
        <span className="other-way-state">
          <Furigana>{check === undefined ? t('blocked') : t('notChecked')}</Furigana>
        </span>
      </summary>
      <ul className="advice-reasons">
        {way.because.map((rule) => (
          <li key={rule}>
            <Furigana>{rules(rule)}</Furigana>
          </li>
        ))}
      </ul>
      {check !== undefined && (
        <Button variant="secondary" onClick={() => reopen(check, setting)}>
          <span>
            <Furigana>{t('check')}</Furigana>
          </span>
        </Button>
      )}
    </details>
  );
}

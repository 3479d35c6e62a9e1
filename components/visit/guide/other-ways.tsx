'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Advice, Blocked, Route } from '@/lib/advice/advice';
import type { Setting } from '@/lib/advice/visit';
import { formatDay } from '@/lib/i18n/day';
import { languageTag } from '@/lib/i18n/routing';
import { ClockNote } from '../clock-note';
import { Furigana } from '../furigana';
import { reopen } from './actions';
import { useGuide } from './guide-store';
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
        <ClockNote />
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
  const listed = (items: readonly string[]): string => new Intl.ListFormat(languageTag(locale)).format(items);
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
      {route.bring.length > 0 && (
        <p>
          <Furigana>{t('pair', { name: t('bring'), value: listed(route.bring.map((item) => bring(item))) })}</Furigana>
        </p>
      )}
    </details>
  );
}

function ClosedWay({ way, setting }: { way: Blocked; setting: Setting }) {
  const t = useTranslations('Advice');
  const rules = useTranslations('Rules');
  const nameOf = useWayName();
  const { facts } = useGuide();
  const [check] = way.check;
  const isOpen = check !== undefined && (facts[check] === undefined || facts[check]?.value === 'unknown');
  return (
    <details className="other-way" data-closed={!isOpen || undefined}>
      <summary>
        <span className="other-way-name">
          <Furigana>{nameOf(way)}</Furigana>
        </span>
        <span className="other-way-state">
          <Furigana>{isOpen ? t('notChecked') : t('blocked')}</Furigana>
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
            <Furigana>{isOpen ? t('check') : t('change')}</Furigana>
          </span>
        </Button>
      )}
    </details>
  );
}

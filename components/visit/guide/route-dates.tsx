'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { Route } from '@/lib/advice/advice';
import { formatDay } from '@/lib/i18n/day';
import { Furigana } from '../furigana';

/** When a way is done, and how often it takes a visit. @param today - `null`: the day is written out */
export function RouteDates({ route, today }: { route: Route; today: string | null }) {
  const t = useTranslations('Advice');
  const locale = useLocale();
  const { channel, doneBy, resultBy, visits, rules } = route;
  if (channel === 'none' && doneBy === null) return null;
  const date = doneBy === null ? '' : formatDay(doneBy, locale);
  const done = (): string => {
    if (doneBy === null) return t('doneUnknown');
    if (rules.includes('deadline-missed')) return t('lateBy', { date });
    return doneBy === today ? t('doneToday') : t('doneBy', { date });
  };
  return (
    <ul className="route-dates">
      <li className="route-done">
        <Furigana>{done()}</Furigana>
      </li>
      {resultBy !== null && (
        <li>
          <Furigana>{t('resultBy', { date: formatDay(resultBy, locale) })}</Furigana>
        </li>
      )}
      <li>
        <Furigana>{visits === 0 ? t('noVisits') : t('visits', { count: visits })}</Furigana>
      </li>
    </ul>
  );
}

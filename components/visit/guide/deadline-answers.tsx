'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { addDays, type Day, weekday } from '@/lib/facts/day';
import { formatDate, formatDay } from '@/lib/i18n/day';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';
import { languageTag } from '@/lib/i18n/routing';
import { isWorkingDay } from '@/lib/procedures/working-days';
import { ClockNote } from '../clock-note';
import { Furigana } from '../furigana';
import { answer } from './actions';
import { AnswerButton } from './answer-button';
import { useGuide } from './guide-store';

const daysPerPage = 28;
const pages = 14;

const weekdayName = (day: Day, locale: AppLocale): string =>
  new Intl.DateTimeFormat(languageTag(locale), { weekday: 'short', timeZone: 'UTC' }).format(new Date(day));

/** 12/1 on the first of a month and at the beginning, otherwise the day alone. */
const shortDay = (day: Day, isFirst: boolean): string => {
  const [, month, date] = day.split('-').map(Number);
  return isFirst || date === 1 ? `${month}/${date}` : String(date);
};

/** A calendar of buttons: nobody types on a kiosk, and a day is one tap. Four weeks, and as many more as wanted. */
export function DeadlineAnswers({ today }: { today: Day }) {
  const t = useTranslations('Deadline');
  const questions = useTranslations('Questions');
  const locale = useLocale();
  const guide = useGuide();
  const [page, setPage] = useState(0);
  const first = addDays(today, page * daysPerPage - weekday(today));
  const days = Array.from({ length: daysPerPage }, (_, at) => addDays(first, at));
  const current = guide.facts.deadline?.value;
  const spokenDay = (day: Day): string => {
    const notes = [...(day === today ? [t('today')] : []), ...(isWorkingDay(day) ? [] : [t('closed')])];
    return withoutReadings([formatDay(day, locale), ...notes].join(' '));
  };
  return (
    <div className="deadline-answers">
      <ClockNote />
      <div className="calendar-pages">
        <Button variant="quiet" aria-disabled={page === 0} onClick={() => setPage(page - 1)}>
          <span>
            <Furigana>{t('earlier')}</Furigana>
          </span>
        </Button>
        <p className="calendar-range" aria-live="polite">
          <Furigana>
            {t('months', {
              first: formatDate(days.find((day) => day >= today) ?? first, locale),
              last: formatDate(addDays(first, daysPerPage - 1), locale),
            })}
          </Furigana>
        </p>
        <Button variant="quiet" aria-disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
          <span>
            <Furigana>{t('more')}</Furigana>
          </span>
        </Button>
      </div>
      <ol className="calendar">
        {days.slice(0, 7).map((day) => (
          <li key={`name ${day}`} aria-hidden="true" className="calendar-weekday">
            {weekdayName(day, locale)}
          </li>
        ))}
        {days.map((day, at) => (
          <li key={day}>
            {day >= today && (
              <button
                type="button"
                className="calendar-day"
                data-working={isWorkingDay(day)}
                aria-pressed={day === current}
                onClick={() => answer('deadline', day)}
              >
                <span className="sr-only">{spokenDay(day)}</span>
                <span aria-hidden="true">{shortDay(day, at === 0 || day === today)}</span>
                {!isWorkingDay(day) && (
                  <small aria-hidden="true">
                    <Furigana>{t('holiday')}</Furigana>
                  </small>
                )}
              </button>
            )}
          </li>
        ))}
      </ol>
      <AnswerButton
        words={questions('deadline.answers.none')}
        isCurrent={current === 'none'}
        onClick={() => answer('deadline', 'none')}
      />
    </div>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { type FocusEvent, useId } from 'react';
import { Button } from '@/components/ui/button';
import type { Guide } from '@/lib/advice/guide';
import { type CalendarEvent, calendarFile } from '@/lib/calendar/calendar-file';
import { renewableFrom } from '@/lib/card/certificate';
import { addDays, type Day, isDay } from '@/lib/facts/day';
import { learn } from '@/lib/facts/learn';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from '../furigana';
import { keepFacts } from './guide-store';

const keepMs = 60_000;

const save = (text: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers fetch it only now.
  setTimeout(() => URL.revokeObjectURL(address), keepMs);
};

/** A certificate lasts until the sixth birthday from its renewal at the longest. */
const longestDays = 6 * 366;

const useEvents = ({ facts }: Guide, today: Day): readonly CalendarEvent[] => {
  const t = useTranslations('TakeAlong');
  const errands = useTranslations('Errands');
  const deadline = facts.deadline?.value;
  const ends = facts.certificateEnds?.value;
  const errand = facts.errand === undefined ? '' : errands(`${facts.errand.value}.name`);
  const note = t('eventNote');
  const events: CalendarEvent[] = [
    ...(deadline !== undefined && deadline !== 'none'
      ? [{ id: 'deadline', day: deadline, title: t('eventDeadline', { errand }), note: '' }]
      : []),
    ...(ends === undefined
      ? []
      : [
          { id: 'renewal', day: renewableFrom(ends), title: t('eventRenew'), note },
          { id: 'certificate', day: ends, title: t('eventEnds'), note },
        ]),
  ];
  const ahead = events.filter(({ day }) => day >= today);
  return ahead.map((event) => ({ ...event, title: withoutReadings(event.title), note: withoutReadings(event.note) }));
};

/** The days of this visit for one's own calendar. Only at home: a kiosk has none. */
export function CalendarDates({ guide, today }: { guide: Guide; today: Day }) {
  const t = useTranslations('TakeAlong');
  const events = useEvents(guide, today);
  const noteId = useId();
  const ends = guide.facts.certificateEnds?.value;
  // While a date is typed it passes through days that nobody means; it counts when the field is left.
  const learnEnd = ({ target: { value, validity } }: FocusEvent<HTMLInputElement>): void => {
    if (isDay(value) && validity.valid) keepFacts(learn(guide.facts, 'certificateEnds', value, 'said'));
  };
  return (
    <section className="calendar-dates">
      <label>
        <span>
          <Furigana>{t('certificateEnds')}</Furigana>
        </span>
        <input
          type="date"
          defaultValue={ends}
          min={today}
          max={addDays(today, longestDays)}
          aria-describedby={noteId}
          onBlur={learnEnd}
        />
      </label>
      <p id={noteId}>
        <Furigana>{t('certificateEndsNote')}</Furigana>
      </p>
      {events.length > 0 && (
        <Button
          variant="secondary"
          onClick={() => save(calendarFile(events, new Date()), `${withoutReadings(t('fileName'))}.ics`)}
        >
          <span>
            <Furigana>{t('calendar')}</Furigana>
          </span>
        </Button>
      )}
    </section>
  );
}

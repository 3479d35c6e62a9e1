'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, useId } from 'react';
import { Button } from '@/components/ui/button';
import type { Guide } from '@/lib/advice/guide';
import { type CalendarEvent, calendarFile } from '@/lib/calendar/calendar-file';
import { renewableFrom } from '@/lib/card/certificate';
import { isDay } from '@/lib/facts/day';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from '../furigana';
import { answer } from './actions';
import { takeAlong } from './guide-store';

const save = (text: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

const useEvents = ({ facts }: Guide): readonly CalendarEvent[] => {
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
  return events.map((event) => ({ ...event, title: withoutReadings(event.title), note: withoutReadings(event.note) }));
};

/** The days of this visit for one's own calendar. Only at home: a kiosk has none. */
export function CalendarDates({ guide }: { guide: Guide }) {
  const t = useTranslations('TakeAlong');
  const events = useEvents(guide);
  const noteId = useId();
  const ends = guide.facts.certificateEnds?.value;
  const learnEnd = async ({ target: { value } }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    if (!isDay(value)) return;
    await answer('certificateEnds', value);
    takeAlong(true);
  };
  return (
    <section className="calendar-dates">
      <label>
        <span>
          <Furigana>{t('certificateEnds')}</Furigana>
        </span>
        <input type="date" defaultValue={ends} aria-describedby={noteId} onChange={learnEnd} />
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

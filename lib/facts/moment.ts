import type { Day } from './day.ts';

/** A moment in Japan. `minute`: of the day, 0-1439. */
export interface Moment {
  readonly day: Day;
  readonly minute: number;
}

const inTokyo = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
});

export const momentOf = (date: Date): Moment => {
  const part = Object.fromEntries(inTokyo.formatToParts(date).map(({ type, value }) => [type, value]));
  return {
    day: `${Number(part.year)}-${part.month}-${part.day}` as Day,
    minute: Number(part.hour) * 60 + Number(part.minute),
  };
};

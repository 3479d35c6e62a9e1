/** A calendar day in Japan, `YYYY-MM-DD`. Days in this form compare as strings. */
export type Day = `${number}-${number}-${number}`;

const msPerDay = 86_400_000;

/** A date without a time is in UTC (ECMA-262, 21.4.1.32). */
const utc = (day: Day): number => Date.parse(day);

const twoDigits = (count: number): string => (count < 10 ? `0${count}` : String(count));
/** By parts: four times as fast as `toISOString`, and advice is mostly arithmetic with days. */
const fromUtc = (ms: number): Day => {
  const date = new Date(ms);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}` as Day;
};

/** Whether `text` is a day that exists, written `YYYY-MM-DD`; 2026-02-30 is not. */
export const isDay = (text: unknown): text is Day => {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && fromUtc(ms) === text;
};

/** @param days - may be negative */
export const addDays = (day: Day, days: number): Day => fromUtc(utc(day) + days * msPerDay);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (utc(to) - utc(from)) / msPerDay;

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (day: Day): number => new Date(utc(day)).getUTCDay();

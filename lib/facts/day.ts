/** A calendar day in Japan, `YYYY-MM-DD`. Days in this form compare as strings. */
export type Day = `${number}-${number}-${number}`;

const msPerDay = 86_400_000;

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const fromUtc = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;

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

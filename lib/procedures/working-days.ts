import { addDays, type Day, weekday } from '../facts/day.ts';
import { holidays } from './holidays.ts';

/** Which days of the turn of the year are free is for bylaws to say (地方自治法 4条の2); these are what they commonly say. */
const isTurnOfYear = (day: Day): boolean => {
  const inYear = day.slice(5);
  return inYear >= '12-29' || inYear <= '01-03';
};

/** A national holiday, or the turn of the year. */
export const isHoliday = (day: Day): boolean => isTurnOfYear(day) || holidays.has(day);

/**
 * Whether a city office, which sets the pace of everything that is handed in, works on this day. Of years that are not in
 * holidays.ts only weekends and the turn of the year are known.
 */
export const isWorkingDay = (day: Day): boolean => weekday(day) !== 0 && weekday(day) !== 6 && !isHoliday(day);

/** `day` itself, if it is a working day. */
export const nextWorkingDay = (day: Day): Day => {
  let next = day;
  while (!isWorkingDay(next)) next = addDays(next, 1);
  return next;
};

/**
 * The `count`th working day after `day`, which need not be one itself: a letter posted on a Sunday starts on Monday, and
 * Monday is its first day. For 0 the day itself, or the next working day: what takes no time still waits for the office.
 */
export const addWorkingDays = (day: Day, count: number): Day => {
  if (count === 0) return nextWorkingDay(day);
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = nextWorkingDay(addDays(reached, 1));
  return reached;
};

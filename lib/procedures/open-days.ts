import { addDays, type Day, weekday } from '../facts/day.ts';
import type { Hours, Office } from './office.ts';
import { isHoliday, nextWorkingDay } from './working-days.ts';

/** `null`: closed. What is said of one day comes before what is said of a period, and that before the week. */
export const hoursOn = ({ days }: Pick<Office, 'days'>, day: Day): Hours | null => {
  const extra = days.extra.find((each) => each.day === day);
  if (extra !== undefined) return extra;
  if (days.closures.some(({ from, until }) => from <= day && day <= until)) return null;
  if (days.closedOnHolidays && isHoliday(day)) return null;
  return days.week[weekday(day)] ?? null;
};

const farthest = 366;

/** `day` itself, if the office is open. An office that says it is closed for a year is taken for one that has not said when it opens. */
export const nextOpenDay = (office: Pick<Office, 'days'>, day: Day): Day => {
  let next = day;
  for (let ahead = 0; ahead < farthest; ahead += 1) {
    if (hoursOn(office, next) !== null) return next;
    next = addDays(next, 1);
  }
  return nextWorkingDay(day);
};

import type { Hours, Office } from '../procedures/office.ts';

/** Days of the week that follow each other and have the same hours; numbers from 0 for Sunday, the week begins on Monday. */
export interface DayRange {
  readonly from: number;
  readonly until: number;
  readonly hours: Hours;
}

const weekFromMonday = [1, 2, 3, 4, 5, 6, 0] as const;

const isSame = (one: Hours, other: Hours): boolean => one.opens === other.opens && one.closes === other.closes;

/** The week as people say it: Monday to Friday from then to then. Days on which it is closed are left out. */
export const openRanges = ({ days }: Pick<Office, 'days'>): readonly DayRange[] => {
  const ranges: DayRange[] = [];
  let before: DayRange | null = null;
  for (const day of weekFromMonday) {
    const hours = days.week[day] ?? null;
    const goesOn: boolean = hours !== null && before !== null && isSame(before.hours, hours);
    if (goesOn) ranges.pop();
    before = hours === null ? null : { from: goesOn && before !== null ? before.from : day, until: day, hours };
    if (before !== null) ranges.push(before);
  }
  return ranges;
};

/** `8:30`, as people write it. */
export const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

import { expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, nextWorkingDay } from './working-days.ts';

test.each([
  ['2026-11-24', true, 'a Tuesday'],
  ['2026-11-28', false, 'a Saturday'],
  ['2026-11-29', false, 'a Sunday'],
  ['2026-11-23', false, 'a holiday'],
  ['2026-05-06', false, 'a substitute holiday'],
  ['2026-09-22', false, 'a day between two holidays'],
  ['2026-12-28', true, 'the last day before the turn of the year'],
  ['2026-12-29', false, 'the turn of the year'],
  ['2026-12-30', false, 'the turn of the year'],
  ['2026-12-31', false, 'the turn of the year'],
  ['2027-01-01', false, 'the turn of the year'],
  ['2027-01-02', false, 'the turn of the year'],
  ['2027-01-03', false, 'the turn of the year'],
  ['2027-01-04', true, 'the first day after the turn of the year'],
  ['2032-05-03', true, 'a holiday of a year that is not in the table'],
  ['2032-12-29', false, 'the turn of a year that is not in the table'],
] as const)('%s: %s, %s', (day, works, _why) => {
  expect(isWorkingDay(day)).toBe(works);
});

test.each([
  ['2026-11-24', '2026-11-24'],
  ['2026-11-21', '2026-11-24'],
  ['2026-05-02', '2026-05-07'],
  ['2026-09-19', '2026-09-24'],
  ['2026-12-29', '2027-01-04'],
  ['2028-12-29', '2029-01-04'],
] as const)('from %s on, the office works on %s', (day, next) => {
  expect(nextWorkingDay(day)).toBe(next);
});

test.each([
  ['2026-11-24', 0, '2026-11-24'],
  ['2026-11-22', 0, '2026-11-24'],
  ['2026-11-24', 1, '2026-11-25'],
  ['2026-11-24', 3, '2026-11-27'],
  ['2026-11-24', 4, '2026-11-30'],
  // From a Sunday the first working day is the first one counted.
  ['2026-11-29', 1, '2026-11-30'],
  ['2026-12-25', 3, '2027-01-05'],
  ['2020-05-01', 3, '2020-05-11'],
] as const)('%s and %i working days are %s', (day, count, reached) => {
  expect(addWorkingDays(day, count)).toBe(reached);
});

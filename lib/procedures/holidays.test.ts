import counterpart from '@holiday-jp/holiday_jp';
import { expect, test } from 'vitest';
import { addDays, type Day, isDay } from '../facts/day.ts';
import { holidays, holidaysKnownUntil } from './holidays.ts';

const daysOf = (year: number): readonly Day[] => {
  const days: Day[] = [];
  for (let day: Day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) days.push(day);
  return days;
};

test.each([2020, 2026, 2027, 2028, 2029, 2030])('every day of %i is what the holiday-jp list says', (year) => {
  const listed = new Set(Object.keys(counterpart.holidays));
  expect(daysOf(year).filter((day) => holidays.has(day))).toEqual(daysOf(year).filter((day) => listed.has(day)));
});

test.each([
  ['2020-02-24', 'stands in for the Sunday before'],
  ['2020-07-24', 'was moved for the Olympics'],
  ['2026-05-06', 'stands in for Constitution Day, three days earlier'],
  ['2026-09-22', 'lies between two holidays'],
  ['2027-03-22', 'stands in for the equinox'],
  ['2029-02-12', 'stands in for National Foundation Day'],
  ['2030-08-12', 'stands in for Mountain Day'],
] as const)('%s %s', (day, _why) => {
  expect(holidays.has(day)).toBe(true);
});

test.each(['2020-10-12', '2026-05-07', '2026-12-29', '2028-09-19'] as const)('%s is no holiday', (day) => {
  expect(holidays.has(day)).toBe(false);
});

test('the table holds days that exist, in order, up to the day it is known for', () => {
  const days = [...holidays];
  expect(days.filter((day) => !isDay(day))).toEqual([]);
  expect(days).toEqual([...days].sort());
  expect(days.at(-1)?.slice(0, 4)).toBe(holidaysKnownUntil.slice(0, 4));
});

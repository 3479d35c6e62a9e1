import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isDay, weekday } from './day.ts';

describe('a day', () => {
  test.each(['2026-11-25', '2028-02-29', '2000-02-29', '2026-12-31'])('%s exists', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2026-02-30',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-11-31',
    '2026-1-5',
    '26-11-25',
    '2026-11-25T09:00',
    '2026/11/25',
    ' 2026-11-25',
    'none',
    '',
    20261125,
    null,
    undefined,
  ])('%s does not', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

test.each([
  ['2026-11-25', 0, '2026-11-25'],
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2026-11-25', 180, '2027-05-24'],
] as const)('%s and %i days are %s', (day, days, reached) => {
  expect(addDays(day, days)).toBe(reached);
});

test.each([
  ['2026-11-25', '2026-11-25', 0],
  ['2026-11-25', '2026-12-25', 30],
  ['2026-12-25', '2026-11-25', -30],
  ['2028-02-28', '2028-03-01', 2],
] as const)('from %s to %s it is %i days', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test.each([
  ['2026-11-22', 0],
  ['2026-11-25', 3],
  ['2026-11-28', 6],
  ['2020-05-11', 1],
] as const)('%s is day %i of the week', (day, number) => {
  expect(weekday(day)).toBe(number);
});

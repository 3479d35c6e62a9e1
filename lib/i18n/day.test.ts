import { expect, test } from 'vitest';
import { formatDate, formatDay, formatLastDay } from './day.ts';

test('a day is written with its day of the week in each language', () => {
  expect(formatDay('2028-05-17', 'ja')).toBe('2028年5月17日（水）');
  expect(formatDay('2028-05-17', 'en')).toBe('17 May 2028 (Wed)');
  expect(formatDay('2028-05-17', 'ja-easy')).toBe('2028年《ねん》5月《がつ》17日《にち》（水曜日《すいようび》）');
});

test.each([
  ['2026-12-01', '｜1日《ついたち》'],
  ['2026-12-14', '｜14日《じゅうよっか》'],
  ['2026-12-20', '｜20日《はつか》'],
  ['2026-12-24', '｜24日《にじゅうよっか》'],
  ['2026-12-31', '31日《にち》'],
])('%s is read as people say it', (day, reading) => {
  expect(formatDay(day, 'ja-easy')).toContain(reading);
});

test('a date can stand without it', () => {
  expect(formatDate('2026-09-08', 'ja')).toBe('2026年9月8日');
  expect(formatDate('2026-09-08', 'en')).toBe('8 September 2026');
  expect(formatDate('2026-09-08', 'ja-easy')).toBe('2026年《ねん》9月《がつ》｜8日《ようか》');
});

test('in Japanese the last day also has the year of the Japanese calendar', () => {
  expect(formatLastDay('2028-05-17', 'ja')).toBe('2028年（令和10年）5月17日（水）');
  expect(formatLastDay('2028-05-17', 'en')).toBe('17 May 2028 (Wed)');
  expect(formatLastDay('2028-05-17', 'ja-easy')).toBe(formatDay('2028-05-17', 'ja-easy'));
});

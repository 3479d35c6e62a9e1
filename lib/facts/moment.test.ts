import { afterEach, expect, test } from 'vitest';
import { momentOf } from './moment.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test.each([
  ['2026-11-25T00:00:00Z', '2026-11-25', 9 * 60],
  ['2026-11-25T14:59:59Z', '2026-11-25', 23 * 60 + 59],
  ['2026-11-25T15:00:00Z', '2026-11-26', 0],
  ['2026-11-24T21:30:00Z', '2026-11-25', 6 * 60 + 30],
  ['2026-12-31T15:05:00Z', '2027-01-01', 5],
  ['2028-02-28T15:00:00Z', '2028-02-29', 0],
])('%s is %s in Japan, minute %i of the day', (instant, day, minute) => {
  expect(momentOf(new Date(instant))).toEqual({ day, minute });
});

test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])(
  'a machine set to %s sees the same moment',
  (machine) => {
    process.env.TZ = machine;
    expect(momentOf(new Date('2026-11-25T15:00:00Z'))).toEqual({ day: '2026-11-26', minute: 0 });
  },
);

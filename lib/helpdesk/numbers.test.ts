import * as fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { fewest, numbersCsv, numbersOf, numbersSchema, type Tally } from './numbers.ts';
import { waitStep, waitSteps } from './wait-steps.ts';

const outcomes = (counts: Readonly<Record<string, number>>): Tally[] =>
  Object.entries(counts).map(([value, count]) => ({ name: 'outcome', value, count }));

it('a count below five is not told, and none is none', () => {
  const { visits, outcomes: told, reads } = numbersOf('2026-11-26', outcomes({ online: 9, post: 3, left: 2 }));
  expect(visits).toBe(14);
  expect(reads).toBe(0);
  expect(told).toEqual([
    { value: 'online', count: 9 },
    { value: 'post', count: null },
    { value: 'left', count: null },
  ]);
});

it('three that are three in all cannot be worked out from the sum either', () => {
  const { outcomes: told } = numbersOf('2026-11-26', outcomes({ online: 40, post: 12, left: 1, store: 1 }));
  expect(told.map(({ count }) => count)).toEqual([40, null, null, null]);
});

it('a single small count cannot be worked out from the sum: the next is left out too', () => {
  const { outcomes: told } = numbersOf('2026-11-26', outcomes({ online: 40, post: 12, left: 2 }));
  expect(told.map(({ count }) => count)).toEqual([40, null, null]);
});

it('no count of one to four is ever told, and never is exactly one left out beside a sum', () => {
  const tallies = fc
    .array(fc.nat(12), { maxLength: 8 })
    .map((counts) => outcomes(Object.fromEntries(counts.map((n, at) => [`v${at}`, n]))));
  fc.assert(
    fc.property(tallies, (given) => {
      const told = numbersOf('2026-11-26', given);
      v.parse(numbersSchema, told);
      for (const { count } of told.outcomes) if (count !== null) expect(count).toBeGreaterThanOrEqual(fewest);
      const missing = told.outcomes.filter(({ count }) => count === null).length;
      const shown = told.outcomes.reduce((sum, { count }) => sum + (count ?? 0), 0);
      if (missing === 0 || told.visits === null) return;
      // Unless all are left out, what is left out is several, and together no fewer than are told.
      if (missing < told.outcomes.length) {
        expect(missing).toBeGreaterThan(1);
        expect(told.visits - shown).toBeGreaterThanOrEqual(fewest);
      }
    }),
    { numRuns: 5_000 },
  );
});

it('half were claimed within 20 s, nine in ten within 120 s', () => {
  const waits: Tally[] = [
    { name: 'claimedWithin', value: '10', count: 4 },
    { name: 'claimedWithin', value: '20', count: 4 },
    { name: 'claimedWithin', value: '120', count: 7 },
  ];
  expect(numbersOf('2026-11-26', waits).calls).toMatchObject({ p50S: 20, p90S: 120 });
  expect(numbersOf('2026-11-26', waits.slice(0, 1)).calls).toMatchObject({ p50S: null, p90S: null });
});

it.each([
  [0, '5'],
  [5_000, '5'],
  [5_001, '10'],
  [1_800_000, '1800'],
  [1_800_001, 'more'],
])('a wait of %i ms is counted under %s', (ms, step) => {
  expect(waitStep(ms)).toBe(step);
  expect([...waitSteps.map(String), 'more']).toContain(step);
});

it('the file has a row for each figure, and says "<5" for what is not told', () => {
  const csv = numbersCsv(numbersOf('2026-11-26', outcomes({ online: 9, post: 3, left: 2 })));
  expect(csv.startsWith('name,value,count\r\nday,2026-11-26,\r\nvisits,,14\r\n')).toBe(true);
  expect(csv).toContain('outcome,online,9\r\noutcome,post,<5\r\noutcome,left,<5\r\n');
  expect(csv.split('\r\n').every((line) => line === '' || line.split(',').length === 3)).toBe(true);
});

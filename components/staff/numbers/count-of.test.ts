import { expect, test } from 'vitest';
import type { Numbers } from '@/lib/helpdesk/numbers';
import { abandonedShare, countOf } from './count-of';

const calls = (asked: number | null, abandoned: number | null): Numbers['calls'] => ({
  asked,
  reasons: [],
  ends: [
    { value: 'helped', count: 30 },
    { value: 'abandoned', count: abandoned },
  ],
  waits: [],
  p50S: null,
  p90S: null,
});

test('what was never counted is nought, and what is too small stays untold', () => {
  const { ends } = calls(40, null);
  expect(countOf(ends, 'left')).toBe(0);
  expect(countOf(ends, 'abandoned')).toBeNull();
});

test('the share of calls that nobody came to is in percent, and not told of too few', () => {
  expect(abandonedShare(calls(40, 10))).toBe(25);
  expect(abandonedShare(calls(40, null))).toBeNull();
  expect(abandonedShare(calls(null, 10))).toBeNull();
  expect(abandonedShare(calls(0, 0))).toBeNull();
});

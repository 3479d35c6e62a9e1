import { expect, test } from 'vitest';
import { type HeardCall, withHeard } from './staff-client.ts';
import type { Queue, StaffCall } from './wire.ts';

const call = (id: string, askedAt: number, change: Partial<StaffCall> = {}): StaffCall => ({
  id,
  kiosk: { id: 'k1', name: 'Hall' },
  reason: 'pin',
  case: { language: 'ja', step: 'start', facts: {}, error: null, elapsedS: 0 },
  state: 'waiting',
  level: 0,
  askedAt,
  claimedAt: null,
  endedAt: null,
  claimedBy: null,
  prompts: [],
  ...change,
});

const queue: Queue = { now: 1_000, seq: 5, calls: [call('a', 10), call('b', 30)], onDuty: [] };
const heard = (...all: readonly HeardCall[]) => new Map(all.map((each) => [each.call.id, each]));
const idsOf = ({ calls }: Queue): string[] => calls.map(({ id, state }) => `${id} ${state}`);

test('a call that was heard of later is in the queue, in the order of asking', () => {
  expect(idsOf(withHeard(queue, heard({ seq: 6, call: call('c', 20) })))).toEqual([
    'a waiting',
    'c waiting',
    'b waiting',
  ]);
});

test('what was heard later replaces what the queue says', () => {
  const claimed = call('a', 10, { state: 'claimed', claimedBy: { id: 's', name: 'S' }, claimedAt: 40 });
  expect(idsOf(withHeard(queue, heard({ seq: 6, call: claimed })))).toEqual(['a claimed', 'b waiting']);
});

test('what was heard before the queue was made changes nothing', () => {
  expect(withHeard(queue, heard({ seq: 5, call: call('c', 20) }))).toBe(queue);
});

test('a call that has ended leaves the queue', () => {
  expect(idsOf(withHeard(queue, heard({ seq: 6, call: call('a', 10, { state: 'gone', endedAt: 50 }) })))).toEqual([
    'b waiting',
  ]);
});

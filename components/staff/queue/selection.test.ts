import { expect, test } from 'vitest';
import type { StaffCall } from '@/lib/helpdesk/wire';
import { neighbour, noteOpened, openedFor, shownCall } from './selection';

const call = (id: string, claimedBy: string | null = null): StaffCall => ({
  id,
  kiosk: { id: 'k1', name: 'Hall' },
  reason: 'pin',
  case: { language: 'ja', step: 'start', facts: {}, error: null, elapsedS: 0 },
  state: claimedBy === null ? 'waiting' : 'claimed',
  level: 0,
  askedAt: 1,
  claimedAt: null,
  endedAt: null,
  claimedBy: claimedBy === null ? null : { id: claimedBy, name: claimedBy },
  prompts: [],
});

const calls = [call('a', 'other'), call('b'), call('c', 'me')];

test('the call that was chosen is shown, then one’s own, then the one that has waited longest', () => {
  expect(shownCall(calls, 'b', 'me')?.id).toBe('b');
  expect(shownCall(calls, null, 'me')?.id).toBe('c');
  expect(shownCall(calls, 'gone', 'nobody')?.id).toBe('a');
  expect(shownCall([], null, 'me')).toBeUndefined();
});

test('the arrows stop at the ends of the list', () => {
  expect(neighbour(calls, 'a', 1)?.id).toBe('b');
  expect(neighbour(calls, 'a', -1)?.id).toBe('a');
  expect(neighbour(calls, 'c', 1)?.id).toBe('c');
  expect(neighbour(calls, undefined, 1)?.id).toBe('a');
  expect(neighbour([], undefined, 1)).toBeUndefined();
});

test('a page of the playbook that was opened twice for a call is noted once', () => {
  noteOpened('a', 'capitals');
  noteOpened('a', 'wrong-one');
  noteOpened('a', 'capitals');
  expect(openedFor('a')).toEqual(['capitals', 'wrong-one']);
  expect(openedFor('b')).toEqual([]);
});

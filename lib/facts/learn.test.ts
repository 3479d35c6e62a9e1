import { describe, expect, test } from 'vitest';
import { type Evidence, evidences, type Facts } from './fact.ts';
import { forget, learn, merge } from './learn.ts';

const phone = (evidence: Evidence, value: 'cannot' | 'reads-and-runs' = 'cannot'): Facts => ({
  phone: { value, evidence },
});

/** `before` is known already, `after` comes: which one stays. */
const order = [
  ['said', 'said', 'after'],
  ['said', 'detected', 'after'],
  ['said', 'measured', 'after'],
  ['detected', 'said', 'before'],
  ['detected', 'detected', 'after'],
  ['detected', 'measured', 'after'],
  ['measured', 'said', 'before'],
  ['measured', 'detected', 'before'],
  ['measured', 'measured', 'after'],
] as const;

test('measured is stronger than detected, and detected than said', () => {
  expect(evidences).toEqual(['said', 'detected', 'measured']);
});

describe('learning a fact', () => {
  test.each(order)('known as %s, then %s: the one %s stays', (before, after, stays) => {
    const facts = learn(phone(before), 'phone', 'reads-and-runs', after);
    expect(facts).toEqual(stays === 'after' ? phone(after, 'reads-and-runs') : phone(before));
  });

  test('what was not known is known afterwards, and nothing else changes', () => {
    expect(learn(phone('said'), 'errand', 'passport', 'said')).toEqual({
      phone: { value: 'cannot', evidence: 'said' },
      errand: { value: 'passport', evidence: 'said' },
    });
  });

  test('the facts that were there before stay as they were', () => {
    const before = phone('said');
    learn(before, 'phone', 'reads-and-runs', 'measured');
    expect(before).toEqual(phone('said'));
  });
});

describe('putting two visits together', () => {
  test.each(order)('older %s, newer %s: the one %s stays', (older, newer, stays) => {
    const facts = merge(phone(older), phone(newer, 'reads-and-runs'));
    expect(facts).toEqual(stays === 'after' ? phone(newer, 'reads-and-runs') : phone(older));
  });

  test('what only one of them knows is kept', () => {
    const older: Facts = { errand: { value: 'passport', evidence: 'said' } };
    const newer: Facts = { card: { value: 'my-number', evidence: 'measured' } };
    expect(merge(older, newer)).toEqual({ ...older, ...newer });
  });
});

describe('forgetting a fact', () => {
  test('only that fact is gone, however strong it was', () => {
    const facts: Facts = { ...phone('measured'), errand: { value: 'passport', evidence: 'said' } };
    expect(forget(facts, 'phone')).toEqual({ errand: { value: 'passport', evidence: 'said' } });
  });

  test('a fact that was measured can be said otherwise once it is forgotten', () => {
    const facts = learn(forget(phone('measured'), 'phone'), 'phone', 'reads-and-runs', 'said');
    expect(facts).toEqual(phone('said', 'reads-and-runs'));
  });

  test('forgetting what is not known changes nothing', () => {
    expect(forget(phone('said'), 'errand')).toEqual(phone('said'));
  });
});

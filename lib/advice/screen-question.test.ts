import { describe, expect, test } from 'vitest';
import { startsWithReader } from '../reader/testing/starts-with-reader.ts';
import { screenQuestion } from './screen-question.ts';
import { everyErrand, factsOf, startsWithoutReader } from './testing/starts.ts';
import { medianOf, tapsFrom, tapsOf } from './testing/taps.ts';

describe('the screen for a PIN', () => {
  const moving = { errand: 'moving-out' };
  const all = { kind: 'pins', pins: ['authentication', 'cardInfoInput', 'signature'] };

  test('asks for all PINs of the errand at once', () => {
    expect(screenQuestion('pin.authentication', factsOf(moving), false)).toEqual(all);
  });

  test('asks for one by one when not all are at hand', () => {
    const question = screenQuestion('pin.authentication', factsOf(moving), true);
    expect(question).toEqual({ kind: 'one', fact: 'pin.authentication' });
  });

  test('leaves out what is known, and what the card has locked', () => {
    const facts = { ...factsOf({ ...moving, 'pin.authentication': 'known' }) };
    const left = { kind: 'pins', pins: ['cardInfoInput', 'signature'] };
    expect(screenQuestion('pin.cardInfoInput', facts, false)).toEqual(left);
    const locked = factsOf({ ...moving, 'triesLeft.cardInfoInput': 0 });
    const open = { kind: 'pins', pins: ['authentication', 'signature'] };
    expect(screenQuestion('pin.authentication', locked, false)).toEqual(open);
  });

  test('is about one PIN where only one is left, or the errand has only one', () => {
    const last = factsOf({ ...moving, 'pin.authentication': 'known', 'pin.cardInfoInput': 'known' });
    expect(screenQuestion('pin.signature', last, false)).toEqual({ kind: 'one', fact: 'pin.signature' });
    const login = factsOf({ errand: 'portal-login' });
    const question = screenQuestion('pin.authentication', login, false);
    expect(question).toEqual({ kind: 'one', fact: 'pin.authentication' });
  });
});

test('other questions have a screen of their own', () => {
  expect(screenQuestion('phone', factsOf({ errand: 'moving-out' }), false)).toEqual({ kind: 'one', fact: 'phone' });
});

describe('taps to advice', () => {
  const fine = { card: 'my-number', phone: 'reads-and-runs', changedSinceIssue: 'no' };
  const pins = ['pin.authentication', 'pin.cardInfoInput', 'pin.signature'] as const;
  const path = ['errand', 'card', 'phone', ...pins, 'changedSinceIssue', 'certificate.authentication'] as const;
  const visit = (pin: string, other: string) => ({
    asked: path,
    facts: factsOf({
      ...fine,
      errand: 'moving-out',
      'certificate.authentication': 'valid',
      'pin.authentication': pin,
      'pin.cardInfoInput': other,
      'pin.signature': pin,
    }),
  });

  test('are one for all PINs at hand, or all on the slip', () => {
    expect(tapsOf(visit('known', 'known'), {})).toBe(6);
    expect(tapsOf(visit('on-slip-at-home', 'on-slip-at-home'), {})).toBe(6);
  });

  test('are one more than the PINs when not all are at hand', () => {
    expect(tapsOf(visit('known', 'forgotten'), {})).toBe(9);
    expect(tapsOf(visit('forgotten', 'forgotten'), {})).toBe(9);
  });

  // Whoever has no card is through after two taps, and to count every way the same would ask how long the rarest are: each
  // PIN that is not at hand multiplies them.
  const told = (counts: ReadonlyMap<number, number>): string =>
    `visitors by taps: ${JSON.stringify(Object.fromEntries([...counts].toSorted(([one], [other]) => one - other)))}`;

  test('without a reader, half of those who have a card need at most six', { timeout: 120_000 }, () => {
    const { cardHolders } = tapsFrom(startsWithoutReader.filter(({ errands }) => errands === everyErrand));
    expect(medianOf(cardHolders), told(cardHolders)).toBeLessThanOrEqual(6);
  });

  test('after a card was read, half of those who have a card need at most three', { timeout: 120_000 }, () => {
    const { cardHolders } = tapsFrom(startsWithReader.filter(({ errands }) => errands === everyErrand));
    expect(medianOf(cardHolders), told(cardHolders)).toBeLessThanOrEqual(3);
  });
});

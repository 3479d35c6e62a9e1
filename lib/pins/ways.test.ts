import { describe, expect, it } from 'vitest';
import { pinNames } from '../card/report.ts';
import type { Facts, FactValue } from '../facts/fact.ts';
import { learn } from '../facts/learn.ts';
import { type PinStanding, standingOf, waysFor } from './ways.ts';

const values = ['known', 'on-slip-at-home', 'forgotten', 'locked', 'unknown'] as const;
const known = (said: FactValue<'pin.signature'> | null, triesLeft: number | null): Facts => {
  const facts: Facts = said === null ? {} : learn({}, 'pin.signature', said, 'said');
  return triesLeft === null ? facts : learn(facts, 'triesLeft.signature', triesLeft, 'measured');
};

describe('how a PIN stands', () => {
  it('is open while nobody has said anything', () => {
    expect(standingOf({}, 'signature')).toBe('open');
  });

  it.each(values)('is what was said (%s) where no card has been read', (said) => {
    expect(standingOf(known(said, null), 'signature')).toBe(said);
  });

  it.each([null, ...values])('is locked without tries left, whatever was said (%s)', (said) => {
    expect(standingOf(known(said, 0), 'signature')).toBe('locked');
  });

  it.each([null, ...values])('is the last try with one left, whatever was said (%s)', (said) => {
    expect(standingOf(known(said, 1), 'signature')).toBe('last-try');
  });

  it('is not locked where the card has tries left', () => {
    expect(standingOf(known('locked', 5), 'signature')).toBe('unknown');
  });

  it('is that of this PIN and no other', () => {
    expect(standingOf(known('locked', null), 'authentication')).toBe('open');
  });
});

const standings: readonly PinStanding[] = [...values, 'last-try', 'open'];

describe('what to do', () => {
  it.each(pinNames)('%s that is locked always has the counter', (pin) => {
    expect(waysFor('locked', pin)).toContain('counter');
  });

  it.each(['cardInfoInput', 'residentRegister'] as const)('a store never does %s', (pin) => {
    for (const standing of standings) expect(waysFor(standing, pin)).not.toContain('store');
  });

  it.each(['signature', 'authentication'] as const)(
    'a store may do %s, after the slip and before the counter',
    (pin) => {
      expect(waysFor('forgotten', pin)).toEqual(['find-slip', 'store', 'counter']);
      expect(waysFor('locked', pin)).toEqual(['store', 'counter']);
    },
  );

  it.each(pinNames)('before the last try of %s comes a stop, and what costs nothing', (pin) => {
    expect(waysFor('last-try', pin).slice(0, 2)).toEqual(['stop', 'find-slip']);
  });

  it('nothing while nobody has said anything, and every other standing has a way', () => {
    const without = standings.filter((standing) => waysFor(standing, 'signature').length === 0);
    expect(without).toEqual(['open']);
  });
});

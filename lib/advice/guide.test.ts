import { describe, expect, it } from 'vitest';
import type { Facts } from '../facts/fact.ts';
import { usualOffice } from '../procedures/office.ts';
import { answered, answeredPins, type Guide, learned, screenOf, wentBack } from './guide.ts';
import { answeredTogether } from './pins-together.ts';
import type { Setting } from './visit.ts';

const setting: Setting = { now: { day: '2026-11-25', minute: 600 }, office: usualOffice };
const fresh: Guide = { facts: {}, reopened: null, isOneByOne: false };

const said = (facts: Readonly<Record<string, unknown>>): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, { value, evidence: 'said' }])) as Facts;

/** A visit of which everything is said. */
const childAllowance: Guide = {
  ...fresh,
  facts: said({
    errand: 'child-allowance',
    card: 'my-number',
    phone: 'reads-and-runs',
    'pin.signature': 'known',
    'pin.authentication': 'known',
    changedSinceIssue: 'no',
    'certificate.authentication': 'valid',
  }),
};

const questionOf = (guide: Guide): string => {
  const screen = screenOf(guide, setting);
  if (screen.kind === 'advice') return 'advice';
  return screen.question.kind === 'pins' ? 'pins' : screen.question.fact;
};

const back = (guide: Guide): Guide => {
  const before = wentBack(guide, setting);
  if (before === null) throw new Error('there is nothing before this question');
  return before;
};

describe('forth', () => {
  it('begins with the errand', () => {
    expect(questionOf(fresh)).toBe('errand');
  });

  it('asks for all PINs on one screen, once', () => {
    const { 'pin.signature': _, 'pin.authentication': __, ...facts } = childAllowance.facts;
    const guide: Guide = { ...fresh, facts };
    expect(questionOf(guide)).toBe('pins');
    expect(questionOf(answeredPins(guide, ['authentication', 'signature'], 'known'))).toBe('advice');
  });

  it('asks for PINs one by one where one is not at hand', () => {
    const { 'pin.signature': _, 'pin.authentication': __, ...facts } = childAllowance.facts;
    const guide = answeredPins({ ...fresh, facts }, ['authentication', 'signature'], 'oneByOne');
    expect(questionOf(guide)).toBe('pin.authentication');
    expect(questionOf(answered(guide, 'pin.authentication', 'known'))).toBe('pin.signature');
  });

  it('ends with advice', () => {
    expect(questionOf(childAllowance)).toBe('advice');
  });
});

describe('back', () => {
  it('leads through the questions in the order in which they were asked, to the one before the first', () => {
    const asked: string[] = [];
    let guide: Guide | null = childAllowance;
    while (guide !== null) {
      guide = wentBack(guide, setting);
      if (guide !== null) asked.push(questionOf(guide));
    }
    expect(asked).toEqual(['certificate.authentication', 'changedSinceIssue', 'pins', 'phone', 'card', 'errand']);
  });

  it('never loses an answer: the same answer again leads to where the visitor was', () => {
    const guide = back(back(back(childAllowance)));
    expect(guide.facts).toEqual(childAllowance.facts);
    expect(questionOf(answeredPins(guide, ['authentication', 'signature'], 'known'))).toBe('advice');
  });

  it('undoes 「わからないものがある」 first', () => {
    const { 'pin.signature': _, 'pin.authentication': __, ...facts } = childAllowance.facts;
    const guide = answeredPins({ ...fresh, facts }, ['authentication', 'signature'], 'oneByOne');
    expect(questionOf(back(guide))).toBe('pins');
  });

  it('from a question opened out of turn leads to where the visitor came from', () => {
    const guide: Guide = { ...childAllowance, reopened: { kind: 'one', fact: 'konbini' } };
    expect(questionOf(back(guide))).toBe('advice');
  });
});

describe('correction', () => {
  it('replaces what was said and what the browser detected', () => {
    const guide: Guide = { ...fresh, facts: { phone: { value: 'cannot', evidence: 'detected' } } };
    expect(answered(guide, 'phone', 'likely').facts.phone).toEqual({ value: 'likely', evidence: 'said' });
  });

  it('leaves what the card said', () => {
    const guide: Guide = { ...fresh, facts: { 'pin.signature': { value: 'locked', evidence: 'measured' } } };
    expect(answered(guide, 'pin.signature', 'known').facts['pin.signature']?.value).toBe('locked');
  });

  it('replaces at home what a card said once, with the tries that were left', () => {
    const facts: Facts = {
      place: { value: 'home', evidence: 'detected' },
      'pin.signature': { value: 'locked', evidence: 'measured' },
      'triesLeft.signature': { value: 0, evidence: 'measured' },
    };
    const { facts: corrected } = answered({ ...fresh, facts }, 'pin.signature', 'known');
    expect(corrected['pin.signature']).toEqual({ value: 'known', evidence: 'said' });
    expect(corrected['triesLeft.signature']).toBeUndefined();
  });

  it('computes everything that followed anew', () => {
    const screen = screenOf(answered(childAllowance, 'card', 'face-authentication'), setting);
    expect(screen.kind === 'advice' && screen.advice.routes.some(({ channel }) => channel === 'online')).toBe(false);
  });

  it('gives the same advice as if the right answer had been given at once', () => {
    const corrected = answered(answered(childAllowance, 'phone', 'cannot'), 'phone', 'reads-and-runs');
    expect(screenOf(corrected, setting)).toEqual(screenOf(childAllowance, setting));
  });
});

it('what a card measured replaces what was said', () => {
  const measured: Facts = { 'certificate.authentication': { value: 'expired', evidence: 'measured' } };
  expect(learned(childAllowance, measured).facts['certificate.authentication']?.value).toBe('expired');
});

it('PINs answered differently were not answered together', () => {
  const facts = said({ 'pin.signature': 'known', 'pin.authentication': 'forgotten' });
  expect(answeredTogether(facts, ['signature', 'authentication'])).toBeNull();
});

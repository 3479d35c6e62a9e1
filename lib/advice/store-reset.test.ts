import { describe, expect, test } from 'vitest';
import type { Day } from '../facts/day.ts';
import type { FactName, Facts } from '../facts/fact.ts';
import { usualOffice } from '../procedures/office.ts';
import { procedures } from '../procedures/procedures.ts';
import { answersTo } from './every-visit.ts';
import { storeObstacle } from './pins.ts';
import { citedRule } from './rule-sources.ts';
import {
  type ConditionState,
  decidingOf,
  judgeStore,
  konbiniOf,
  type StoreConditionName,
  type StoreJudgement,
  type StorePin,
  storeChains,
  storeConditionNames,
  storeConditions,
  storePins,
} from './store-reset.ts';
import { factsOf } from './testing/starts.ts';
import { readingOf, visitOf } from './visit.ts';

const today: Day = '2026-11-25';
/** Before any terminal set a PIN anew. */
const before: Day = '2022-08-03';

/** Values of the facts of one condition, `-` for not known, and what they come to. */
interface Case {
  readonly values: { readonly [fact: string]: string | number };
  readonly state: ConditionState;
}
type Truth = Readonly<Record<string, ConditionState>>;

const oneFact = (fact: FactName, truth: Truth): readonly Case[] =>
  Object.entries(truth).map(([value, state]) => ({ values: value === '-' ? {} : { [fact]: value }, state }));

const twoFacts = (
  first: readonly Case[],
  second: FactName,
  others: readonly (string | number)[],
  wins: (value: string | number) => boolean,
): readonly Case[] =>
  first.flatMap(({ values, state }) => [
    { values, state },
    ...others.map(
      (value) => ({ values: { ...values, [second]: value }, state: wins(value) ? 'fails' : state }) as const,
    ),
  ]);

const otherPinTruth: Truth = {
  known: 'holds',
  'on-slip-at-home': 'holds',
  forgotten: 'fails',
  locked: 'fails',
  unknown: 'fails',
  '-': 'open',
};

/** Written down from facts.md 2.2 by hand, apart from the code: for each condition every value of its facts. */
const truthOf = (pin: StorePin): Readonly<Record<Exclude<StoreConditionName, 'offered-yet'>, readonly Case[]>> => ({
  card: oneFact('card', {
    'my-number': 'holds',
    'face-authentication': 'fails',
    'applied-for': 'fails',
    lost: 'fails',
    none: 'fails',
    unknown: 'holds',
    '-': 'open',
  }),
  'other-pin':
    pin === 'signature'
      ? twoFacts(oneFact('pin.authentication', otherPinTruth), 'triesLeft.authentication', [0, 1, 2, 3], (n) => n === 0)
      : twoFacts(oneFact('pin.signature', otherPinTruth), 'triesLeft.signature', [0, 1, 2, 3, 4, 5], (n) => n === 0),
  phone: oneFact('phone', {
    'reads-and-runs': 'holds',
    likely: 'holds',
    'reads-but-too-old': 'fails',
    cannot: 'fails',
    none: 'fails',
    unknown: 'fails',
    '-': 'open',
  }),
  'nothing-changed': oneFact('changedSinceIssue', { no: 'holds', yes: 'fails', unknown: 'fails', '-': 'open' }),
  'both-certificates': twoFacts(
    oneFact('certificate.authentication', {
      valid: 'holds',
      renewable: 'holds',
      expired: 'fails',
      absent: 'fails',
      unknown: 'fails',
      '-': 'open',
    }),
    'certificate.signature',
    ['valid', 'void', 'absent', 'unknown'],
    (value) => value === 'void' || value === 'absent',
  ),
  'photo-card-holder': oneFact('holder', {
    self: 'holds',
    'child-under-15': 'fails',
    'adult-guardianship': 'fails',
    'helping-someone': 'holds',
    '-': 'holds',
  }),
  chain: oneFact('konbini', {
    'both-pins': 'holds',
    'signature-only': pin === 'signature' ? 'holds' : 'fails',
    none: 'fails',
    unknown: 'fails',
    '-': 'open',
  }),
});

interface Row {
  readonly facts: Facts;
  readonly state: ConditionState;
}
/** For each condition, in order, its rows. */
type Rows = readonly (readonly Row[])[];

const everyValue = (pin: StorePin, day: Day): Rows => [
  [{ facts: {}, state: day === today ? 'holds' : 'fails' }],
  ...Object.values(truthOf(pin)).map((cases) => cases.map(({ values, state }) => ({ facts: factsOf(values), state }))),
];

const everyState = (pin: StorePin, day: Day): Rows =>
  everyValue(pin, day).map((rows) => [...new Map(rows.map((row) => [row.state, row])).values()]);

/**
 * Calls `see` with every combination. `states` is one list that is written over from row to row, and this is no generator:
 * there are ten million rows.
 */
const combine = (conditions: Rows, see: (facts: Facts, states: readonly ConditionState[]) => void): void => {
  const states: ConditionState[] = [];
  const from = (at: number, facts: Facts): void => {
    const rows = conditions[at];
    if (rows === undefined) {
      see(facts, states);
      return;
    }
    for (const row of rows) {
      states[at] = row.state;
      from(at + 1, { ...facts, ...row.facts });
    }
  };
  from(0, {});
};

/** The place of the first condition that fails, else of the first that is open; -1: all hold. */
const decidingPlace = (states: readonly ConditionState[]): number => {
  const failing = states.indexOf('fails');
  return failing === -1 ? states.indexOf('open') : failing;
};

const isAsWritten = (judgements: readonly StoreJudgement[], states: readonly ConditionState[]): boolean => {
  const place = decidingPlace(states);
  const deciding = decidingOf(judgements);
  if (deciding !== (place === -1 ? null : judgements[place])) return false;
  return judgements.length === states.length && judgements.every(({ state }, at) => state === states[at]);
};

interface Tally {
  readonly holds: number;
  readonly fails: number;
  readonly open: number;
  /** The first facts that did not come out as written down. */
  readonly wrong: readonly Facts[];
}

const tally = (conditions: Rows, day: Day, pin: StorePin): Tally => {
  const counts = { holds: 0, fails: 0, open: 0 };
  const wrong: Facts[] = [];
  combine(conditions, (facts, states) => {
    counts[states[decidingPlace(states)] ?? 'holds'] += 1;
    if (wrong.length < 5 && !isAsWritten(judgeStore(facts, day, pin), states)) wrong.push(facts);
  });
  return { ...counts, wrong };
};

/** Rows of the whole table: holds, fails, open. 4,410,000 and 6,174,000 rows. */
const wholeTable: Readonly<Record<StorePin, Omit<Tally, 'wrong'>>> = {
  signature: { holds: 1_152, fails: 4_392_504, open: 16_344 },
  authentication: { holds: 864, fails: 6_156_504, open: 16_632 },
};

describe.each(storePins)('setting the %s PIN anew at a store', (pin) => {
  test('the table has every value of every fact that a condition looks at, and "not known"', () => {
    for (const [name, cases] of Object.entries(truthOf(pin))) {
      const facts = storeConditions[name as StoreConditionName].facts(pin);
      const expected = facts.map((fact) => new Set([undefined, ...answersTo(fact, today)]));
      expect(facts.map((fact) => new Set(cases.map(({ values }) => values[fact])))).toEqual(expected);
      expect(cases.length).toBe(expected.reduce((product, { size }) => product * size, 1));
    }
  });

  test('the store does it exactly if all hold, not if one fails, and else it is open', { timeout: 120_000 }, () => {
    expect(tally(everyValue(pin, today), today, pin)).toEqual({ ...wholeTable[pin], wrong: [] });
  });

  test('it fails before terminals did it, whatever is known', () => {
    expect(tally(everyState(pin, before), before, pin)).toEqual({ holds: 0, fails: 1_458, open: 0, wrong: [] });
  });

  test('what decides names a condition with a source, and a rule that rests on one', () => {
    for (const condition of storeConditionNames) {
      for (const { address, grade, asOf } of storeConditions[condition].sources(pin)) {
        expect(new URL(address).protocol).toBe('https:');
        expect(grade).toMatch(/^[A-C]$/);
        expect(asOf === null || asOf <= today).toBe(true);
      }
    }
    combine(everyState(pin, today), (facts) => {
      const deciding = decidingOf(judgeStore(facts, today, pin));
      if (deciding === null) return;
      expect(storeConditions[deciding.condition].sources(pin).length).toBeGreaterThan(0);
      expect(citedRule(deciding.rule, procedures['pin-reset']).source.address).toMatch(/^https:/);
    });
  });

  test('a fact is named that decides, or that is open; none only where nobody has spoken against it', () => {
    combine(everyState(pin, today), (facts) => {
      for (const { condition, state, fact } of judgeStore(facts, today, pin)) {
        if (fact !== null) expect(storeConditions[condition].facts(pin)).toContain(fact);
        expect(fact === null || facts[fact] === undefined).toBe(fact === null || state === 'open');
        if (fact === null) expect(state).toBe('holds');
      }
    });
  });

  test('the advice goes by it, and asks for what is open only while nothing fails', () => {
    combine(everyState(pin, today), (facts) => {
      const reading = readingOf(visitOf(facts, { now: { day: today, minute: 540 }, office: usualOffice }));
      const judgements = judgeStore(facts, today, pin);
      const open = judgements.filter(({ state }) => state === 'open').map(({ fact }) => fact);
      const failing = judgements.find(({ state }) => state === 'fails');
      expect(storeObstacle(reading, pin)).toBe(failing?.rule ?? (open.length > 0 ? 'unknown' : null));
      expect(reading.missing()).toEqual(failing === undefined ? open : []);
    });
  });

  test('each chain holds for it exactly if the terms of J-LIS name the chain for it', () => {
    for (const chain of storeChains) {
      const chainOf = judgeStore(factsOf({ konbini: konbiniOf(chain) }), today, pin).at(-1);
      expect([chain.name, chainOf?.state]).toEqual([chain.name, chain.sets.includes(pin) ? 'holds' : 'fails']);
    }
  });
});

test('with nothing known, all is open but the day and whose card it is', () => {
  expect(judgeStore({}, today, 'signature').map(({ condition, state, fact }) => [condition, state, fact])).toEqual([
    ['offered-yet', 'holds', null],
    ['card', 'open', 'card'],
    ['other-pin', 'open', 'pin.authentication'],
    ['phone', 'open', 'phone'],
    ['nothing-changed', 'open', 'changedSinceIssue'],
    ['both-certificates', 'open', 'certificate.authentication'],
    ['photo-card-holder', 'holds', null],
    ['chain', 'open', 'konbini'],
  ]);
});

test.each([
  ['signature', '2022-08-03', 'fails'],
  ['signature', '2022-08-04', 'holds'],
  ['authentication', '2024-09-19', 'fails'],
  ['authentication', '2024-09-20', 'holds'],
] as const)('whether the %s PIN was set anew at stores on %s: %s', (pin, day, state) => {
  expect(judgeStore({}, day, pin)[0]).toEqual({
    condition: 'offered-yet',
    state,
    fact: null,
    rule: 'konbini-not-yet',
  });
});

test('no other PIN is set anew at a store', () => {
  expect(storePins).toEqual(['signature', 'authentication']);
  expect(storeChains.filter(({ sets }) => !sets.includes('signature'))).toEqual([]);
});

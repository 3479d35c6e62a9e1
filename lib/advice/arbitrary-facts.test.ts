import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '../facts/day.ts';
import { evidences, type FactName, type Facts, factDefinitions, factNames } from '../facts/fact.ts';
import { usualOffice } from '../procedures/office.ts';
import { consult } from './consult.ts';
import { answersTo, type EndedVisit, withAnswer } from './every-visit.ts';
import { cardLaws } from './testing/card-laws.ts';
import { nameOf, seenOf } from './testing/seen.ts';
import { wayLaws } from './testing/way-laws.ts';
import type { Setting } from './visit.ts';

/** More than any path of the enumeration has. */
const mostQuestions = 16;

const anyDay = fc.integer({ min: 0, max: 800 }).map((days): Day => addDays('2026-01-01', days));
const anySetting: fc.Arbitrary<Setting> = fc.record({
  now: fc.record({ day: anyDay, minute: fc.integer({ min: 0, max: 1439 }) }),
  office: fc.constant(usualOffice),
});

const anyValue = (name: FactName): fc.Arbitrary<string | number> => {
  const definition = factDefinitions[name];
  if (definition.kind === 'count') return fc.integer({ min: 0, max: definition.max });
  return definition.kind === 'day'
    ? fc.oneof(fc.constantFrom(...definition.values, '2026-11-25'), anyDay)
    : fc.constantFrom(...definition.values);
};

/** Any facts together, however unlikely: a card that is lost with tries counted on it. */
const anyFacts: fc.Arbitrary<Facts> = fc
  .record(
    Object.fromEntries(
      factNames.map((name) => [name, fc.record({ value: anyValue(name), evidence: fc.constantFrom(...evidences) })]),
    ),
    { requiredKeys: [] },
  )
  // Each name has a value of its own definition.
  .map((facts) => facts as Facts);

/** Picks one of the answers, whatever is asked. */
const anyChoices = fc.array(fc.nat(), { minLength: mostQuestions, maxLength: mostQuestions });

const walk = (setting: Setting, start: Facts, choices: readonly number[]): EndedVisit => {
  let facts = start;
  const asked: FactName[] = [];
  for (;;) {
    const next = consult(facts, setting);
    if (next.kind === 'advice') return { facts, asked, advice: next.advice };
    const answers = answersTo(next.fact, setting.now.day);
    const answer = answers[(choices[asked.length] ?? 0) % answers.length];
    if (answer === undefined || facts[next.fact] !== undefined) throw new Error(`asks again for ${next.fact}`);
    asked.push(next.fact);
    if (asked.length > mostQuestions) throw new Error(`no end: ${asked.join(', ')}`);
    facts = withAnswer(facts, next.fact, answer);
  }
};

describe('from any facts whatever', { timeout: 60_000 }, () => {
  test('a visit ends in advice, and every law holds on it', () => {
    fc.assert(
      fc.property(anySetting, anyFacts, anyChoices, (setting, facts, choices) => {
        const seen = seenOf(setting, walk(setting, facts, choices));
        for (const [law, judge] of Object.entries({ ...cardLaws, ...wayLaws })) {
          const complaint = judge(seen);
          if (complaint !== null) throw new Error(`${law}: ${complaint}: ${nameOf('any', seen)}`);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test('the same facts lead to the same place, whoever established them and in whatever order', () => {
    fc.assert(
      fc.property(anySetting, anyFacts, fc.constantFrom(...evidences), (setting, facts, evidence) => {
        const others = Object.entries(facts)
          .toReversed()
          .map(([name, { value }]) => [name, { value, evidence }]);
        const { heeded: _, ...found } = consult(facts, setting);
        expect(consult(Object.fromEntries(others), setting)).toMatchObject(found);
      }),
      { numRuns: 2_000 },
    );
  });

  test('an answer is heeded, and what is heeded is known', () => {
    fc.assert(
      fc.property(anySetting, anyFacts, fc.nat(), (setting, facts, choice) => {
        const next = consult(facts, setting);
        expect(next.heeded.filter((name) => facts[name] === undefined)).toEqual([]);
        expect(new Set(next.heeded).size).toBe(next.heeded.length);
        if (next.kind === 'advice') return;
        const answers = answersTo(next.fact, setting.now.day);
        const answer = answers[choice % answers.length] ?? 'unknown';
        expect(consult(withAnswer(facts, next.fact, answer), setting).heeded).toContain(next.fact);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the birthday on which certificates end moves no advice', () => {
    fc.assert(
      fc.property(anySetting, anyFacts, anyDay, (setting, facts, day) => {
        const { certificateEnds: _, ...others } = facts;
        expect(consult(withAnswer(others, 'certificateEnds', day), setting)).toEqual(consult(others, setting));
      }),
      { numRuns: 500 },
    );
  });
});

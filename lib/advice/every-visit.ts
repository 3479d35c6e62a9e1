import { addDays, type Day } from '../facts/day.ts';
import { type FactName, type Facts, factDefinitions } from '../facts/fact.ts';
import type { Advice } from './advice.ts';
import { consult } from './consult.ts';
import type { Setting } from './visit.ts';

/**
 * Days that stand for all: what a deadline decides is whether a way is in time, and every way the rules know ends within
 * a few weeks.
 */
const daysAhead = [0, 1, 3, 5, 8, 14, 30] as const;

/** The answers that a question can have. A day is represented by a few that differ in what they let through. */
export const answersTo = (fact: FactName, today: Day): readonly (string | number)[] => {
  const definition = factDefinitions[fact];
  if (definition.kind === 'choice') return definition.values;
  if (definition.kind === 'day') return [...definition.values, ...daysAhead.map((days) => addDays(today, days))];
  return Array.from({ length: definition.max + 1 }, (_, tries) => tries);
};

/** The facts with one more, said by the visitor. */
export const withAnswer = (facts: Facts, fact: FactName, value: string | number): Facts =>
  // `answersTo` gives only values of this fact.
  ({ ...facts, [fact]: { value, evidence: 'said' } }) as Facts;

export interface EndedVisit {
  readonly facts: Facts;
  /** Questions in the order in which they came. */
  readonly asked: readonly FactName[];
  readonly advice: Advice;
}

/** Every visit that the rules can lead to from `facts`: branches on each value of whatever they ask for next. */
export function* everyVisit(
  setting: Setting,
  facts: Facts = {},
  asked: readonly FactName[] = [],
): Generator<EndedVisit> {
  const next = consult(facts, setting);
  if (next.kind === 'advice') {
    yield { facts, asked, advice: next.advice };
    return;
  }
  for (const value of answersTo(next.fact, setting.now.day)) {
    yield* everyVisit(setting, withAnswer(facts, next.fact, value), [...asked, next.fact]);
  }
}

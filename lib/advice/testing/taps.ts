import type { Day } from '../../facts/day.ts';
import type { FactName, Facts } from '../../facts/fact.ts';
import type { OnlinePin } from '../../procedures/procedure.ts';
import { answersTo, type EndedVisit, everyVisit, withAnswer } from '../every-visit.ts';
import { type ScreenQuestion, screenQuestion } from '../screen-question.ts';
import type { Start } from './starts.ts';

/** All at hand, or all on the slip: what one tap says about the PINs of a screen. */
const isSaidAtOnce = (pins: readonly OnlinePin[], facts: Facts): boolean =>
  ['known', 'on-slip-at-home'].some((answer) => pins.every((pin) => facts[`pin.${pin}`]?.value === answer));

const factsOn = (screen: ScreenQuestion): readonly FactName[] =>
  screen.kind === 'one' ? [screen.fact] : screen.pins.map((pin) => `pin.${pin}` as const);

/** Taps from the first question to the advice. @param start - what was known before the first question */
export const tapsOf = ({ facts, asked }: Pick<EndedVisit, 'facts' | 'asked'>, start: Facts): number => {
  let known: Facts = start;
  let isOneByOne = false;
  let taps = 0;
  for (const fact of asked) {
    if (known[fact] !== undefined) continue;
    taps += 1;
    const screen = screenQuestion(fact, known, isOneByOne);
    if (screen.kind === 'pins' && !isSaidAtOnce(screen.pins, facts)) {
      // 「わからないものがある」, and then this one.
      isOneByOne = true;
      taps += 1;
      known = { ...known, [fact]: facts[fact] };
      continue;
    }
    for (const each of factsOn(screen)) known = { ...known, [each]: facts[each] };
  }
  return taps;
};

/** The value that half of the `weight` does not exceed. @param counts - how much weight there is, by value */
export const medianOf = (counts: ReadonlyMap<number, number>): number => {
  const sorted = [...counts].toSorted(([one], [other]) => one - other);
  const half = sorted.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let below = 0;
  for (const [value, weight] of sorted) {
    below += weight;
    if (below >= half) return value;
  }
  return Number.NaN;
};

/** Who counts how much: `visits`: every way the same; `people`: as many as take it; `cardHolders`: of those, who have a card. */
export interface Taps {
  readonly visits: Map<number, number>;
  readonly people: Map<number, number>;
  readonly cardHolders: Map<number, number>;
}

/** How likely this way is when each answer to a question is as likely as the others. */
const likelihood = (asked: readonly FactName[], today: Day): number =>
  asked.reduce((chance, fact) => chance / answersTo(fact, today).length, 1);

/** Taps to the advice, that on the errand included, over all visits from `starts`. */
export const tapsFrom = (starts: readonly Start[]): Taps => {
  const taps: Taps = { visits: new Map(), people: new Map(), cardHolders: new Map() };
  const count = (weights: Map<number, number>, number: number, weight: number): unknown =>
    weights.set(number, (weights.get(number) ?? 0) + weight);
  for (const { setting, facts, errands } of starts) {
    for (const errand of errands) {
      const begun = withAnswer(facts, 'errand', errand);
      for (const visit of everyVisit(setting, begun)) {
        const number = 1 + tapsOf(visit, begun);
        count(taps.visits, number, 1);
        count(taps.people, number, likelihood(visit.asked, setting.now.day));
        const others = visit.asked.filter((fact) => fact !== 'card');
        const hasCard = others.length === visit.asked.length || visit.facts.card?.value === 'my-number';
        if (hasCard) count(taps.cardHolders, number, likelihood(others, setting.now.day));
      }
    }
  }
  return taps;
};

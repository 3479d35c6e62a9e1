import type { FactName } from '../../facts/fact.ts';
import type { Advice } from '../advice.ts';
import type { EndedVisit } from '../every-visit.ts';

/** One question on the way to the visit just seen, with what each of its answers so far has led to. */
interface Asked {
  readonly fact: FactName;
  value: unknown;
  readonly outcomes: Set<number>[];
}

const isSame = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  one.size === other.size && one.isSubsetOf(other);

const isUseless = ({ outcomes: [first, ...others] }: Asked): boolean =>
  first !== undefined && others.length > 0 && others.every((each) => isSame(first, each));

/**
 * Finds questions all of whose answers lead to the same set of advice. Takes visits in the order in which `everyVisit`
 * gives them, so that the visits beyond a question come one after the other.
 */
export const watchQuestions = () => {
  const numbers = new Map<string, number>();
  const path: Asked[] = [];
  const useless: string[] = [];
  let before: EndedVisit | null = null;

  const numberOf = ({ routes, blocked, notes }: Advice): number => {
    // That a last day is kept is said wherever one is known; it is no other advice.
    const text = JSON.stringify([routes, blocked, notes]).replaceAll(',"deadline-kept"', '');
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };

  /** All visits beyond the questions deeper than `depth` have been seen. */
  const leave = (depth: number): void => {
    while (path.length > depth) {
      const left = path.pop();
      if (left === undefined) return;
      if (isUseless(left) && before !== null) {
        const answers = path.map(({ fact, value }) => `${fact}=${value}`);
        useless.push(`${before.advice.errand}: ${left.fact} after ${answers.join(' ')}`);
      }
      const above = path.at(-1)?.outcomes.at(-1);
      for (const outcomes of left.outcomes) for (const outcome of outcomes) above?.add(outcome);
    }
  };

  return {
    see: (visit: EndedVisit): void => {
      const value = (fact: FactName) => visit.facts[fact]?.value;
      const changed = path.findIndex(({ fact, value: answer }) => value(fact) !== answer);
      const kept = changed === -1 ? path.length : changed;
      leave(kept + 1);
      const turned = path[kept];
      if (turned !== undefined) {
        turned.value = value(turned.fact);
        turned.outcomes.push(new Set());
      }
      for (const fact of visit.asked.slice(path.length)) path.push({ fact, value: value(fact), outcomes: [new Set()] });
      path.at(-1)?.outcomes.at(-1)?.add(numberOf(visit.advice));
      before = visit;
    },
    /** To be called after the last visit. */
    found: (): readonly string[] => {
      leave(0);
      return useless;
    },
  };
};

/**
 * `npm run bench:advice`: how long the next question, or the advice, takes to find at every step of every visit, and how
 * many taps a visit takes.
 */
import type { Consultation } from '../lib/advice/advice.ts';
import { consult } from '../lib/advice/consult.ts';
import { answersTo, withAnswer } from '../lib/advice/every-visit.ts';
import { everyErrand, type Start, startsWithMore, startsWithoutReader } from '../lib/advice/testing/starts.ts';
import { medianOf, tapsFrom } from '../lib/advice/testing/taps.ts';
import type { Setting } from '../lib/advice/visit.ts';
import type { Facts } from '../lib/facts/fact.ts';
import { startsWithReader } from '../lib/reader/testing/starts-with-reader.ts';

/** In milliseconds. */
const bar = 5;

const times: number[] = [];

const timed = (facts: Facts, setting: Setting): Consultation => {
  const startedAt = performance.now();
  const next = consult(facts, setting);
  times.push(performance.now() - startedAt);
  return next;
};

/** Every step of every visit from here. @returns how many visits end */
const walk = (facts: Facts, setting: Setting): number => {
  const next = timed(facts, setting);
  if (next.kind === 'advice') return 1;
  const answers = answersTo(next.fact, setting.now.day);
  return answers.reduce<number>((visits, value) => visits + walk(withAnswer(facts, next.fact, value), setting), 0);
};

const measureTime = (): void => {
  let visits = 0;
  for (const { setting, facts, errands } of [...startsWithoutReader, ...startsWithMore, ...startsWithReader]) {
    for (const errand of errands) visits += walk(withAnswer(facts, 'errand', errand), setting);
  }
  const first = times[0] ?? Number.NaN;
  const over = times.filter((time) => time > bar).length;
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): string =>
    `${(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(3)} ms`;
  console.log(`\nThe next question, or the advice: ${times.length} steps of ${visits} visits`);
  console.log(
    `  median ${at(0.5)}, p99 ${at(0.99)}, worst ${at(1)}; ${over} over the bar of ${bar} ms; the very first ${first.toFixed(1)} ms`,
  );
};

const countTaps = (title: string, starts: readonly Start[]): void => {
  const { visits, people, cardHolders } = tapsFrom(starts);
  const sorted = [...visits].toSorted(([one], [other]) => one - other);
  console.log(`\nTaps to advice, ${title}`);
  console.log(`  median ${medianOf(cardHolders)} of those who have a My Number card, each answer as likely`);
  console.log(`  median ${medianOf(people)} of everybody, ${medianOf(visits)} with every way counted once`);
  console.log(`  ways by taps: ${sorted.map(([taps, count]) => `${taps}: ${count}`).join(', ')}`);
};

const isOfEveryErrand = ({ errands }: Start): boolean => errands === everyErrand;

measureTime();
countTaps('without a reader', startsWithoutReader.filter(isOfEveryErrand));
countTaps('after a card was read', startsWithReader.filter(isOfEveryErrand));

/** The numbers of a day, from which nobody can be made out. Pure. */
import * as v from 'valibot';
import { waitSteps } from './wait-steps.ts';

/** Fewer than this many are not told. */
export const fewest = 5;

/** `null`: fewer than `fewest`, or left out so that such a one cannot be worked out from the sum. */
const figure = v.nullable(v.number());
const group = v.array(v.strictObject({ value: v.string(), count: figure }));

/** `GET /api/staff/numbers`. Groups are from the most to the fewest; seconds are the upper ends of steps. */
export const numbersSchema = v.strictObject({
  day: v.string(),
  visits: figure,
  outcomes: group,
  languages: group,
  /** Where visits ended that came to nothing, and where others did: the step that was last on the screen. */
  lastSteps: group,
  reads: figure,
  earlyLifts: figure,
  /** Mean length of a visit in seconds; `null`: of too few. */
  meanSeconds: figure,
  calls: v.strictObject({
    asked: figure,
    reasons: group,
    /** How calls ended: helped, abandoned before anybody came, left afterwards. */
    ends: group,
    /** How many were claimed within so many seconds. */
    waits: group,
    /** Half, and nine in ten, were claimed within so many seconds. */
    p50S: figure,
    p90S: figure,
  }),
});
export type Numbers = v.InferOutput<typeof numbersSchema>;
export type Figure = number | null;
export type Group = Numbers['outcomes'];

/** A count as `lib/helpdesk/store/tally.ts` adds them up. */
export interface Tally {
  readonly name: string;
  readonly value: string;
  readonly count: number;
}

const sumOf = (tallies: readonly Tally[]): number => tallies.reduce((sum, { count }) => sum + count, 0);

/** Nobody is nobody; a few are not told. */
const told = (count: number): Figure => (count === 0 || count >= fewest ? count : null);

/**
 * A group without its small counts. Where those could be worked out from the sum, the next smallest is left out as well.
 */
const withoutSmall = (tallies: readonly Tally[]): Group => {
  const sorted = tallies
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  let leftOut = sorted.filter(({ count }) => count < fewest).length;
  const hidden = (): number => sumOf(sorted.slice(sorted.length - leftOut));
  // Few hidden ones with a small sum could be worked out: one alone, or three that are three in all.
  while (leftOut > 0 && leftOut < sorted.length && (leftOut === 1 || hidden() < fewest)) leftOut += 1;
  return sorted.map(({ value, count }, at) => ({ value, count: at >= sorted.length - leftOut ? null : count }));
};

/** The upper end of the step in which the part `share` of all waits lies; `null`: too few, or beyond the last step. */
const within = (waits: readonly Tally[], share: number): Figure => {
  const all = sumOf(waits);
  if (all < fewest) return null;
  let sum = 0;
  for (const end of waitSteps) {
    sum += waits.find(({ value }) => value === String(end))?.count ?? 0;
    if (sum >= share * all) return end;
  }
  return null;
};

export const numbersOf = (day: string, tallies: readonly Tally[]): Numbers => {
  const named = (name: string): readonly Tally[] => tallies.filter((tally) => tally.name === name);
  const sum = (value: string): number => sumOf(named('sum').filter((tally) => tally.value === value));
  const visits = sumOf(named('outcome'));
  const waits = named('claimedWithin');
  return {
    day,
    visits: told(visits),
    outcomes: withoutSmall(named('outcome')),
    languages: withoutSmall(named('language')),
    lastSteps: withoutSmall(named('lastStep')),
    reads: told(sum('reads')),
    earlyLifts: told(sum('earlyLifts')),
    meanSeconds: visits < fewest ? null : Math.round(sum('seconds') / visits),
    calls: {
      asked: told(sumOf(named('call'))),
      reasons: withoutSmall(named('call')),
      ends: withoutSmall(named('callEnd')),
      waits: withoutSmall(waits),
      p50S: within(waits, 0.5),
      p90S: within(waits, 0.9),
    },
  };
};

const row = (...cells: readonly (string | number)[]): string => `${cells.join(',')}\r\n`;
const cell = (count: Figure): string | number => count ?? `<${fewest}`;
const rows = (name: string, group: Group): string =>
  group.map(({ value, count }) => row(name, value, cell(count))).join('');

/** As RFC 4180. Every name and value is one of ours, so nothing needs quotes and nothing can be a formula. */
export const numbersCsv = ({ day, calls, ...numbers }: Numbers): string =>
  [
    row('name', 'value', 'count'),
    row('day', day, ''),
    row('visits', '', cell(numbers.visits)),
    row('reads', '', cell(numbers.reads)),
    row('earlyLifts', '', cell(numbers.earlyLifts)),
    row('meanSeconds', '', cell(numbers.meanSeconds)),
    rows('outcome', numbers.outcomes),
    rows('language', numbers.languages),
    rows('lastStep', numbers.lastSteps),
    row('calls', '', cell(calls.asked)),
    rows('callReason', calls.reasons),
    rows('callEnd', calls.ends),
    rows('claimedWithinSeconds', calls.waits),
    row('claimedP50Seconds', '', cell(calls.p50S)),
    row('claimedP90Seconds', '', cell(calls.p90S)),
  ].join('');

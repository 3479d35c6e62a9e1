/**
 * Visits written from the sources alone, each with the source that decides it. `golden/everyday.json` is a visitor with
 * everything in order; a case says only what is different, `null` for what is not known. What a case expects is a part of
 * the answer.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isDay } from '../facts/day.ts';
import { factDefinitions } from '../facts/fact.ts';
import { readFacts } from '../facts/facts-file.ts';
import type { Moment } from '../facts/moment.ts';
import { usualOffice } from '../procedures/office.ts';
import { type Advice, type Blocked, type Consultation, type Route, stepNames } from './advice.ts';
import { consult } from './consult.ts';

interface RoutePart {
  readonly channel?: string;
  readonly by?: string;
  readonly first?: readonly string[];
  readonly firstIncludes?: readonly string[];
  /** None of these is among the steps. */
  readonly firstExcludes?: readonly string[];
  readonly visits?: number;
  readonly doneBy?: string;
  readonly doneByLatest?: string;
  readonly rulesInclude?: readonly string[];
  readonly bringIncludes?: readonly string[];
}

interface BlockedPart {
  readonly channel: string;
  readonly by?: string;
  readonly becauseIncludes?: readonly string[];
  readonly becauseIncludesOneOf?: readonly string[];
}

interface Expected {
  readonly question?: string;
  readonly best?: RoutePart;
  readonly routesInclude?: readonly RoutePart[];
  readonly routesExclude?: readonly RoutePart[];
  readonly blockedIncludes?: readonly BlockedPart[];
  readonly notesInclude?: readonly string[];
  readonly notesExclude?: readonly string[];
  /** Rules that are named somewhere: with a way, with a closed one, or as a note. */
  readonly mentions?: readonly string[];
  readonly mentionsOneOf?: readonly string[];
  /** Steps that no way contains. */
  readonly never?: { readonly first: readonly string[] };
}

interface GoldenCase {
  readonly name: string;
  /** `section`: of the record of sources. */
  readonly source: { readonly section: string; readonly address: string };
  readonly on: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly expect: Expected;
}

const folder = new URL('golden/', import.meta.url);
const load = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const everyday = load('everyday.json');
const files = readdirSync(folder).filter((file) => file !== 'everyday.json');
const cases: readonly (readonly [string, GoldenCase])[] = files.flatMap((file) =>
  load(file).map((golden: GoldenCase) => [`${file.replace('.json', '')}: ${golden.name}`, golden] as const),
);

const momentOn = (on: string): Moment => {
  const [day, time = '09:00'] = on.split('T');
  if (!isDay(day)) throw new RangeError(`on: ${on}`);
  return { day, minute: Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) };
};

const factsOf = (golden: GoldenCase) =>
  Object.fromEntries(Object.entries({ ...everyday, ...golden.facts }).filter(([, value]) => value !== null));

const consultOn = (golden: GoldenCase): Consultation => {
  const read = readFacts(factsOf(golden));
  if (!read.ok) throw new TypeError(`facts: ${JSON.stringify(read.mistakes)}`);
  return consult(read.facts, { now: momentOn(golden.on), office: usualOffice });
};

const includesAll = (values: readonly string[], wanted: readonly string[] = []): boolean =>
  wanted.every((one) => values.includes(one));

/** What of `part` is not true of `route`; empty when all of it is. */
const differences = (route: Route, part: RoutePart): readonly string[] => {
  const holds: Readonly<Record<keyof RoutePart, boolean>> = {
    channel: part.channel === undefined || part.channel === route.channel,
    by: part.by === undefined || part.by === route.by,
    first: part.first === undefined || part.first.join() === route.first.join(),
    firstIncludes: includesAll(route.first, part.firstIncludes),
    firstExcludes: part.firstExcludes?.some((step) => includesAll(route.first, [step])) !== true,
    visits: part.visits === undefined || part.visits === route.visits,
    doneBy: part.doneBy === undefined || part.doneBy === route.doneBy,
    doneByLatest: part.doneByLatest === undefined || (route.doneBy !== null && route.doneBy <= part.doneByLatest),
    rulesInclude: includesAll(route.rules, part.rulesInclude),
    bringIncludes: includesAll(route.bring, part.bringIncludes),
  };
  return Object.entries(holds).flatMap(([name, isTrue]) => (isTrue ? [] : [name]));
};

const blockedMatches = (blocked: Blocked, part: BlockedPart): boolean =>
  blocked.channel === part.channel &&
  (part.by === undefined || blocked.by === part.by) &&
  includesAll(blocked.because, part.becauseIncludes) &&
  (part.becauseIncludesOneOf?.some((rule) => includesAll(blocked.because, [rule])) ?? true);

const mentioned = ({ routes, blocked, notes }: Advice): readonly string[] => [
  ...routes.flatMap(({ rules }) => rules),
  ...blocked.flatMap(({ because }) => because),
  ...notes,
];

/** What is wrong with the advice, in words that help to find it. */
const complaints = (advice: Advice, expected: Expected): readonly string[] => {
  const { routes, blocked, notes } = advice;
  const complain = (what: string, isWrong: boolean, about: unknown) =>
    isWrong ? [`${what} ${JSON.stringify(about)}`] : [];
  const [best] = routes;
  const { best: wanted = {}, never = { first: [] }, mentionsOneOf = [] } = expected;
  const rules = mentioned(advice);
  return [
    ...differences(best, wanted).map((name) => `best: ${name} ${JSON.stringify(wanted)}`),
    ...(expected.routesInclude ?? []).flatMap((part) =>
      complain('no route', !routes.some((route) => differences(route, part).length === 0), part),
    ),
    ...(expected.routesExclude ?? []).flatMap((part) =>
      complain(
        'a route',
        routes.some((route) => differences(route, part).length === 0),
        part,
      ),
    ),
    ...(expected.blockedIncludes ?? []).flatMap((part) =>
      complain('not blocked', !blocked.some((one) => blockedMatches(one, part)), part),
    ),
    ...(expected.notesInclude ?? []).flatMap((note) => complain('no note', !includesAll(notes, [note]), note)),
    ...(expected.notesExclude ?? []).flatMap((note) => complain('a note', includesAll(notes, [note]), note)),
    ...(expected.mentions ?? []).flatMap((rule) => complain('not mentioned', !rules.includes(rule), rule)),
    ...complain(
      'none mentioned',
      mentionsOneOf.length > 0 && !mentionsOneOf.some((rule) => rules.includes(rule)),
      mentionsOneOf,
    ),
    ...never.first.flatMap((step) =>
      complain(
        'a route with',
        routes.some(({ first }) => includesAll(first, [step])),
        step,
      ),
    ),
  ];
};

test.each(cases)('%s', (_name, golden) => {
  const found = consultOn(golden);
  if (golden.expect.question !== undefined) {
    expect(found).toMatchObject({ kind: 'question', fact: golden.expect.question });
    return;
  }
  if (found.kind === 'question') throw new Error(`asks for ${found.fact}`);
  expect({ complaints: complaints(found.advice, golden.expect), advice: found.advice }).toMatchObject({
    complaints: [],
  });
});

test('there are at least 75 cases, each with a name of its own and a source', () => {
  expect(cases.length).toBeGreaterThanOrEqual(75);
  expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  for (const [, { source }] of cases) {
    expect(source.section).toMatch(/^\d{1,2}(\.\d)?$/);
    expect(source.address).toMatch(/^https?:\/\/\S+$/);
  }
});

test('every errand has a case', () => {
  const errands = new Set(cases.map(([, { facts }]) => facts.errand));
  expect(factDefinitions.errand.values.filter((errand) => !errands.has(errand))).toEqual([]);
});

test('every step of a way has a case that wants it or forbids it', () => {
  const text = JSON.stringify(cases.map(([, golden]) => golden.expect));
  expect(stepNames.filter((step) => !text.includes(`"${step}"`))).toEqual([]);
});

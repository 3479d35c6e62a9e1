import { answersTo, withAnswer } from '../lib/advice/every-visit.ts';
import { type PageName, pages } from '../lib/advice/sources.ts';
import {
  type ConditionState,
  decidingOf,
  judgeStore,
  type StoreChain,
  type StoreConditionName,
  type StoreJudgement,
  type StorePin,
  storeChains,
  storeConditionNames,
  storeConditions,
  storePins,
  storeResetSince,
  storeTerms,
} from '../lib/advice/store-reset.ts';
import { addDays, type Day } from '../lib/facts/day.ts';
import type { FactName, Facts } from '../lib/facts/fact.ts';
import type { Source } from '../lib/procedures/procedure.ts';

/** A day after both PINs were set anew at stores, so that the page does not depend on when it is made. */
const someDay: Day = '2026-11-25';

const official: Readonly<Record<StorePin, string>> = {
  signature: '署名用電子証明書暗証番号',
  authentication: '利用者証明用電子証明書暗証番号',
};

const asks: Readonly<Record<StoreConditionName, string>> = {
  'offered-yet': 'terminals set this PIN anew on that day',
  card: 'the card is at hand and has PINs; who does not know which card it is has one with PINs if they know the other PIN',
  'other-pin': 'the other of the two PINs is known, or on the slip, and not locked',
  phone: 'a phone that reads the card and runs the app, for the booking',
  'nothing-changed': 'name, address, birth date and sex are the same as when the certificates were issued',
  'both-certificates':
    'both certificates are valid; the one for signatures counts when something is known against it, as 5 has what ends it early',
  'photo-card-holder': 'the face can be compared with the photo on the card, and its holder has both certificates',
  chain: 'the store within reach belongs to a chain that sets this PIN anew',
};

const pageNames = Object.keys(pages) as PageName[];

const cite = (source: Source): string => {
  const name = pageNames.find((each) => pages[each] === source);
  return `[${name}] ${source.grade}, ${source.asOf ?? 'undated'}`;
};

/** Facts, or a day, and how one condition stands with them. */
interface Case {
  readonly facts: Facts;
  readonly day: Day;
  readonly judgement: StoreJudgement;
}

const caseOf = (condition: StoreConditionName, pin: StorePin, facts: Facts, day: Day): readonly Case[] =>
  judgeStore(facts, day, pin)
    .filter((judgement) => judgement.condition === condition)
    .map((judgement) => ({ facts, day, judgement }));

const withEveryAnswer = (facts: Facts, fact: FactName): readonly Facts[] => [
  ...answersTo(fact, someDay).map((value) => withAnswer(facts, fact, value)),
  facts,
];

/** Every combination of the facts of one condition, and not knowing them. */
const casesOf = (condition: StoreConditionName, pin: StorePin): readonly Case[] => {
  const names = storeConditions[condition].facts(pin);
  const { day } = storeResetSince[pin];
  if (names.length === 0) return [addDays(day, -1), day].flatMap((each) => caseOf(condition, pin, {}, each));
  const known = names.reduce<readonly Facts[]>(
    (all, name) => all.flatMap((facts) => withEveryAnswer(facts, name)),
    [{}],
  );
  return known.flatMap((facts) => caseOf(condition, pin, facts, someDay));
};

const valueIn = ({ facts }: Case, name: FactName): string => String(facts[name]?.value ?? 'not known');

/** Cases that come to the same, with the values that each fact has in them. */
interface Alike {
  readonly values: readonly (readonly string[])[];
  readonly judgement: StoreJudgement;
}

/** Puts together what differs in one fact only. */
const joinedAt = (place: number, lines: readonly Alike[]): readonly Alike[] => {
  const groups = Map.groupBy(lines, ({ values, judgement }) =>
    JSON.stringify([values.toSpliced(place, 1), judgement.state, judgement.fact]),
  );
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const joined = group.flatMap(({ values }) => values[place] ?? []);
    return first === undefined ? [] : [{ ...first, values: first.values.with(place, joined) }];
  });
};

const alikeOf = (condition: StoreConditionName, pin: StorePin): readonly Alike[] => {
  const names = storeConditions[condition].facts(pin);
  const lines = casesOf(condition, pin).map((each) => ({
    values: names.map((name) => [valueIn(each, name)]),
    judgement: each.judgement,
  }));
  return names.reduceRight<readonly Alike[]>((joined, _, place) => joinedAt(place, joined), lines);
};

const valuesText = (name: FactName, values: readonly string[] = []): string => {
  const isAny = values.length === withEveryAnswer({}, name).length;
  return `\`${name}\`: ${isAny ? 'whatever it is' : values.join(', ')}`;
};

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const dayRows = (pin: StorePin): readonly string[] => {
  const [before, since] = casesOf('offered-yet', pin);
  const sources = storeConditions['offered-yet'].sources(pin).map(cite).join('; ');
  return [before, since].flatMap((each, at) =>
    each === undefined
      ? []
      : [row('`offered-yet`', `${at === 0 ? 'up to' : 'from'} ${each.day}`, each.judgement.state, 'the day', sources)],
  );
};

const conditionRows = (condition: StoreConditionName, pin: StorePin): readonly string[] => {
  const { facts, sources } = storeConditions[condition];
  const names = facts(pin);
  if (names.length === 0) return dayRows(pin);
  return alikeOf(condition, pin).map(({ values, judgement: { state, fact } }) =>
    row(
      `\`${condition}\``,
      names.map((name, place) => valuesText(name, values[place])).join('; '),
      state,
      fact === null ? 'none: taken for granted' : `\`${fact}\``,
      sources(pin).map(cite).join('; '),
    ),
  );
};

const pinSection = (pin: StorePin): string => `## ${official[pin]} (\`${pin}\`)

| condition | known | state | by which fact | source, grade, as of |
| --- | --- | --- | --- | --- |
${storeConditionNames.flatMap((condition) => conditionRows(condition, pin)).join('\n')}`;

type Settled = Exclude<ConditionState, 'open'>;

/** Every way in which the conditions can hold or fail, from all holding to all failing. */
const combinations = (): readonly (readonly Settled[])[] =>
  storeConditionNames.reduce<readonly (readonly Settled[])[]>(
    (all) => all.flatMap((states) => [[...states, 'holds'] as const, [...states, 'fails'] as const]),
    [[]],
  );

/** Facts and a day with which each condition stands as `states` says: no two conditions look at the same fact. */
const exampleOf = (states: readonly Settled[], pin: StorePin): Pick<Case, 'facts' | 'day'> => {
  const chosen = storeConditionNames.flatMap(
    (condition, at) => casesOf(condition, pin).find(({ judgement }) => judgement.state === states[at]) ?? [],
  );
  const [{ day } = { day: someDay }] = chosen;
  return { facts: Object.assign({}, ...chosen.map(({ facts }) => facts)), day };
};

const outcome = (states: readonly Settled[], pin: StorePin): readonly [string, string, string] => {
  const { facts, day } = exampleOf(states, pin);
  const deciding = decidingOf(judgeStore(facts, day, pin));
  if (deciding === null) return ['holds', 'all', cite(pages.storeConditions)];
  const [source] = storeConditions[deciding.condition].sources(pin);
  return [deciding.state, `\`${deciding.condition}\``, cite(source)];
};

const combinationRow = (states: readonly Settled[]): string => {
  const cells = storePins.map((pin) => outcome(states, pin));
  const merged = [0, 1, 2].map((place) => [...new Set(cells.map((each) => each[place]))].join('; '));
  return row(...states.map((state) => (state === 'holds' ? '●' : '■')), ...merged);
};

const regions: Readonly<Record<NonNullable<StoreChain['where']>, string>> = {
  nationwide: 'nationwide',
  'honshu-shikoku': 'Honshu, Shikoku',
  'chugoku-shikoku': 'Chugoku, Shikoku',
};

const chainRow = ({ name, english, sets, where, isPartly }: StoreChain): string =>
  row(
    `${name} (${english})`,
    ...storePins.map((pin) => (sets.includes(pin) ? 'yes' : 'no')),
    [where === null ? '' : regions[where], isPartly ? 'some shops' : ''].filter(Boolean).join(', '),
  );

const timeText = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;

const citedPages = (): readonly PageName[] => {
  const sources = new Set<Source>([
    ...storePins.flatMap((pin) => storeConditionNames.flatMap((name) => storeConditions[name].sources(pin))),
    storeTerms.source,
  ]);
  return pageNames.filter((name) => sources.has(pages[name]));
};

/** docs/store-reset.md: every condition for a PIN set anew at a store, and everything that they can come to. */
export const storeResetPage = (): string => `# PINs set anew at a store

Made by \`npm run -s kazasu -- advise --store-reset > docs/store-reset.md\` from \`lib/advice/store-reset.ts\`; a test fails when it is out of
date. Grades as in [sources.md](sources.md), what each fact means in [facts.md](facts.md).

The store does it exactly if every condition holds. One that fails settles it, whatever else is open; while none fails and one is open, so
is the answer. Who says that they do not know has answered: \`unknown\` is not \`open\`. The first that fails, in this order, is the one that is named:

${storeConditionNames.map((name, at) => `${at + 1}. \`${name}\`: ${asks[name]}`).join('\n')}

J-LIS also asks for what no fact of a visit says: that nobody has asked for the certificates to be stopped, a camera in the phone, the app
JPKI暗証番号リセット, a network, and no maintenance at that hour. ${cite(pages.storeConditions)}.

${storePins.map(pinSection).join('\n\n')}

## Every combination

● holds, ■ fails; the numbers are those of the list above. The same for both PINs; where they rest on different pages, 署名用 comes first.

| ${storeConditionNames.map((_, at) => at + 1).join(' | ')} | store | decided by | source, grade, as of |
| ${storeConditionNames.map(() => '---').join(' | ')} | --- | --- | --- |
${combinations().map(combinationRow).join('\n')}

## Chains

${cite(pages.storeChains)}; after 2024-09, and the list was still growing. The fact \`konbini\` is \`both-pins\` or \`signature-only\`.

| chain | 署名用 | 利用者証明用 | where |
| --- | --- | --- | --- |
${storeChains.map(chainRow).join('\n')}

## Hours, booking, fee

- Terminals: ${timeText(storeTerms.opens)}–${timeText(storeTerms.closes)}; bookings in the app at any time, but for maintenance. ${cite(storeTerms.source)}.
- A booking is used within ${storeTerms.bookingHours} hours. ${cite(storeTerms.source)}.
- Fee: ${storeTerms.feeYen} yen. ${cite(storeTerms.source)}.
- When the new PIN can be used: not known, taken as at once.

## History

- ${storeResetSince.signature.day}: 署名用 only, at Seven-Eleven and Lawson, "from 2022"; the oldest day a source vouches for. ${cite(storeResetSince.signature.source)}.
- ${storeResetSince.authentication.day}: 利用者証明用 as well, by 2024-09 at Seven-Eleven; the oldest day a source vouches for. ${cite(storeResetSince.authentication.source)}.

${citedPages()
  .map((name) => `[${name}]: ${pages[name].address}`)
  .join('\n')}
`;

/** Adding a row is adding a row: these tests say what is missing. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { isDay } from '../facts/day.ts';
import { withoutReadings } from '../i18n/furigana.ts';
import { routing } from '../i18n/routing.ts';
import { foldCode } from './code-fit.ts';
import { appNames, audiences, type ErrorApp, grades, nextSteps, usedATry } from './error-row.ts';
import { errors, labelOf, shownErrors } from './errors.ts';
import { explain } from './search.ts';
import { errorShapes } from './shape.ts';

const isTidy = (value: string): boolean => value !== '' && value === value.trim().replaceAll(/\s+/g, ' ');
const text = v.pipe(v.string(), v.check(isTidy, 'is empty, or has spaces at its ends or two together'));
const kebab = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
/** When the first of the apps came out, and the day on which the sources were noted down. */
const [firstDay, lastDay] = ['2015-01-01', '2026-11-23'];
const isAsOf = (value: string): boolean => {
  const day = `${value}-01-01`.slice(0, 10);
  return isDay(day) && day >= firstDay && day <= lastDay;
};

const rowSchema = v.strictObject({
  id: kebab,
  app: v.picklist(Object.keys(appNames)),
  codes: v.array(text),
  says: v.array(text),
  words: v.array(text),
  unless: v.optional(text),
  usedATry: v.picklist(usedATry),
  next: v.pipe(v.array(v.picklist(nextSteps)), v.minLength(1)),
  audience: v.picklist(audiences),
  confirmed: v.boolean(),
  source: v.pipe(v.string(), v.startsWith('https://'), v.url()),
  grade: v.picklist(grades),
  asOf: v.nullable(v.pipe(v.string(), v.check(isAsOf, 'is no day, month or year, or not a likely one'))),
});
const [row] = errors;
const isInOrder = (part: object): boolean => v.is(rowSchema, { ...row, ...part });

interface Messages {
  readonly ErrorMeanings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly ErrorShapes: Readonly<Record<string, string>>;
  readonly ErrorSigns: Readonly<Record<string, string>>;
}
const messagesOf = (locale: string): Messages =>
  JSON.parse(readFileSync(new URL(`../../messages/${locale}.json`, import.meta.url), 'utf8'));

const ids = errors.map(({ id }) => id);
const codes = errors.flatMap((each) => each.codes.map((code) => [code, each.id] as const));

test.each(errors.map((each) => [each.id, each] as const))('%s has the shape that is promised', (_, each) => {
  expect(v.safeParse(rowSchema, each).issues ?? []).toEqual([]);
});

describe('a row that is not in order is refused:', () => {
  it.each([
    ['an id with capitals', { id: 'EI123' }],
    ['an app that is not in the list', { app: 'other-app' }],
    ['an empty code', { codes: [''] }],
    ['a code with a space at its end', { codes: ['115 '] }],
    ['a word of its own for a try', { usedATry: 'maybe' }],
    ['nowhere to go', { next: [] }],
    ['a way that nobody knows', { next: ['home'] }],
    ['a source that is no address', { source: 'ISO/IEC 7816-4' }],
    ['a source without TLS', { source: 'http://example.org/' }],
    ['a grade that is none', { grade: 'F' }],
    ['a day that does not exist', { asOf: '2026-02-30' }],
    ['a day to come', { asOf: '2027' }],
    ['a year before the card', { asOf: '2014' }],
    ['a member too many', { more: true }],
  ])('%s', (_, part) => {
    expect(isInOrder(part)).toBe(false);
  });

  it('the row that these were made from is in order', () => {
    expect(isInOrder({})).toBe(true);
  });
});

describe('the rows together', () => {
  it('are 28, of the 29 lines of the notes: two codes with the same story are one row', () => {
    expect(errors).toHaveLength(28);
  });

  it('have ids and codes of their own', () => {
    expect(ids).toEqual([...new Set(ids)]);
    const folded = codes.map(([code]) => foldCode(code));
    expect(folded).toEqual([...new Set(folded)]);
  });

  it('use every app, every way on and every word for a try', () => {
    const apps: ReadonlySet<ErrorApp> = new Set(errors.map(({ app }) => app));
    expect([...apps].sort()).toEqual(Object.keys(appNames).sort());
    expect([...new Set(errors.flatMap(({ next }) => next))].sort()).toEqual([...nextSteps].sort());
    expect([...new Set(errors.map((each) => each.usedATry))].sort()).toEqual([...usedATry].sort());
  });

  it('have no way on twice', () => {
    expect(errors.filter(({ next }) => new Set(next).size < next.length)).toEqual([]);
  });

  it.each(codes)('%s alone finds %s, and nothing else', (code, id) => {
    expect(explain(code, 5, { withUnconfirmed: true })).toMatchObject([{ row: { id }, fit: 'code' }]);
  });

  it.each(errors.flatMap(({ id, says, words }) => [...says, ...words].map((said) => [said, id] as const)))(
    '%s finds %s first',
    (said, id) => {
      expect(explain(said, 5, { withUnconfirmed: true })[0]?.row.id).toBe(id);
    },
  );

  it('are not shown where no usable source was found', () => {
    expect(errors.filter(({ confirmed }) => !confirmed).map(({ id }) => id)).toEqual([
      'apl0001',
      'nfc-tag-not-read',
      'sw-blocked',
      'sw-not-found',
    ]);
  });

  it('are for visitors to pick from without those, and without what a card answers to programs', () => {
    expect(shownErrors).toHaveLength(19);
    expect(shownErrors.filter(({ confirmed, app }) => !confirmed || app === 'card')).toEqual([]);
  });
});

describe('whether a try was used up', () => {
  const triesOf = (said: string) => explain(said)[0]?.row.usedATry;
  it.each([
    ['E0008', 'no', 'a read that failed'],
    ['62010', 'no', 'a read that failed'],
    ['503', 'no', 'a system that is down'],
    ['EI123-2008', 'no', 'a certificate that has expired'],
    ['署名用電子証明書が失効しています', 'no', 'a certificate that is void'],
    ['パスワードが間違っています。残り回数は2回です', 'yes', 'a wrong PIN'],
    ['HJS0432E', 'no', 'locked: there is none left to be used'],
    ['SW 6984', 'no', 'locked: there is none left to be used'],
    ['63C2', 'perhaps', 'the answer to a PIN and to the query of the count'],
    ['69900', 'not-known', 'nobody has said'],
  ])('%s: %s, %s', (said, answer) => {
    expect(triesOf(said)).toBe(answer);
  });
});

describe('what is written on a row to pick', () => {
  it.each([
    ['EI123-2008', ['EI123-2008', '電子証明書の検証に失敗しました', '窓口で電子証明書を更新してください']],
    ['電子認証エラー', ['電子認証エラー']],
    ['MKCZ405E', ['MKCZ405E']],
  ])('%s: %j', (said, words) => {
    expect(explain(said).map(({ row: found }) => labelOf(found))).toEqual([{ kind: 'words', words }]);
  });

  it('is a sign where the screen has neither code nor sentence', () => {
    const signs = errors.map(labelOf).flatMap((label) => (label.kind === 'sign' ? [label.id] : []));
    expect(signs).toEqual(['store-opens-again', 'old-app-opens', 'screen-lock-missing']);
  });
});

describe.each(routing.locales)('%s', (locale) => {
  const { ErrorMeanings, ErrorShapes, ErrorSigns } = messagesOf(locale);

  it('says of every row what it means and what to do, and of nothing else', () => {
    const keys = Object.entries(ErrorMeanings).map(([id, says]) => [id, Object.keys(says)]);
    expect(Object.fromEntries(keys)).toEqual(Object.fromEntries(ids.map((id) => [id, ['advice', 'meaning']])));
  });

  it('has a sign for every row without words of a screen, and for nothing else', () => {
    const signs = errors.map(labelOf).flatMap((label) => (label.kind === 'sign' ? [label.id] : []));
    expect(Object.keys(ErrorSigns).sort()).toEqual(signs.sort());
  });

  it('has words for every shape, and for nothing else', () => {
    expect(Object.keys(ErrorShapes).sort()).toEqual([...errorShapes].sort());
  });

  it('says of the apps of 2020 and 2021 that they are of those years', () => {
    const old = { 'mynaportal-ap': '2020', 'myna-point': '2020', 'vaccine-certificate': '2021' };
    const years = errors.flatMap(({ id, app }) =>
      Object.entries(old).flatMap(([name, year]) =>
        name === app ? [[ErrorMeanings[id]?.meaning, year] as const] : [],
      ),
    );
    expect(years).toHaveLength(5);
    expect(years.filter(([meaning, year]) => meaning?.includes(year) !== true)).toEqual([]);
  });

  it('has no arguments', () => {
    expect(JSON.stringify(Object.values(ErrorMeanings).flatMap((says) => Object.values(says)))).not.toMatch(/[{}]/);
  });
});

it('says in Japanese that an answer of the card is for staff', () => {
  const { ErrorMeanings } = messagesOf('ja');
  const forStaff = errors.filter(({ audience }) => audience === 'staff').map(({ id }) => ErrorMeanings[id]?.meaning);
  expect(forStaff).toHaveLength(7);
  expect(forStaff.filter((meaning) => meaning?.startsWith('職員向け：') !== true)).toEqual([]);
});

it('asks nobody for a PIN: what knows too little to be sure warns against entering it', () => {
  const { ErrorShapes } = messagesOf('ja');
  expect(ErrorShapes['number-only']).toContain('暗証番号やマイナンバーは、入れないでください');
  expect(withoutReadings(messagesOf('ja-easy').ErrorShapes['number-only'] ?? '')).toContain('入れないで ください');
});

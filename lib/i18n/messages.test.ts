import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardErrorCodes } from '../errors/card-error.ts';
import { settingGroups, settingIds } from '../office/definitions.ts';
import { problems } from '../office/problem.ts';
import { units } from '../office/shape.ts';
import { splitReadings, withoutReadings } from './furigana.ts';
import { routing } from './routing.ts';

type Node = string | { readonly [key: string]: Node };

const folder = join(import.meta.dirname, '../../messages');
const read = (locale: string): Node => JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8'));
const files = Object.fromEntries(routing.locales.map((locale) => [locale, read(locale)]));

const entriesOf = (node: Node, path = ''): [string, string][] =>
  typeof node === 'string'
    ? [[path, node]]
    : Object.entries(node).flatMap(([key, child]) => entriesOf(child, path === '' ? key : `${path}.${key}`));

const messagesOf = (locale: string): Map<string, string> => new Map(entriesOf(files[locale] ?? {}));

const reference = messagesOf('ja');

describe.each(routing.locales)('%s', (locale) => {
  const messages = messagesOf(locale);

  test.each(cardErrorCodes)('says what %s is and what to do', (code) => {
    expect(messages.get(`CardErrors.${code}.title`)).toBeTruthy();
    expect(messages.get(`CardErrors.${code}.remedy`)).toBeTruthy();
  });

  test('holds no markup', () => {
    expect([...messages].filter(([, message]) => /<|>/.test(message))).toEqual([]);
  });
});

describe('やさしい日本語', () => {
  const messages = [...messagesOf('ja-easy')];

  test('has a reading above every kanji', () => {
    const bare = messages.filter(([, message]) =>
      splitReadings(message).some(({ text, reading }) => reading === null && /[\p{Script=Han}々〆]/u.test(text)),
    );
    expect(bare).toEqual([]);
  });

  test('writes readings in hiragana', () => {
    const readings = messages.flatMap(([, message]) => splitReadings(message).map(({ reading }) => reading ?? ''));
    expect(readings.filter((reading) => !/^[\p{Script=Hiragana}ー]*$/u.test(reading))).toEqual([]);
  });

  test('keeps to sentences of at most 24 characters in the middle and 40 at the longest', () => {
    const lengths = messages
      .flatMap(([, message]) => withoutReadings(message).split('。'))
      .map((sentence) => sentence.replace(/\s/g, '').length)
      .filter((length) => length > 0)
      .sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(24);
    expect(lengths.at(-1)).toBeLessThanOrEqual(40);
  });
});

describe('ja and en', () => {
  test.each(['ja', 'en'])('%s has no readings, so that the command line can print it', (locale) => {
    const marked = [...messagesOf(locale)].filter(([, message]) => withoutReadings(message) !== message);
    expect(marked).toEqual([]);
  });

  test.each(['ja', 'en'])('%s says in plain sentences what went wrong: without arguments', (locale) => {
    const errors = [...messagesOf(locale)].filter(([key]) => key.startsWith('CardErrors.'));
    expect(errors.filter(([, message]) => /[{}]/.test(message))).toEqual([]);
  });

  test('en has the Japanese name beside every PIN and certificate', () => {
    const english = messagesOf('en');
    for (const [key, name] of reference) {
      if (/^Pins\.\w+\.official$|Official$/.test(key)) expect(english.get(key)).toBe(name);
    }
  });
});

describe.each(routing.locales)('settings of an office in %s', (locale) => {
  const messages = messagesOf(locale);

  test.each(settingIds)('%s has a name and a sentence that explains it', (id) => {
    expect(messages.get(`OfficeSettings.${id}.title`)).toBeTruthy();
    expect(messages.get(`OfficeSettings.${id}.note`)).toBeTruthy();
  });

  test('every mistake, group and unit has words', () => {
    for (const problem of problems) expect(messages.get(`OfficeProblems.${problem}`)).toBeTruthy();
    for (const group of settingGroups) expect(messages.get(`OfficeSettingsPage.groups.${group}`)).toBeTruthy();
    for (const unit of units) expect(messages.get(`OfficeSettingsPage.units.${unit}`)).toBeTruthy();
  });
});

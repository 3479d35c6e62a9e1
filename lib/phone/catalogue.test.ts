import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { entriesOf, findByCode, foldCode, type PhoneData, readCatalogue } from './catalogue.ts';
import { loadCatalogue } from './load.ts';
import { phoneDataSchema, phoneDataText } from './phone-data-schema.ts';

const text = readFileSync(new URL('./data/phones.json', import.meta.url), 'utf8');
const json: PhoneData = JSON.parse(text);
const catalogue = await loadCatalogue();
const only = (code: string) => findByCode(catalogue, code)[0];

const small: PhoneData = {
  about: 'For tests.',
  asOf: '2026-11-23',
  licences: {
    names: { address: 'https://example.org/names', licence: 'MIT', taken: 'names', asOf: '2022-11-28' },
    wiki: { address: 'https://example.org/wiki/', licence: 'CC BY-SA 3.0', taken: 'NFC', asOf: null },
    holds: { address: 'https://example.org/holds', licence: 'facts', taken: 'who holds it', asOf: '2025' },
  },
  endOfLine: ['Old'],
  columns: ['code', 'name', 'nameSource', 'carrier', 'spot', 'reads', 'readsSource', 'cardInPhone', 'cardSource'],
  models: {
    Apple: [['Old', 'Old', 'names', 'all', 'top', 'no', 'holds', 'yes', 'holds']],
    Sony: [
      ['SO-1', 'One', 'names', 'docomo'],
      ['SO-1', 'One', 'names', 'rakuten', null, 'nfc', 'wiki/one.yml'],
      ['SO-2', 'Two', 'names', 'docomo', null, 'nfc', 'wiki/two.yml', 'yes', 'holds'],
    ],
  },
};
const changed = (part: Partial<Record<keyof PhoneData, unknown>>): unknown => ({ ...small, ...part });
const isInOrder = (data: unknown): boolean => v.is(phoneDataSchema, data);

describe('phones.json', () => {
  it('has the shape that is promised, and its parts fit together', () => {
    expect(v.safeParse(phoneDataSchema, json).issues ?? []).toEqual([]);
  });

  it('is laid out with a model on a line', () => {
    expect(text).toBe(phoneDataText(json));
  });

  it('names the licence of every name, and who is to be credited', () => {
    const licenceOf = (key: string) => json.licences[key.split('/', 1)[0] ?? ''];
    const names = new Set(entriesOf(json).map(({ nameSource }) => licenceOf(nameSource)?.licence.split(',', 1)[0]));
    expect([...names]).toEqual(expect.arrayContaining(['Apache-2.0', 'LGPL-3.0-or-later', 'MIT']));
    expect(entriesOf(json).filter(({ nameSource }) => nameSource === 'names-3')).toHaveLength(84);
    expect(licenceOf('nfc/sake.yml')).toMatchObject({ by: 'LineageOS Wiki contributors' });
    expect(licenceOf('nfc/sake.yml')?.licence).toContain('CC BY-SA 3.0');
  });

  it('says NFC hardware from the LineageOS wiki alone', () => {
    const sources = entriesOf(json).flatMap(({ reads, readsSource }) => (reads === 'nfc' ? [readsSource] : []));
    expect(sources.every((key) => key?.startsWith('nfc/'))).toBe(true);
  });

  it('says "no" of those of which the maker or the official rule says so', () => {
    const fromArticles = entriesOf(json).filter(
      ({ reads, readsSource }) => reads === 'no' && readsSource?.startsWith('official-') === false,
    );
    expect(fromArticles.map(({ name }) => name)).toEqual([
      'iPhone SE (第1世代)',
      'iPhone 6s Plus',
      'iPhone 6s',
      'iPhone 6 Plus',
      'iPhone 6',
      'iPhone 5s',
      'OPPO Reno A',
    ]);
  });

  it('takes only iPhone 7 and 7 Plus for phones that no update helps', () => {
    const ended = catalogue.models.filter(({ isEndOfLine }) => isEndOfLine);
    expect(ended.map(({ name }) => name)).toEqual(['iPhone 7 Plus', 'iPhone 7']);
  });
});

describe('a file that is not in order', () => {
  const row = ['SO-1', 'One', 'names', 'docomo'];
  it.each([
    ['a reading that does not exist', { models: { Sony: [[...row, null, 'maybe', 'names']] } }],
    ['a carrier that does not exist', { models: { Sony: [['SO-1', 'One', 'names', 'vodafone']] } }],
    ['a spot that does not exist', { models: { Sony: [[...row, 'inside']] } }],
    ['an empty name', { models: { Sony: [['SO-1', '', 'names', 'docomo']] } }],
    ['a row that is too short', { models: { Sony: [['SO-1', 'One', 'names']] } }],
    ['a row that is too long', { models: { Sony: [[...row, null, 'yes', 'names', 'yes', 'names', 'more']] } }],
    ['the same code and carrier twice', { models: { Sony: [row, ['so-1', 'Two', 'names', 'docomo']] } }],
    ['a source that is not there', { models: { Sony: [['SO-1', 'One', 'nowhere', 'docomo']] } }],
    ['a page of a source that has none', { models: { Sony: [['SO-1', 'One', 'names/one', 'docomo']] } }],
    ['a reading without a source', { models: { Sony: [[...row, null, 'yes', null]] } }],
    ['a code that says nothing', { models: { Sony: [['K', 'One', 'names', 'docomo']] } }],
    ['no day', { asOf: '2026-02-30' }],
    ['an ended model that is not there', { endOfLine: ['Older'] }],
    ['columns in another order', { columns: ['name', 'code'] }],
    ['a member that nobody knows', { more: true }],
  ])('is refused: %s', (_, part) => {
    expect(isInOrder(changed({ endOfLine: [], ...part }))).toBe(false);
  });

  it('is no file that is in order', () => {
    expect(isInOrder(small)).toBe(true);
  });
});

describe('a catalogue', () => {
  const { models } = readCatalogue(small);

  it('gives a phone of which nothing but its name is known the source of its name', () => {
    expect(models[1]).toEqual({
      code: 'SO-1',
      maker: 'Sony',
      name: 'One',
      carrier: 'docomo',
      system: 'android',
      reads: 'unknown',
      source: { address: 'https://example.org/names', asOf: '2022-11-28' },
      isEndOfLine: false,
      cardInPhone: 'unknown',
      spot: null,
    });
  });

  it('leads to the page that a reading rests on', () => {
    expect(models[2]).toMatchObject({
      reads: 'nfc',
      source: { address: 'https://example.org/wiki/one.yml', asOf: null },
    });
  });

  it('takes a phone that holds the card for one that reads it', () => {
    expect(models[3]).toMatchObject({ reads: 'yes', source: { address: 'https://example.org/holds', asOf: '2025' } });
  });

  it('lets a "no" stand, whatever else is said', () => {
    expect(models[0]).toMatchObject({ system: 'ios', reads: 'no', cardInPhone: 'yes', isEndOfLine: true });
  });

  it('names the source that is missing', () => {
    expect(() => readCatalogue({ ...small, licences: {} })).toThrow('phones.json has no source holds');
  });

  it('is read once', () => {
    expect(loadCatalogue()).toBe(loadCatalogue());
  });
});

describe('a code', () => {
  it.each([
    ['SO-51C', 'SO-51C'],
    [' so-51c ', 'SO-51C'],
    ['ＳＯ－５１Ｃ', 'SO-51C'],
    ['SO‐51C', 'SO-51C'],
    ['SO-51C Build/64.1.A.0.869', 'SO-51C'],
    ['Pixel 7a build/TQ3A', 'PIXEL 7A'],
    ['K', ''],
    ['k', ''],
    ['', ''],
    ['   ', ''],
    ['Build/TQ3A', ''],
  ])('%j is compared as %j', (typed, folded) => {
    expect(foldCode(typed)).toBe(folded);
  });

  it('finds every carrier that has it', () => {
    expect(findByCode(readCatalogue(small), 'so-1').map(({ carrier }) => carrier)).toEqual(['docomo', 'rakuten']);
  });

  it('finds the phone that a browser names', () => {
    expect(only('SO-51C Build/64.1.A.0.869')).toMatchObject({ name: 'Xperia 1 IV', carrier: 'docomo' });
    expect(only('pixel 7a')).toMatchObject({ name: 'Google Pixel 7a' });
  });

  it('finds the phone of au where UQ or J:COM has none of its own', () => {
    expect(only('KYV44_u')).toMatchObject({ code: 'KYV44_u', carrier: 'uq' });
    expect(only('KYV46_u')).toMatchObject({ code: 'KYV46', carrier: 'au-uq' });
    expect(only('SHV44-j')).toMatchObject({ code: 'SHV44' });
  });

  it.each(['K', '', ' ', 'SO-99Z', 'SO', 'iPhone', 'toString'])('%j finds nothing', (code) => {
    expect(findByCode(catalogue, code)).toEqual([]);
  });
});

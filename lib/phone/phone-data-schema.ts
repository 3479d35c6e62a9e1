/** The shape of data/phones.json and how it is laid out: for its test and its import, not for browsers. */
import * as v from 'valibot';
import { isDay } from '../facts/day.ts';
import { entriesOf, foldCode, type PhoneData, type PhoneEntry, type PhoneRow } from './catalogue.ts';
import { antennaSpots, cardInPhone, carriers, readings } from './model.ts';

/** What the places of a row mean, as phones.json says it to its reader. */
export const phoneColumns = [
  'code',
  'name',
  'nameSource',
  'carrier',
  'spot',
  'reads',
  'readsSource',
  'cardInPhone',
  'cardSource',
] as const;

const isTidy = (value: string): boolean => value !== '' && value === value.trim().replaceAll(/\s+/g, ' ');
const text = v.pipe(v.string(), v.check(isTidy, 'is empty, or has spaces at its ends or two together'));
/** A year, month or day: the first of it must exist. */
const isAsOf = (value: string): boolean => isDay(`${value}-01-01`.slice(0, 10));
const asOf = v.nullable(v.pipe(v.string(), v.check(isAsOf, 'is no day, month or year')));
const address = v.pipe(v.string(), v.startsWith('https://'), v.url());
const licence = v.strictObject({ address, licence: text, by: v.optional(text), taken: text, asOf });

const parts = [
  text,
  text,
  text,
  v.picklist(carriers),
  v.nullable(v.picklist(antennaSpots)),
  v.picklist(readings),
  v.nullable(text),
  v.picklist(cardInPhone),
  v.nullable(text),
];
const leastParts = 4;
const isRow = (value: unknown): value is PhoneRow =>
  Array.isArray(value) &&
  value.length >= leastParts &&
  value.length <= parts.length &&
  value.every((part, place) => v.is(parts[place] ?? v.never(), part));

const isNew = <Item>(item: Item, place: number, all: readonly Item[]): boolean => all.indexOf(item) === place;
const everyEntry = (claim: (entry: PhoneEntry, data: PhoneData) => boolean, otherwise: string) =>
  v.check((data: PhoneData) => entriesOf(data).every((entry) => claim(entry, data)), otherwise);

/** Whether there is such a source, and it is a folder if a page of it is named. */
const isSource = (licences: PhoneData['licences'], key: string | null): boolean => {
  if (key === null) return true;
  const [name = '', ...page] = key.split('/');
  return Object.hasOwn(licences, name) && (page.length === 0 || licences[name]?.address.endsWith('/') === true);
};

const shape: v.GenericSchema<unknown, PhoneData> = v.strictObject({
  about: text,
  asOf: v.custom<PhoneData['asOf']>(isDay, 'is no day'),
  licences: v.record(v.string(), licence),
  endOfLine: v.array(text),
  columns: v.pipe(
    v.array(text),
    v.check((columns) => columns.join() === phoneColumns.join(), 'are not the columns of a row'),
  ),
  models: v.record(
    v.string(),
    v.array(v.custom<PhoneRow>(isRow, 'is no row: a part is missing, too much or not allowed')),
  ),
});

/** The shape of phones.json, and that its parts fit together. */
export const phoneDataSchema: v.GenericSchema<unknown, PhoneData> = v.pipe(
  shape,
  everyEntry(({ code }) => foldCode(code) !== '', 'a code that says nothing'),
  everyEntry(
    ({ nameSource, readsSource, cardSource }, { licences }) =>
      [nameSource, readsSource, cardSource].every((key) => isSource(licences, key)),
    'a row names a source that is not there',
  ),
  everyEntry(
    ({ reads, readsSource, cardInPhone: card, cardSource }) =>
      (reads === 'unknown') === (readsSource === null) && (card === 'unknown') === (cardSource === null),
    'what is known has a source, and what is unknown has none',
  ),
  v.check(
    (data) =>
      entriesOf(data)
        .map(({ code, carrier }) => `${foldCode(code)} ${carrier}`)
        .every(isNew),
    'the same code and carrier twice',
  ),
  v.check((data) => {
    const codes = new Set(entriesOf(data).map(({ code }) => code));
    return data.endOfLine.every((code) => codes.has(code));
  }, 'a code in endOfLine that is not there'),
);

/** @returns the row of one model, without what is unknown at its end */
export const rowOf = (entry: PhoneEntry): PhoneRow => {
  const { code, name, nameSource, carrier, spot, reads, readsSource, cardInPhone: card, cardSource } = entry;
  if (cardSource !== null) return [code, name, nameSource, carrier, spot, reads, readsSource, card, cardSource];
  if (readsSource !== null) return [code, name, nameSource, carrier, spot, reads, readsSource];
  return spot === null ? [code, name, nameSource, carrier] : [code, name, nameSource, carrier, spot];
};

/** The columns that a formatter counts: Japanese letters take two. */
const widthOf = (line: string): number => line.length + (line.match(/[\u2e80-\uffdc]/g)?.length ?? 0);
const widestLine = 120;

const json = (value: unknown): string => JSON.stringify(value);
const block = (lines: readonly string[], indent: string): string => lines.map((line) => indent + line).join(',\n');
const member = ([name, value]: readonly [string, unknown]): string => `${json(name)}: ${json(value)}`;
const licenceText = ([key, value]: readonly [string, object]): string =>
  `${json(key)}: {\n${block(Object.entries(value).map(member), '      ')}\n    }`;
const rowText = (row: PhoneRow): string => {
  const line = `[${row.map(json).join(', ')}]`;
  return widthOf(`      ${line},`) <= widestLine ? line : `[\n${block(row.map(json), '        ')}\n      ]`;
};
const makerText = ([maker, rows]: readonly [string, readonly PhoneRow[]]): string => {
  const line = `${json(maker)}: [${rows.map(rowText).join(', ')}]`;
  const isShort = !line.includes('\n') && widthOf(`    ${line},`) <= widestLine;
  return isShort ? line : `${json(maker)}: [\n${block(rows.map(rowText), '      ')}\n    ]`;
};

/** phones.json as it is laid out, and as Biome leaves it: a model on a line, so that a change shows as a line. */
export const phoneDataText = ({ about, asOf: day, licences, endOfLine, columns, models }: PhoneData): string =>
  [
    '{',
    `  "about": ${json(about)},`,
    `  "asOf": ${json(day)},`,
    `  "licences": {\n${block(Object.entries(licences).map(licenceText), '    ')}\n  },`,
    `  "endOfLine": [${endOfLine.map(json).join(', ')}],`,
    `  "columns": [${columns.map(json).join(', ')}],`,
    `  "models": {\n${block(Object.entries(models).map(makerText), '    ')}\n  }`,
    '}\n',
  ].join('\n');

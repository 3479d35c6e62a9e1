/**
 * `npm run bench:phones`: how large the data of the phones is, how long it takes to read, and how long people wait for what
 * they type. Ends with 1 if one of them is over its bar.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type PhoneData, readCatalogue } from '../lib/phone/catalogue.ts';
import type { PhoneCatalogue } from '../lib/phone/model.ts';
import { searchPhones } from '../lib/phone/search.ts';

const barKib = 40;
/** Of one search, in milliseconds. */
const barMs = 50;

/** Letter by letter, as people type: names, codes, carriers, and what is in no list. */
const typed = [
  'エクスペリア 1 iv',
  'アクオス センス 6 ドコモ',
  'ギャラクシー S22 ドコモ',
  'あくおすせんす',
  'らくらくスマートフォン',
  'かんたんスマホ2+',
  'iphone se 第2世代',
  'アイフォン 12 ミニ',
  'ピクセル 7a',
  'SO-51C',
  'ＳＨ－５４Ｂ',
  'a204sh softbank',
  'redmi note 10',
  'au xperia 5 iii',
  'glaxy z flip',
  'えくすぺりや',
  'windows phone',
];

const prefixes = [...new Set(typed.flatMap((text) => [...text].map((_, end) => [...text].slice(0, end + 1).join(''))))];

const msOf = <Result>(work: () => Result): readonly [result: Result, ms: number] => {
  const startedAt = performance.now();
  const result = work();
  return [result, performance.now() - startedAt];
};

const searchTimes = (catalogue: PhoneCatalogue): readonly number[] =>
  prefixes.map((text) => msOf(() => searchPhones(catalogue, text))[1]);

interface Figure {
  readonly says: string;
  readonly value: number;
  readonly unit: 'KiB' | 'ms';
  readonly bar: number | null;
}

const lineOf = ({ says, value, unit, bar }: Figure): string => {
  const isOver = bar !== null && value > bar;
  return `  ${says.padEnd(34)} ${value.toFixed(1).padStart(6)} ${unit.padEnd(3)}  ${bar === null ? '' : `bar ${bar}`}${isOver ? ', over it' : ''}`.trimEnd();
};

const text = readFileSync(new URL('../lib/phone/data/phones.json', import.meta.url));
const [catalogue, readMs] = msOf(() => readCatalogue(JSON.parse(text.toString()) as PhoneData));
const [first = Number.NaN, ...others] = searchTimes(catalogue);
const sorted = others.toSorted((one, other) => one - other);

const figures: readonly Figure[] = [
  { says: 'phones.json, compressed', value: gzipSync(text).length / 1024, unit: 'KiB', bar: barKib },
  { says: 'to parse and read it', value: readMs, unit: 'ms', bar: barMs },
  { says: 'the very first search', value: first, unit: 'ms', bar: null },
  { says: 'a search, median', value: sorted[sorted.length >> 1] ?? Number.NaN, unit: 'ms', bar: null },
  { says: 'a search, slowest with the first', value: Math.max(first, ...sorted), unit: 'ms', bar: barMs },
];

console.log(`\n${catalogue.models.length} phones, ${prefixes.length} beginnings of what people type`);
for (const figure of figures) console.log(lineOf(figure));
process.exitCode = figures.some(({ value, bar }) => bar !== null && !(value <= bar)) ? 1 : 0;

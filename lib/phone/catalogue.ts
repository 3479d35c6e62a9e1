import type { Day } from '../facts/day.ts';
import { groupBy } from './group-by.ts';
import type { AntennaSpot, CardInPhone, Carrier, PhoneCatalogue, PhoneModel, PhoneSource, Reading } from './model.ts';

/** A key of `PhoneData.licences`, and the page below its address if there is one: `names-1`, `nfc/sake.yml`. */
type SourceKey = string;

/** One model as data/phones.json has it: a line, in this order, without what is unknown at its end. */
export type PhoneRow = readonly [
  code: string,
  name: string,
  nameSource: SourceKey,
  carrier: Carrier,
  spot?: AntennaSpot | null,
  reads?: Reading,
  readsSource?: SourceKey | null,
  cardInPhone?: CardInPhone,
  cardSource?: SourceKey | null,
];

/** The same with every part by its name. A source is `null` as long as what it would speak for is `unknown`. */
export interface PhoneEntry {
  readonly maker: string;
  readonly code: string;
  readonly name: string;
  readonly nameSource: SourceKey;
  readonly carrier: Carrier;
  readonly spot: AntennaSpot | null;
  readonly reads: Reading;
  readonly readsSource: SourceKey | null;
  readonly cardInPhone: CardInPhone;
  readonly cardSource: SourceKey | null;
}

/** What was taken from where, and what its licence asks: the notice travels with the data. */
export interface PhoneLicence {
  /** Ends in `/` where a row names a page below it. */
  readonly address: string;
  readonly licence: string;
  readonly by?: string | undefined;
  readonly taken: string;
  readonly asOf: string | null;
}

/** data/phones.json. Its shape is checked by phone-data-schema.ts, in a test and before an import, never in a browser. */
export interface PhoneData {
  readonly about: string;
  readonly asOf: Day;
  readonly licences: Readonly<Record<string, PhoneLicence>>;
  /** The codes of those whose last system is older than what マイナアプリ needs. */
  readonly endOfLine: readonly string[];
  readonly columns: readonly string[];
  /** By maker. Makers, and the models of each, in the order in which a list shows them. */
  readonly models: Readonly<Record<string, readonly PhoneRow[]>>;
}

const toEntry = (maker: string, row: PhoneRow): PhoneEntry => {
  const [code, name, nameSource, carrier, spot = null, reads = 'unknown', readsSource = null] = row;
  const [, , , , , , , cardInPhone = 'unknown', cardSource = null] = row;
  return { maker, code, name, nameSource, carrier, spot, reads, readsSource, cardInPhone, cardSource };
};

/** Every model of `data`, in its order. */
export const entriesOf = (data: PhoneData): readonly PhoneEntry[] =>
  Object.entries(data.models).flatMap(([maker, rows]) => rows.map((row) => toEntry(maker, row)));

/** @throws {RangeError} `key` is of no source in `licences` */
export const sourceOf = (licences: PhoneData['licences'], key: SourceKey): PhoneSource => {
  const [name = '', ...page] = key.split('/');
  const licence = licences[name];
  if (licence === undefined) throw new RangeError(`phones.json has no source ${name}`);
  return { address: licence.address + page.join('/'), asOf: licence.asOf };
};

/**
 * The certificate is given to nothing but phones that read the card (dot.asahi.com/articles/-/191182, 2023-05), so who is
 * known to hold it reads it, unless something says that it does not.
 */
const readingOf = (entry: PhoneEntry): readonly [reads: Reading, source: SourceKey] => {
  const { nameSource, reads, readsSource, cardInPhone, cardSource } = entry;
  const isUnproven = reads === 'unknown' || reads === 'nfc';
  if (isUnproven && cardInPhone === 'yes' && cardSource !== null) return ['yes', cardSource];
  return [reads, readsSource ?? nameSource];
};

/** @throws {RangeError} a row names a source that is not in `data.licences` */
export const readCatalogue = (data: PhoneData): PhoneCatalogue => {
  const toModel = (entry: PhoneEntry): PhoneModel => {
    const { code, maker, name, carrier, cardInPhone, spot } = entry;
    const [reads, source] = readingOf(entry);
    return {
      code,
      maker,
      name,
      carrier,
      system: maker === 'Apple' ? 'ios' : 'android',
      reads,
      source: sourceOf(data.licences, source),
      isEndOfLine: data.endOfLine.includes(code),
      cardInPhone,
      spot,
    };
  };
  return { asOf: data.asOf, models: entriesOf(data).map(toModel) };
};

/**
 * The code as a browser or a person gives it, in one spelling: upper case, half width, without ` Build/…`. Empty if it says
 * nothing: Chrome says `K` in place of every code (developer.mozilla.org, Sec-CH-UA-Model).
 */
export const foldCode = (text: string): string => {
  const code = text
    .normalize('NFKC')
    .replace(/(^|\s)Build\/.*$/is, '')
    .replace(/[‐-―−ー]/g, '-')
    .trim()
    .toUpperCase();
  return code === 'K' ? '' : code;
};

type ByCode = ReadonlyMap<string, readonly PhoneModel[]>;
const byCode = new WeakMap<PhoneCatalogue, ByCode>();

const codesOf = (catalogue: PhoneCatalogue): ByCode => {
  const known = byCode.get(catalogue);
  if (known !== undefined) return known;
  const codes = groupBy(catalogue.models, ({ code }) => foldCode(code));
  byCode.set(catalogue, codes);
  return codes;
};

/**
 * Every model with this code, one for each carrier. A code ending in `_u`, `-u`, `_j` or `-j` (the same phone at UQ or
 * J:COM) falls back to the code without it.
 */
export const findByCode = (catalogue: PhoneCatalogue, code: string): readonly PhoneModel[] => {
  const folded = foldCode(code);
  if (folded === '') return [];
  const codes = codesOf(catalogue);
  return codes.get(folded) ?? codes.get(folded.replace(/[_-][UJ]$/, '')) ?? [];
};

/** Reads an official list of phones, as a person has put it into a table, and plans what it changes in phones.json. */
import { type Day, isDay } from '../facts/day.ts';
import { entriesOf, foldCode, type PhoneData, type PhoneEntry } from './catalogue.ts';
import { groupBy } from './group-by.ts';
import type { Carrier } from './model.ts';
import { rowOf } from './phone-data-schema.ts';
import { wordsOf } from './search-words.ts';

/** What a list is a list of: phones that read the card, or phones that hold it. */
export const listKinds = ['reads', 'card-in-phone'] as const;
export type ListKind = (typeof listKinds)[number];

export interface ListSource {
  readonly kind: ListKind;
  readonly address: string;
  /** The day that the list says of itself, or on which it was fetched. */
  readonly date: Day;
}

export interface ListLine {
  /** In the file, from 1; the header is the first. */
  readonly line: number;
  readonly maker: string;
  readonly name: string;
  /** `null` if the list gives none. */
  readonly code: string | null;
  readonly carrier: Carrier;
}

/** What is wrong, as a sentence for the person who runs the import. `line` is `null` if it is not in the file. */
export interface ListMistake {
  readonly line: number | null;
  readonly says: string;
}

export type ListRead =
  | { readonly ok: true; readonly lines: readonly ListLine[] }
  | { readonly ok: false; readonly mistakes: readonly [ListMistake, ...ListMistake[]] };

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

const columns = ['maker', 'model name', 'model code', 'carrier'];

/**
 * The records of a CSV file (RFC 4180), with or without a byte order mark; lines without any text are left out.
 *
 * @returns the number of the line that is wrong, if a quote is out of place or not closed
 */
const readCsv = (text: string): readonly CsvRecord[] | number => {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\r|\n|$)/y;
  const source = text.replace(/^\ufeff/, '');
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let line = 1;
  let startsAt = 1;
  while (field.lastIndex < source.length) {
    const [whole, quoted, plain = '', end] = field.exec(source) ?? [];
    if (whole === undefined) return line;
    cells.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    line += whole.match(/\r\n|\r|\n/g)?.length ?? 0;
    if (end === ',' && field.lastIndex < source.length) continue;
    if (end === ',') cells.push('');
    if (cells.some((cell) => cell !== '')) records.push({ line: startsAt, cells });
    cells = [];
    startsAt = line;
  }
  return records;
};

/** What lists call a carrier, in the words of `wordsOf` run together. */
const carrierOfWord: Readonly<Record<string, Carrier>> = {
  docomo: 'docomo',
  nttdocomo: 'docomo',
  au: 'au-uq',
  kddi: 'au-uq',
  auuq: 'au-uq',
  auuqmobile: 'au-uq',
  uq: 'uq',
  uqmobile: 'uq',
  jcom: 'uq',
  softbank: 'softbank-ymobile',
  softbankymobile: 'softbank-ymobile',
  ymobile: 'ymobile',
  rakuten: 'rakuten',
  rakutenmobile: 'rakuten',
  simfree: 'sim-free',
  mvno: 'sim-free',
  all: 'all',
  abroad: 'abroad',
};

const toCarrier = (text: string): Carrier | null => {
  const word = wordsOf(text).join('');
  return Object.hasOwn(carrierOfWord, word) ? (carrierOfWord[word] ?? null) : null;
};

const withoutMaker = (maker: string, name: string): string => {
  const [first = '', ...rest] = wordsOf(name);
  return (wordsOf(maker).includes(first) ? rest : [first, ...rest]).join('');
};

/** A name without its maker in front and its code behind, so that two spellings of one name are equal. */
const nameKey = (maker: string, name: string, code: string | null): string =>
  (code === null ? '' : withoutMaker(maker, name.replaceAll(code, ' '))) || withoutMaker(maker, name);

const readLine = ({ line, cells }: CsvRecord, otherwise: string): ListLine | readonly ListMistake[] => {
  const [maker = '', name = '', code = '', carrierText = ''] = cells;
  const carrier = toCarrier(carrierText || otherwise);
  const mistakes = [
    cells.length === columns.length ? null : `${columns.length} columns expected, ${cells.length} found`,
    maker === '' ? 'the maker is empty' : null,
    name === '' ? 'the model name is empty' : null,
    carrier === null ? `the carrier "${carrierText || otherwise}" is not known` : null,
  ].filter((says) => says !== null);
  if (carrier === null || mistakes.length > 0) return mistakes.map((says) => ({ line, says }));
  return { line, maker, name, code: foldCode(code) === '' ? null : code.normalize('NFKC'), carrier };
};

const keyOf = ({ maker, name, code, carrier }: ListLine): string =>
  `${code === null ? nameKey(maker, name, code) : foldCode(code)} ${carrier}`;

const duplicates = (lines: readonly ListLine[]): readonly ListMistake[] =>
  [...groupBy(lines, keyOf).values()].flatMap(([first, ...more]) =>
    more.map(({ line }) => ({ line, says: `the same phone as in line ${first?.line}` })),
  );

const isLine = (read: ListLine | readonly ListMistake[]): read is ListLine => 'line' in read;

/**
 * The lines of a list, or every mistake in it.
 *
 * @param csv - with the header `maker,model name,model code,carrier`
 * @param otherwise - whose the phones are of which the list gives no carrier; empty if it gives all
 */
export const readList = (csv: string, otherwise = ''): ListRead => {
  const records = readCsv(csv);
  if (typeof records === 'number') {
    return { ok: false, mistakes: [{ line: records, says: 'a quote is out of place or not closed' }] };
  }
  const [header, ...rest] = records;
  if (header?.cells.map((cell) => cell.toLowerCase()).join() !== columns.join()) {
    return { ok: false, mistakes: [{ line: header?.line ?? 1, says: `the header must be ${columns.join()}` }] };
  }
  if (rest.length === 0) return { ok: false, mistakes: [{ line: header.line, says: 'there is no phone in it' }] };
  const reads = rest.map((record) => readLine(record, otherwise));
  const lines = reads.filter(isLine);
  const wrong = reads.flatMap((read) => (isLine(read) ? [] : read));
  const [first, ...more] = [...wrong, ...duplicates(lines)].toSorted(
    (one, other) => Number(one.line) - Number(other.line),
  );
  return first === undefined ? { ok: true, lines } : { ok: false, mistakes: [first, ...more] };
};

/** The keys of lists in `licences`: no article has such a one, so that no rule an article states is taken for a list. */
const keyStart = (kind: ListKind): string => `official-${kind}-`;

const findListKey = ({ licences }: PhoneData, { kind, address }: ListSource): string | undefined =>
  Object.keys(licences).find((key) => key.startsWith(keyStart(kind)) && licences[key]?.address === address);

const newListKey = ({ licences }: PhoneData, { kind }: ListSource): string =>
  `${keyStart(kind)}${Object.keys(licences).filter((key) => key.startsWith(keyStart(kind))).length + 1}`;

const isAddress = (text: string): boolean => text.startsWith('https://') && URL.canParse(text);

/** @returns every mistake in what was said about the list, apart from the list itself */
export const checkSource = (
  data: PhoneData,
  source: { readonly [Part in keyof ListSource]: string },
): readonly ListMistake[] => {
  const { kind, address, date } = source;
  const known = listKinds.find((each) => each === kind);
  const says = [
    known === undefined ? `the kind must be ${listKinds.join(' or ')}, not "${kind}"` : null,
    isAddress(address) ? null : `the address must begin with https://, not "${address}"`,
    isDay(date) ? null : `the date must be a day, YYYY-MM-DD, not "${date}"`,
  ].filter((mistake) => mistake !== null);
  if (says.length > 0 || known === undefined || !isDay(date)) return says.map((each) => ({ line: null, says: each }));
  const key = findListKey(data, { kind: known, address, date });
  const last = key === undefined ? null : (data.licences[key]?.asOf ?? null);
  if (last === null || last <= date) return [];
  return [{ line: null, says: `the data has a copy of this list of ${last}, which is newer than ${date}` }];
};

/** A line that could mean several models of one carrier, so that it changes none. */
export interface UnclearLine {
  readonly line: ListLine;
  readonly entries: readonly PhoneEntry[];
}

export interface ListPlan {
  /** As they are before: what the list adds to. */
  readonly becomeYes: readonly PhoneEntry[];
  /** Were "yes" before: only what they rest on is new. */
  readonly stayYes: readonly PhoneEntry[];
  /** As they are before. An older copy of the same list had them, and this one has not. */
  readonly becomeNo: readonly PhoneEntry[];
  /** In the list, while another source says "no": they stay "no" until a person decides. */
  readonly disputed: readonly PhoneEntry[];
  readonly unclear: readonly UnclearLine[];
  readonly added: readonly PhoneEntry[];
  /** The data after all of it. */
  readonly data: PhoneData;
}

const isShared = (one: Carrier, other: Carrier, pair: readonly Carrier[]): boolean =>
  pair.includes(one) && pair.includes(other);

const isSameCarrier = (one: Carrier, other: Carrier): boolean =>
  one === other ||
  one === 'all' ||
  other === 'all' ||
  isShared(one, other, ['au-uq', 'uq']) ||
  isShared(one, other, ['softbank-ymobile', 'ymobile']);

/** The maker as the data spells it: lists write 富士通, シャープ. One that is new stays as it is. */
const knownMaker = (makers: readonly string[], text: string): string => {
  const words = wordsOf(text);
  return makers.find((maker) => wordsOf(maker).some((word) => words.includes(word))) ?? text;
};

type Match = { readonly kind: 'found' | 'unclear'; readonly entries: readonly PhoneEntry[] } | { readonly kind: 'new' };

/** Whether the data has no code of this model but its name: then a list's code cannot speak against it. */
const isCodedByName = ({ maker, code, name }: PhoneEntry): boolean =>
  nameKey(maker, code, null) === nameKey(maker, name, null);

const createMatcher = (entries: readonly PhoneEntry[]): ((line: ListLine) => Match) => {
  const byCode = groupBy(entries, ({ code }) => foldCode(code));
  const byName = groupBy(entries, ({ maker, name, code }) => `${maker} ${nameKey(maker, name, code)}`);
  return ({ maker, name, code, carrier }) => {
    // The same code is the same phone, whoever sells it.
    const coded = code === null ? undefined : byCode.get(foldCode(code));
    if (coded !== undefined) return { kind: 'found', entries: coded };
    const named = (byName.get(`${maker} ${nameKey(maker, name, code)}`) ?? []).filter(
      (entry) => isSameCarrier(entry.carrier, carrier) && (code === null || isCodedByName(entry)),
    );
    if (named.length === 0) return { kind: 'new' };
    const isClear = [...groupBy(named, (entry) => entry.carrier).values()].every((same) => same.length === 1);
    return { kind: isClear ? 'found' : 'unclear', entries: named };
  };
};

interface Fact {
  readonly value: PhoneEntry['reads'] | PhoneEntry['cardInPhone'];
  readonly source: string | null;
}

const factOf = (kind: ListKind, { reads, readsSource, cardInPhone, cardSource }: PhoneEntry): Fact =>
  kind === 'reads' ? { value: reads, source: readsSource } : { value: cardInPhone, source: cardSource };

const withFact = (kind: ListKind, entry: PhoneEntry, value: 'yes' | 'no', source: string): PhoneEntry =>
  kind === 'reads'
    ? { ...entry, reads: value, readsSource: source }
    : { ...entry, cardInPhone: value, cardSource: source };

const toEntry = ({ maker, name, code, carrier }: ListLine, key: string): PhoneEntry => ({
  maker,
  code: code ?? name,
  name,
  nameSource: key,
  carrier,
  spot: null,
  reads: 'unknown',
  readsSource: null,
  cardInPhone: 'unknown',
  cardSource: null,
});

/** What such a maker's phones say to a browser is their name, and they are the same for every carrier: Pixel, iPhone. */
const codedByName = ({ maker, name, ...line }: ListLine): ListLine => {
  const [first = '', ...rest] = name.split(' ');
  const isMaker = wordsOf(maker).includes(wordsOf(first).join(''));
  return { ...line, maker, name, code: isMaker ? rest.join(' ') : name, carrier: 'all' };
};

const newEntries = (entries: readonly PhoneEntry[], lines: readonly ListLine[], key: string): readonly PhoneEntry[] => {
  const named = new Set(
    [...groupBy(entries, ({ maker }) => maker)].flatMap(([maker, own]) => (own.every(isCodedByName) ? [maker] : [])),
  );
  const added = lines.map((line) => toEntry(named.has(line.maker) ? codedByName(line) : line, key));
  return [...groupBy(added, ({ code, carrier }) => `${foldCode(code)} ${carrier}`).values()].flatMap((same) =>
    same.slice(0, 1),
  );
};

const takenFrom: Readonly<Record<ListKind, string>> = {
  reads: 'which models read the card, and names that no other source gives',
  'card-in-phone': 'which models hold the card, and names that no other source gives',
};

/** New models stand before the others of their maker, as they are the newest; a new maker stands last. */
const withEntries = (
  data: PhoneData,
  changed: ReadonlyMap<PhoneEntry, PhoneEntry>,
  added: readonly PhoneEntry[],
  old: readonly PhoneEntry[],
): PhoneData['models'] => {
  const makers = [...new Set([...Object.keys(data.models), ...added.map(({ maker }) => maker)])];
  const all = [...added, ...old.map((entry) => changed.get(entry) ?? entry)];
  const byMaker = groupBy(all, ({ maker }) => maker);
  return Object.fromEntries(makers.map((maker) => [maker, (byMaker.get(maker) ?? []).map(rowOf)]));
};

const laterOf = (one: Day, other: Day): Day => {
  if (one > other) return one;
  return other;
};

/**
 * What a list changes. A model that is in it becomes "yes"; one becomes "no" only if an older copy of the same list, by its
 * address, had it. That a list is silent about any other model says nothing. The data remembers what a list said by the
 * source of the row: its key leads to the address.
 */
export const planImport = (data: PhoneData, lines: readonly ListLine[], source: ListSource): ListPlan => {
  const { kind, address, date } = source;
  const key = findListKey(data, source) ?? newListKey(data, source);
  const entries = entriesOf(data);
  const makers = Object.keys(data.models);
  const match = createMatcher(entries);
  const matched = lines
    .map((line) => ({ ...line, maker: knownMaker(makers, line.maker) }))
    .map((line) => ({ line, match: match(line) }));

  const listed = new Set(matched.flatMap((each) => (each.match.kind === 'found' ? each.match.entries : [])));
  const unclear = matched.flatMap((each) =>
    each.match.kind === 'unclear' ? [{ line: each.line, entries: each.match.entries }] : [],
  );
  const maybeListed = new Set(unclear.flatMap((each) => each.entries));
  const unknown = matched.flatMap((each) => (each.match.kind === 'new' ? [each.line] : []));
  const added = newEntries(entries, unknown, key).map((entry) => withFact(kind, entry, 'yes', key));

  const isDisputed = (entry: PhoneEntry): boolean => {
    const fact = factOf(kind, entry);
    return fact.value === 'no' && fact.source !== key;
  };
  const inList = entries.filter((entry) => listed.has(entry));
  const disputed = inList.filter(isDisputed);
  const yes = inList.filter((entry) => !isDisputed(entry));
  const becomeNo = entries.filter((entry) => {
    const fact = factOf(kind, entry);
    return fact.value === 'yes' && fact.source === key && !listed.has(entry) && !maybeListed.has(entry);
  });
  const changed = new Map([
    ...yes.map((entry) => [entry, withFact(kind, entry, 'yes', key)] as const),
    ...becomeNo.map((entry) => [entry, withFact(kind, entry, 'no', key)] as const),
  ]);
  return {
    becomeYes: yes.filter((entry) => factOf(kind, entry).value !== 'yes'),
    stayYes: yes.filter((entry) => factOf(kind, entry).value === 'yes'),
    becomeNo,
    disputed,
    unclear,
    added,
    data: {
      ...data,
      asOf: laterOf(data.asOf, date),
      licences: {
        ...data.licences,
        [key]: {
          address,
          licence: 'single facts from an official list; its site says the terms of reuse',
          taken: takenFrom[kind],
          asOf: date,
        },
      },
      models: withEntries(data, changed, added, entries),
    },
  };
};

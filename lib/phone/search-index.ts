/** The catalogue as it is searched: what is known of every model, in the spelling of `wordsOf`. */
import type { Carrier, PhoneCatalogue, PhoneModel } from './model.ts';
import { foldText, japaneseSpellings, wordsOf } from './search-words.ts';

/** Whose phones a word stands for. A phone that is sold for every network is everybody's. */
export const carriersOf: Readonly<Record<string, readonly Carrier[]>> = {
  docomo: ['docomo', 'all'],
  ntt: ['docomo', 'all'],
  ahamo: ['docomo', 'all'],
  au: ['au-uq', 'all'],
  kddi: ['au-uq', 'all'],
  povo: ['au-uq', 'all'],
  uq: ['uq', 'au-uq', 'all'],
  jcom: ['uq', 'all'],
  softbank: ['softbank-ymobile', 'all'],
  linemo: ['softbank-ymobile', 'all'],
  ymobile: ['ymobile', 'softbank-ymobile', 'all'],
  // Rakuten sells phones for every network (OPPO Reno) beside those with a code of its own.
  rakuten: ['rakuten', 'sim-free', 'all'],
  mvno: ['sim-free', 'all'],
  sim: ['sim-free', 'all', 'abroad'],
  free: ['sim-free', 'all', 'abroad'],
  simfree: ['sim-free', 'all', 'abroad'],
};

/** Words run together, and where in them a word, or a number within one, starts. */
export interface Line {
  readonly text: string;
  readonly starts: ReadonlySet<number>;
}

const toLine = (words: readonly string[]): Line => {
  const starts = new Set<number>();
  let text = '';
  for (const word of words) {
    starts.add(text.length);
    for (const { index } of word.matchAll(/\D\d/g)) starts.add(text.length + index + 1);
    text += word;
  }
  return { text, starts };
};

export interface IndexEntry {
  readonly model: PhoneModel;
  readonly place: number;
  readonly group: string;
  readonly name: Line;
  /** The name without the maker in front of it, where it has that. */
  readonly shortName: string;
  readonly maker: Line;
  readonly code: Line;
}

type ToWords = (text: string) => readonly string[];

/** Every maker, and every other name, comes many times. */
const rememberWords = (): ToWords => {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const words = known.get(text) ?? wordsOf(text);
    known.set(text, words);
    return words;
  };
};

const toEntry = (model: PhoneModel, place: number, words: ToWords): IndexEntry => {
  const name = toLine(words(model.name));
  const maker = toLine(words(model.maker));
  const { reads, spot, cardInPhone } = model;
  const shortName = name.text.startsWith(maker.text) ? name.text.slice(maker.text.length) : name.text;
  return {
    model,
    place,
    group: [model.maker, shortName, reads, spot, cardInPhone].join('|'),
    name,
    shortName,
    maker,
    code: toLine([foldText(model.code).replaceAll(' ', '')]),
  };
};

export interface Index {
  readonly entries: readonly IndexEntry[];
  /** What a mistyped word may have been meant to be: as typed, and as the names spell it. */
  readonly vocabulary: readonly (readonly [typed: string, meant: string])[];
}

const vocabularyOf = ({ models }: PhoneCatalogue, words: ToWords): Index['vocabulary'] => {
  const known = [...models.flatMap(({ name, maker }) => [...words(name), ...words(maker)]), ...Object.keys(carriersOf)];
  const latin = new Set([...new Set(known)].flatMap((word) => word.match(/[a-z]+/g) ?? []));
  return [...[...latin].map((word) => [word, word] as const), ...japaneseSpellings];
};

const indexes = new WeakMap<PhoneCatalogue, Index>();

/** Made once for a catalogue, when it is first searched. */
export const indexOf = (catalogue: PhoneCatalogue): Index => {
  const known = indexes.get(catalogue);
  if (known !== undefined) return known;
  const words = rememberWords();
  const entries = catalogue.models.map((model, place) => toEntry(model, place, words));
  const index = { entries, vocabulary: vocabularyOf(catalogue, words) };
  indexes.set(catalogue, index);
  return index;
};

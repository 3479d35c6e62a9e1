import { groupBy } from './group-by.ts';
import type { Carrier, PhoneCatalogue, PhoneModel } from './model.ts';
import { carriersOf, type Index, type IndexEntry, indexOf, type Line } from './search-index.ts';
import { japaneseSpellings, romanOf, saysLittle, wordsOf } from './search-words.ts';

/** Models that a person cannot and need not tell apart: same maker and name, and the same is known of them. */
export interface PhoneMatch {
  readonly name: string;
  readonly maker: string;
  /** Those that fit what was typed, in the catalogue's order: with "ドコモ", docomo's alone. */
  readonly models: readonly [PhoneModel, ...PhoneModel[]];
}

export interface PhoneSearch {
  /** The best first, no more than asked for. */
  readonly matches: readonly PhoneMatch[];
  /** How many there are in all. */
  readonly total: number;
}

const nothing: PhoneSearch = { matches: [], total: 0 };

/** One word that was typed. */
interface Word {
  /** What it may stand for, the likeliest first. */
  readonly meanings: readonly [string, ...string[]];
  /** Roman digits: only as a whole word, as "v" is the start of many. */
  readonly roman: string | undefined;
  /** It helps to choose, but a phone without it is not ruled out. */
  readonly isLittle: boolean;
  /** More of it may be to come. */
  readonly isLast: boolean;
}

/** Half a word in kana stands for everything that starts with it. */
const kanaMeanings = (word: string): readonly string[] =>
  /^[\p{Script=Hiragana}\p{Script=Han}]{2,}$/u.test(word)
    ? japaneseSpellings.filter(([japanese]) => japanese.startsWith(word)).map(([, latin]) => latin)
    : [];

const toWords = (typed: readonly string[]): readonly Word[] => {
  const isAllLittle = typed.every(saysLittle);
  return typed.map((word, place) => ({
    meanings: [word, ...kanaMeanings(word)],
    roman: romanOf(word),
    isLittle: saysLittle(word) && !isAllLittle,
    isLast: place === typed.length - 1,
  }));
};

type Fit = 'whole' | 'start' | null;

/** Two digits by themselves are no part of a code: every other code has them. */
const isPartOfCode = (text: string): boolean => text.length > 2 || /\D/.test(text);

/** How `text` stands in a line: from a start on, to the end of a word or into one. A number goes on only while it is typed. */
const fitOf = ({ text: line, starts }: Line, text: string, isLast: boolean): Fit => {
  let fit: Fit = null;
  for (const start of starts) {
    if (!line.startsWith(text, start)) continue;
    const end = start + text.length;
    if (end === line.length || starts.has(end)) return 'whole';
    const isInNumber = /\d$/.test(text) && /\d/.test(line[end] ?? '');
    if (!isInNumber || isLast) fit = 'start';
  }
  return fit;
};

const carrierWords = Object.entries(carriersOf);

const isOf = (carrier: Carrier, word: string): boolean => {
  if (Object.hasOwn(carriersOf, word)) return carriersOf[word]?.includes(carrier) === true;
  if (word.length < 3) return false;
  return carrierWords.some(([name, carriers]) => name.startsWith(word) && carriers.includes(carrier));
};

type Place = 'name' | 'code' | 'maker' | 'carrier';

/** Where a word is found in what is known of a model, and which of its meanings that was. */
interface Found {
  readonly place: Place;
  readonly isWhole: boolean;
  readonly text: string;
}

const findMeaning = ({ model, name, code, maker }: IndexEntry, text: string, isLast: boolean): Found | null => {
  const lines: readonly (readonly [Place, Line])[] = [
    ['name', name],
    ['maker', maker],
    ...(isPartOfCode(text) ? [['code', code] as const] : []),
  ];
  for (const [place, line] of lines) {
    const fit = fitOf(line, text, isLast);
    if (fit !== null) return { place, isWhole: fit === 'whole', text };
  }
  return isOf(model.carrier, text) ? { place: 'carrier', isWhole: Object.hasOwn(carriersOf, text), text } : null;
};

const findWord = (entry: IndexEntry, { meanings, roman, isLast }: Word): Found | null => {
  for (const text of meanings) {
    const found = findMeaning(entry, text, isLast);
    if (found?.isWhole === true) return found;
  }
  if (roman !== undefined && fitOf(entry.name, roman, false) === 'whole') {
    return { place: 'name', isWhole: true, text: roman };
  }
  for (const text of meanings) {
    const found = findMeaning(entry, text, isLast);
    if (found !== null) return found;
  }
  return null;
};

/** Lower is better: the code, the name, how the name starts, whole words, starts of words. */
const rankOf = ({ name, shortName, code }: IndexEntry, found: readonly Found[], typed: string): number => {
  if (code.text === typed || found.some(({ place, text }) => place === 'code' && text === code.text)) return 0;
  const inName = found.filter(({ place }) => place === 'name');
  const asName = inName.map(({ text }) => text).join('');
  if (asName === name.text || asName === shortName) return 1;
  const starting = [name.text, shortName].filter((text) => asName !== '' && text.startsWith(asName));
  const isWhole = found.every((each) => each.isWhole);
  if (starting.length > 0) return isWhole ? 2 : 3;
  return isWhole ? 4 : 5;
};

interface Hit {
  readonly entry: IndexEntry;
  readonly rank: number;
}

const hitOf = (entry: IndexEntry, words: readonly Word[]): Hit | null => {
  const found: Found[] = [];
  let missed = 0;
  for (const word of words) {
    const each = findWord(entry, word);
    if (each !== null) found.push(each);
    else if (word.isLittle) missed += 1;
    else return null;
  }
  const typed = words.map(({ meanings }) => meanings[0]).join('');
  // A missed word of little meaning only parts those that are as good otherwise.
  return { entry, rank: rankOf(entry, found, typed) + missed / (words.length + 1) };
};

const hitsOf = (entries: readonly IndexEntry[], words: readonly Word[]): readonly Hit[] => {
  const typed = words.map(({ meanings }) => meanings[0]).join('');
  // A code with a space in it, "SO 51C", of which the words alone say nothing.
  const asCode = (entry: IndexEntry): Hit | null =>
    words.length > 1 && entry.code.text.startsWith(typed) ? { entry, rank: entry.code.text === typed ? 0 : 5 } : null;
  return entries.map((entry) => hitOf(entry, words) ?? asCode(entry)).filter((hit) => hit !== null);
};

const leastForgiven = 4;

/** Whether one wrong, missing, extra or exchanged character makes the one into the other. */
const isOneSlipAway = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [left, right] = [one.slice(start), other.slice(start)];
  const isExchanged = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1) || isExchanged;
};

/** @returns the word with what it may have been meant to be; itself if it is in order, or beyond help */
const corrected = ({ entries, vocabulary }: Index, word: Word): Word => {
  const [typed] = word.meanings;
  const isLatinOrKana = /^(?:[a-z]+|\p{Script=Hiragana}+)$/u.test(typed);
  if (typed.length < leastForgiven || !isLatinOrKana || hitsOf(entries, [word]).length > 0) return word;
  const meant = vocabulary.filter(([as]) => isOneSlipAway(as, typed)).map(([, meaning]) => meaning);
  const [first, ...more] = new Set(meant);
  return first === undefined ? word : { ...word, meanings: [first, ...more] };
};

const grouped = (hits: readonly Hit[]): readonly PhoneMatch[] =>
  [...groupBy(hits, ({ entry }) => entry.group).values()].flatMap((group) => {
    const [first, ...more] = group.map(({ entry }) => entry.model);
    return first === undefined ? [] : [{ name: first.name, maker: first.maker, models: [first, ...more] as const }];
  });

/**
 * Phones by what people know of them, in any mix and order: name, maker, carrier, the code on the back or in the settings.
 * Every word must be found; if nothing is, a slip in each word of four or more characters is forgiven.
 *
 * @param limit - of `matches`; `total` counts all
 */
export const searchPhones = (catalogue: PhoneCatalogue, text: string, limit = 12): PhoneSearch => {
  const words = toWords([...new Set(wordsOf(text))]);
  if (words.length === 0) return nothing;
  const index = indexOf(catalogue);
  const exact = hitsOf(index.entries, words);
  const hits =
    exact.length > 0
      ? exact
      : hitsOf(
          index.entries,
          words.map((word) => corrected(index, word)),
        );
  const sorted = [...hits].sort((one, other) => one.rank - other.rank || one.entry.place - other.entry.place);
  const matches = grouped(sorted);
  return { matches: matches.slice(0, limit), total: matches.length };
};

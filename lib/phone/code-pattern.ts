import { foldCode } from './catalogue.ts';
import type { Carrier } from './model.ts';

/** What a code says by its form alone. */
export interface CodeGuess {
  readonly carrier: Carrier | null;
  readonly maker: string | null;
}

/** The letters that carriers give a maker: `SO-51C`, `SOG06`, `A201SO`. DM- (Disney) is of several makers. */
const makerOfLetters: Readonly<Record<string, string>> = {
  BM: 'BALMUDA',
  F: 'Fujitsu/FCNT',
  FC: 'Fujitsu/FCNT',
  FJ: 'Fujitsu/FCNT',
  HT: 'HTC',
  HW: 'Huawei',
  KC: 'Kyocera',
  KY: 'Kyocera',
  L: 'LG',
  LG: 'LG',
  N: 'NEC',
  OP: 'OPPO',
  P: 'Panasonic',
  SC: 'Samsung',
  SH: 'Sharp',
  SO: 'Sony',
  XI: 'Xiaomi',
  XM: 'Xiaomi',
  Z: 'ZTE',
  ZT: 'ZTE',
};

type Pattern = readonly [form: RegExp, carrier: Carrier | null, maker: string | null];

/** The first that fits counts. A group in a form holds the letters of the maker; other forms say the maker themselves. */
const patterns: readonly Pattern[] = [
  // ZTE's Mono, in the form of docomo's codes but with letters of its own.
  [/^MO-\d\d[A-Z]$/, 'docomo', 'ZTE'],
  [/^([A-Z]{1,2})-\d\d[A-Z]$/, 'docomo', null],
  [/^([A-Z]{2})[A-Z]\d\d$/, 'au-uq', null],
  [/^([A-Z]{2})[A-Z]\d\d[_-][UJ]\d?$/, 'uq', null],
  [/^A?\d{3}([A-Z]{1,2})$/, 'softbank-ymobile', null],
  // Android One, sold by Y!mobile only.
  [/^[SX]\d{1,2}-([A-Z]{2})$/, 'ymobile', null],
  [/^(SH)-RM?\d\d[A-Z]?$/, 'rakuten', null],
  [/^(SH)-[A-Z]\d\d[A-Z]?(-Y)?$/, 'sim-free', null],
  // The last two digits say the country.
  [/^XQ-[A-Z]{2}4[24]$/, 'sim-free', 'Sony'],
  [/^XQ-[A-Z]{2}\d\d$/, 'abroad', 'Sony'],
  [/^SM-[A-Z]\d{3}Q$/, 'sim-free', 'Samsung'],
  [/^SM-/, null, 'Samsung'],
  [/^PIXEL /, 'all', 'Google'],
  [/^CPH\d{4}$/, null, 'OPPO'],
  [/^A\d{3}P?$/, null, 'Nothing'],
  [/^ASUS[_-]/, null, 'ASUS'],
  [/^(ARROWS|FMP\d|FCNT)/, null, 'Fujitsu/FCNT'],
  [/^(LM|LG)-/, null, 'LG'],
  [/^HTC[ _]/, null, 'HTC'],
  [/^(HUAWEI |[A-Z]{3}-L)/, null, 'Huawei'],
  // Xiaomi's own codes begin with the year and the month.
  [/^(MI |REDMI |POCO |XIAOMI |M?2\d{3,}[A-Z][0-9A-Z]+$)/, null, 'Xiaomi'],
  [/^MOTO/, null, 'Motorola'],
];

/**
 * Who sells and who makes a phone whose code is not in the data, as far as the form of the code says. It says nothing about
 * whether the phone reads the card.
 *
 * @returns `null` if the code has no form that is known
 */
export const guessFromCode = (code: string): CodeGuess | null => {
  const folded = foldCode(code);
  for (const [form, carrier, maker] of patterns) {
    const found = form.exec(folded);
    if (found !== null) return { carrier, maker: maker ?? makerOfLetters[found[1] ?? ''] ?? null };
  }
  return null;
};

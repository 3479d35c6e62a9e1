/** Telephone numbers that are the same everywhere (docs/sources.md, "Help lines"). Those of an office are its own settings. */
import type { Day } from '../facts/day.ts';

export interface HelpLine {
  readonly number: string;
  readonly source: string;
  readonly asOf: Day;
}

export const helpLines = {
  /** マイナンバー総合フリーダイヤル. */
  freeDial: {
    number: '0120-95-0178',
    source: 'https://www.city.tagajo.miyagi.jp/joho/kurashi/mynunber/public_money.html',
    asOf: '2023-06-15',
  },
  /** The same about cards, in other languages. */
  otherLanguages: {
    number: '0120-0178-27',
    source: 'https://www.city.nomi.ishikawa.jp/www/contents/1001000000043/index.html',
    asOf: '2021-04-01',
  },
} as const satisfies Readonly<Record<string, HelpLine>>;

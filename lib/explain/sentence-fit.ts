/** How well a text fits the sentences of a row: by the pieces of words they share, rare ones counting more. */
import { foldSentence } from './fold.ts';

/** Pairs of Japanese characters, and whole Latin words. Numbers are codes and are looked for elsewhere. */
const piecesOf = (text: string): ReadonlySet<string> => {
  const runs = foldSentence(text).match(/[a-z0-9]+|[^ a-z0-9]+/g) ?? [];
  return new Set(
    runs.flatMap((run) => {
      if (/^[a-z0-9]/.test(run)) return /\d/.test(run) || run.length === 1 ? [] : [run];
      return Array.from({ length: run.length - 1 }, (_, start) => run.slice(start, start + 2));
    }),
  );
};

/** The texts of one row. */
export interface RowTexts {
  /** What the screen says: a text that has most of one of these names the row, whatever else is in it. */
  readonly says: readonly string[];
  /** What else may be told of it. */
  readonly words: readonly string[];
}

interface RowPieces {
  readonly says: readonly ReadonlySet<string>[];
  readonly all: ReadonlySet<string>;
}

const shared = (one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] =>
  [...one].filter((piece) => other.has(piece));
const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> => new Set(sets.flatMap((set) => [...set]));

const toPieces = ({ says, words }: RowTexts): RowPieces => {
  const sentences = says.map(piecesOf).filter((pieces) => pieces.size > 0);
  return { says: sentences, all: union([...sentences, ...words.map(piecesOf)]) };
};

/** Words that many a sentence about a card has, whether it tells of an error or not. */
const common = [
  'マイナンバーカード',
  '電子証明書',
  '署名用',
  '利用者証明用',
  '暗証番号',
  'パスワード',
  'アプリ',
  'スマホ',
  '読み取り',
  'を読み取る',
  '有効期限',
  '発生しました',
  'しています',
  'ください',
  'card certificate password app',
];
const shareOfCommon = 0.1;
const isCommon = (piece: string, commonPieces: ReadonlySet<string>): boolean =>
  commonPieces.has(piece) || /[をの]/.test(piece);

/** What no row has counts less: people tell more than the screen says. */
const weightOfUnknown = 1.5;
/** A text, or a sentence, is recognised by this share of it … */
const leastShare = 0.6;
/** … if that is more than what every other row has as well: about one pair of characters that a single row has. */
const leastWeight = 3;

const weightsOf = (rows: readonly RowPieces[], names: readonly string[]): ReadonlyMap<string, number> => {
  const commonPieces = union([...common, ...names].map(piecesOf));
  const weightOf = (piece: string): number => {
    const rarity = Math.log(1 + rows.length / rows.filter(({ all }) => all.has(piece)).length);
    return isCommon(piece, commonPieces) ? rarity * shareOfCommon : rarity;
  };
  const known = [...union(rows.map(({ all }) => all))].map((piece) => [piece, weightOf(piece)] as const);
  const unsaying = [...commonPieces].map((piece) => [piece, 0] as const);
  return new Map([...unsaying, ...known]);
};

/**
 * @param names - of apps: beside an error they neither help nor stand in the way
 * @returns what tells, row by row, how well a text fits: 0 does not, more is better
 */
export const sentenceScorer = (
  rows: readonly RowTexts[],
  names: readonly string[],
): ((text: string) => readonly number[]) => {
  const pieces = rows.map(toPieces);
  const weights = weightsOf(pieces, names);
  const weigh = (set: Iterable<string>): number =>
    [...set].reduce((sum, piece) => sum + (weights.get(piece) ?? weightOfUnknown), 0);
  const shareOf = (part: ReadonlySet<string>, whole: ReadonlySet<string>): number =>
    weigh(shared(whole, part)) / weigh(whole);

  return (text) => {
    const typed = piecesOf(text);
    return pieces.map(({ says, all }) => {
      if (typed.size === 0 || weigh(shared(typed, all)) < leastWeight) return 0;
      const shares = [shareOf(all, typed), ...says.map((sentence) => shareOf(typed, sentence))];
      const best = Math.max(...shares);
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      return best < leastShare ? 0 : best + mean / 2;
    });
  };
};

/** From what a screen of another app said to what it means. */
import { type CodeFit, type Codes, codeFinder, foldCode } from './code-fit.ts';
import { appNames } from './error-row.ts';
import { errors, type KnownError } from './errors.ts';
import { sentenceScorer } from './sentence-fit.ts';

/**
 * How a row was found. `similar-code`: the code differs in one character, so it may be another one; a screen asks to
 * compare. `words`: by what the screen says or what happened.
 */
export type ErrorFit = Exclude<CodeFit, null> | 'words';

export interface ErrorMatch {
  readonly row: KnownError;
  readonly fit: ErrorFit;
}

export interface ExplainOptions {
  /** For tests and docs: screens and the command line never show what nobody has confirmed. */
  readonly withUnconfirmed?: boolean;
}

const codesOf = ({ codes, app }: KnownError): Codes => ({
  codes: codes.map(foldCode),
  // Next to 6984 there is 6985, which means something else.
  isExactOnly: app === 'card',
});

interface Index {
  readonly rows: readonly (readonly [KnownError, Codes])[];
  readonly scoresOf: (text: string) => readonly number[];
}

let index: Index | null = null;
const indexed = (): Index => {
  index ??= {
    rows: errors.map((row) => [row, codesOf(row)]),
    scoresOf: sentenceScorer(errors, Object.values(appNames)),
  };
  return index;
};

interface Hit extends ErrorMatch {
  /** More is better. */
  readonly score: number;
}

/** So much of a code says which it is; less may be the beginning of anything. */
const telling = 4;

const isBegunIn = (begun: string, { codes, isExactOnly }: Codes): boolean =>
  !isExactOnly && begun.length >= telling && codes.some((code) => code.startsWith(begun));

const hitsOf = (text: string): readonly Hit[] => {
  const { rows, scoresOf } = indexed();
  const fitOf = codeFinder(text);
  const scores = scoresOf(text);
  const begun = foldCode(text);
  const hits = rows.flatMap(([row, codes], place): readonly Hit[] => {
    if (row.unless !== undefined && text.includes(row.unless)) return [];
    const codeFit = fitOf(codes) ?? (isBegunIn(begun, codes) ? 'similar-code' : null);
    const score = scores[place] ?? 0;
    if (codeFit !== null) return [{ row, fit: codeFit, score: score + (codeFit === 'code' ? 20 : 10) }];
    return score > 0 ? [{ row, fit: 'words', score }] : [];
  });
  return [...hits].sort((one, other) => other.score - one.score);
};

/** Where a code is named, what else shares some words with the text is not meant. */
const onlyBestKind = (hits: readonly Hit[]): readonly Hit[] => {
  const isNamed = hits.some(({ fit }) => fit === 'code');
  return isNamed ? hits.filter(({ fit }) => fit === 'code') : hits;
};

/**
 * The rows that fit what somebody typed or read from a screen, best first; none when it is not known. What fits an
 * unconfirmed row best is not explained by another: it counts as not known.
 *
 * @param text - a code, a sentence or a part of it, or what happened, in any spelling
 */
export const explain = (
  text: string,
  limit = 5,
  { withUnconfirmed = false }: ExplainOptions = {},
): readonly ErrorMatch[] => {
  const hits = onlyBestKind(hitsOf(text));
  if (!withUnconfirmed && hits[0]?.row.confirmed === false) return [];
  return hits
    .filter(({ row }) => withUnconfirmed || row.confirmed)
    .slice(0, limit)
    .map(({ row, fit }) => ({ row, fit }));
};

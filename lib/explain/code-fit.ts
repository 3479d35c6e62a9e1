/** Whether a text names a code. */
import { foldLookAlikes, latinStretches } from './fold.ts';

/** `code`: the code itself, letters that look alike apart. `similar-code`: one character is wrong, missing or too many. */
export type CodeFit = 'code' | 'similar-code' | null;

/** A word of the text, or words next to each other, that may be a code. */
interface Candidate {
  readonly text: string;
  readonly isJoined: boolean;
  /** Nothing else was typed. */
  readonly isAll: boolean;
}

const mostPieces = 10;

const withoutHexMark = (text: string): string => text.replace(/^0x(?=[0-9a-f]{4}$)/, '');

/** Every run of words next to each other: "EI 123 2008" may be "EI", "EI 123", "123 2008" and so on. */
const candidatesOf = (text: string): readonly Candidate[] => {
  const stretches = latinStretches(text);
  return stretches.flatMap((words) =>
    words.flatMap((_, start) =>
      words.slice(start, start + mostPieces).map((__, more) => ({
        text: withoutHexMark(words.slice(start, start + more + 1).join('')),
        isJoined: more > 0,
        isAll: stretches.length === 1 && start === 0 && more === words.length - 1,
      })),
    ),
  );
};

/** Whether one wrong, missing, extra or exchanged character makes the one into the other. */
const isOneSlipAway = (one: string, other: string): boolean => {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  const [left, right] = [one.slice(start), other.slice(start)];
  const isExchanged = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1) || isExchanged;
};

const hasDigit = (text: string): boolean => /\d/.test(text);

/** In a longer text only what stands there as one word with a digit is a code of digits: "is so" is no 1550. */
const mayBe = ({ text, isJoined, isAll }: Candidate, code: string): boolean =>
  isAll || ((!hasDigit(code) || hasDigit(text)) && !(isJoined && /^\d+$/.test(code)));

/** The spelling in which codes are compared: `EI123-2008` is `ei1232008`. */
export const foldCode = (code: string): string => latinStretches(code).flat().join('');

/** Shorter ones are each other's slips. */
const leastForgiven = 5;
/** A PIN or a year, for all we know. */
const isFourDigits = (text: string): boolean => /^\d{1,4}$/.test(text);

/** @param code - in the spelling of `foldCode` */
const fitOfOne = (candidate: Candidate, code: string, isExactOnly: boolean): CodeFit => {
  if (!mayBe(candidate, code)) return null;
  const [typed, meant] = [foldLookAlikes(candidate.text), foldLookAlikes(code)];
  if (typed === meant) return 'code';
  const isForgiven = !isExactOnly && meant.length >= leastForgiven && !isFourDigits(candidate.text);
  return isForgiven && isOneSlipAway(typed, meant) ? 'similar-code' : null;
};

/** Codes of one row, in the spelling of `foldCode`. */
export interface Codes {
  readonly codes: readonly string[];
  /** One character more or less is another code that exists. */
  readonly isExactOnly: boolean;
}

/** @returns what finds a code of a row in `text`; made once for a text */
export const codeFinder = (text: string): ((row: Codes) => CodeFit) => {
  const candidates = candidatesOf(text);
  return ({ codes, isExactOnly }) => {
    const fits = candidates.flatMap((candidate) => codes.map((code) => fitOfOne(candidate, code, isExactOnly)));
    return fits.includes('code') ? 'code' : fits.includes('similar-code') ? 'similar-code' : null;
  };
};

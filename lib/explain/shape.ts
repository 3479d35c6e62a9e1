/** What can be said of a code that no row has: from its shape alone. */
import { latinStretches } from './fold.ts';

/** Each has its words in the messages, under `ErrorShapes`. */
export const errorShapes = [
  'tries-left',
  'pin-locked',
  'etax-code',
  'myna-app-code',
  'card-status-word',
  'http-status',
  'number-only',
  'unknown',
] as const;
export type ErrorShape = (typeof errorShapes)[number];

const triesLeft = /(?:残り|のこり|残|あと)[^0-9]{0,8}(?:[0-9○〇◯一二三四五] ?(?:回|かい))/;

const pinLocked = /ロックされ|(?:暗証番号|パスワード|pin|password).{0,20}(?:ロック|lock)/i;

/** A phone is locked, too. */
const otherLock = /画面|端末|スマホ|iPhone|Android/i;

/** `HJS` and numbers are e-Tax's, as in HJS0407E; `EI` and `MPA` are マイナアプリ's, as in EI123-2008 and MPA-IS-I05. */
const etaxCode = /^hj[s5][0-9o]{3,4}[a-z]?$/;
const mynaAppCode = /^(?:e[il1wa][0-9o]{2,8}|mpa(?:[a-z]{1,4}[0-9o]{0,3})?)$/;
/** ISO/IEC 7816-4, 5.6: SW1 is 61 to 6F or 90; 60 is never one. */
const statusWord = /^(?:[s5]w|0x)?(?:6[1-9a-f][0-9a-f]{2}|9000)$/;
/** RFC 9110, 15: 4xx and 5xx are errors. */
const httpStatus = /^(?:http)?(?:error)?[45]\d\d$/;

const words: readonly (readonly [ErrorShape, RegExp])[] = [
  ['etax-code', etaxCode],
  ['myna-app-code', mynaAppCode],
  ['card-status-word', statusWord],
  ['http-status', httpStatus],
];

/** The best guess at what a text is that `explain` finds nothing for. A guess: screens say "looks like". */
export const shapeOf = (text: string): ErrorShape => {
  const plain = text.normalize('NFKC');
  if (triesLeft.test(plain)) return 'tries-left';
  if (pinLocked.test(plain) && !otherLock.test(plain)) return 'pin-locked';
  const typed = latinStretches(text).flatMap((stretch) => [...stretch, stretch.join('')]);
  const found = words.find(([, form]) => typed.some((word) => form.test(word)));
  if (found !== undefined) return found[0];
  return /^[\d\s.,-]*\d[\d\s.,-]*$/.test(plain) ? 'number-only' : 'unknown';
};

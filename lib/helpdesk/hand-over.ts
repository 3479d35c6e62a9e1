/**
 * What one counter tells the next about a case: chosen by taps from closed lists, without a word of anybody, without
 * anything that says who it is about, and gone at the end of the day.
 */
import * as v from 'valibot';
import { cardErrorCodes } from '../errors/card-error.ts';
import { errors } from '../explain/errors.ts';
import { momentOf } from '../facts/moment.ts';
import { nodeIds } from '../playbook/tree.ts';
import { caseSchema } from './wire.ts';

/** What has been tried here. Messages: `HandOverWords.tried`. */
export const triedHere = [
  'read-card',
  'looked-for-slip',
  'compared-names',
  'checked-phone',
  'practised-holding',
  'looked-up-error',
  'explained-store',
  'explained-other-way',
] as const;

/** What the next counter is asked to do. Messages: `HandOverWords.asked`. */
export const askedNext = [
  'reset-signature',
  'reset-authentication',
  'reset-card-info-input',
  'reset-resident-register',
  'renew-certificates',
  'issue-signature-certificate',
  'reissue-card',
  'check-register',
  'accept-paper',
  'consult',
] as const;

/** No list is longer: a slip fits on one sheet. */
const most = 24;
const some = <const Values extends readonly string[]>(values: Values) =>
  v.pipe(v.array(v.picklist(values)), v.maxLength(most));

export const handOverSchema = v.strictObject({
  language: caseSchema.entries.language,
  /** What was found: facts of the visit, tries left among them, each with its evidence. */
  facts: caseSchema.entries.facts,
  tried: some(triedHere),
  asked: some(askedNext),
  /** Of our own reader. */
  cardErrors: some(cardErrorCodes),
  /** Of other apps: ids of lib/explain. */
  appErrors: some(errors.map(({ id }) => id)),
  /** Pages of the playbook that were opened. */
  pages: some(nodeIds),
});
export type HandOver = v.InferOutput<typeof handOverSchema>;

/** `POST /api/staff/calls/:call/hand-over`. */
export const handOverMadeSchema = v.strictObject({ code: v.string() });
/** `GET /api/staff/hand-overs/:code`. `madeAt`: milliseconds since 1970. */
export const handOverFoundSchema = v.strictObject({ content: handOverSchema, madeAt: v.number() });
export type HandOverFound = v.InferOutput<typeof handOverFoundSchema>;

/** Without those that look or sound like others: 0 O, 1 I L, 2 Z, 5 S, 8 B, U V, M N. */
export const codeLetters = '34679ACDEFGHJKPQRTWXY';
export const codeLength = 8;

/** Code as it is typed, scanned or read aloud: small letters, spaces and hyphens do not matter. `null`: not one. */
export const readCode = (text: string): string | null => {
  const code = text.toUpperCase().replace(/[\s-]/g, '');
  const isCode = code.length === codeLength && [...code].every((letter) => codeLetters.includes(letter));
  return isCode ? code : null;
};

/** `ACDE-3467`. */
export const showCode = (code: string): string => `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;

/** A slip is of one day in Tokyo. Both in milliseconds since 1970. */
export const isOfToday = (madeAt: number, now: number): boolean =>
  momentOf(new Date(madeAt)).day === momentOf(new Date(now)).day;

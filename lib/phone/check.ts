/**
 * The phone check: what has been said and seen of a phone, the question that is open, and the answer. Every question may be
 * answered with "don't know", and none is asked that cannot matter any more.
 */
import type { Facts } from '../facts/fact.ts';
import type { BrowserReport, OsVersion } from './browser.ts';
import type { Found, SearchPlace } from './contact.ts';
import { type ContactSeen, decidePhone, isNewEnough, noSigns, type PhoneAnswer, type PhoneSigns } from './decide.ts';
import type { AntennaSpot, CardInPhone, PhoneModel, PhoneSystem, Reading } from './model.ts';

/** What all iPhones of a group have in common; the README of the phone data has the table. */
export const iphoneGroups = ['xs-or-later', '8-or-x', '7', '6s-or-older', 'unknown'] as const;
export type IphoneGroup = (typeof iphoneGroups)[number];

/** `no-number`: 「わからない」. */
export const osAnswers = ['new-enough', 'too-old', 'unknown'] as const;
export type OsAnswer = (typeof osAnswers)[number];

export const yesNoAnswers = ['yes', 'no', 'unknown'] as const;
export type YesNo = (typeof yesNoAnswers)[number];

export const phoneKinds = ['iphone', 'android', 'ipad'] as const;
export type PhoneKind = (typeof phoneKinds)[number];

export interface OsKnown {
  readonly value: OsVersion | OsAnswer;
  /** The phone's own browser names it. */
  readonly isSeen: boolean;
  /** `false`: at least this version; newer browsers no longer tell more. */
  readonly isSure: boolean;
}

/** `null`: not asked yet. */
export interface PhoneCheck {
  /** The page is open on the phone it is about. */
  readonly isThisPhone: boolean;
  /** A contact test can be made: it says more than any answer. */
  readonly canTest: boolean;
  readonly kind: PhoneKind | null;
  readonly iphone: IphoneGroup | null;
  readonly model: PhoneModel | 'not-listed' | null;
  /** What its browser calls it, whether or not it is among the models. */
  readonly code: string | null;
  readonly os: OsKnown | null;
  readonly update: YesNo | null;
  readonly readBefore: YesNo | null;
  readonly nfcItem: YesNo | null;
  readonly contact: ContactSeen | null;
}

/** In the order in which they are asked. */
export const phoneQuestions = ['kind', 'iphone', 'model', 'os', 'update', 'readBefore', 'nfcItem'] as const;
export type PhoneQuestion = (typeof phoneQuestions)[number];

/** About somebody's phone, of which nothing is known. */
export const newCheck: PhoneCheck = {
  isThisPhone: false,
  canTest: false,
  kind: null,
  iphone: null,
  model: null,
  code: null,
  os: null,
  update: null,
  readBefore: null,
  nfcItem: null,
  contact: null,
};

const kindOf: Readonly<Record<BrowserReport['device'], PhoneKind | null>> = {
  iphone: 'iphone',
  ipad: 'ipad',
  'android-phone': 'android',
  // Not in the data, but some have NFC, and Android tells no more of a phone either.
  'android-tablet': 'android',
  pc: null,
  unknown: null,
};

const systemOf = (kind: PhoneKind): PhoneSystem => (kind === 'android' ? 'android' : 'ios');

/** "At least" a version that is too old may well be one that is not: that has to be asked. */
const osSeen = ({ os }: BrowserReport, kind: PhoneKind): OsKnown | null => {
  if (os === null) return null;
  const { version, isSure } = os;
  if (!isSure && isNewEnough({ system: systemOf(kind), os: version }) === false) return null;
  return { value: version, isSeen: true, isSure };
};

const promise: Readonly<Record<Reading, number>> = { no: 0, unknown: 1, nfc: 2, yes: 3 };

/** Of several with one code, the first of those of which the least is promised; `undefined` if there is none. */
export const mostCautious = (models: readonly PhoneModel[]): PhoneModel | undefined => {
  const promised = ({ reads, isEndOfLine }: PhoneModel): number => 2 * promise[reads] - Number(isEndOfLine);
  return models.toSorted((one, other) => promised(one) - promised(other))[0];
};

/**
 * What a phone's own browser says of it.
 *
 * @param models - of the code that the browser names; empty if it names none, or one that is not among the models
 */
export const checkOf = (report: BrowserReport, models: readonly PhoneModel[]): PhoneCheck => {
  const kind = kindOf[report.device];
  if (kind === null) return newCheck;
  const model = mostCautious(models);
  return {
    ...newCheck,
    isThisPhone: true,
    canTest: report.webNfc === 'there',
    kind,
    model: model ?? (report.model === null ? null : 'not-listed'),
    code: report.model,
    os: osSeen(report, kind),
  };
};

/** A model of which nothing matters but the group. iOS 16 starts at iPhone 8, and every iPhone from 7 on reads the card. */
const groupModel = (group: IphoneGroup | null, isVersionNewEnough: boolean): PhoneSigns['model'] => {
  switch (group) {
    case 'xs-or-later':
    case '8-or-x':
      return { reads: 'yes', isEndOfLine: false };
    case '7':
      return { reads: 'yes', isEndOfLine: true };
    case '6s-or-older':
      return { reads: 'no', isEndOfLine: false };
    case 'unknown':
    case null:
      return isVersionNewEnough ? { reads: 'yes', isEndOfLine: false } : null;
  }
};

const flag = (answer: YesNo | null): boolean | null => (answer === 'yes' ? true : answer === 'no' ? false : null);

export const signsOf = (check: PhoneCheck): PhoneSigns => {
  const { kind, model, os } = check;
  const system = kind === null ? null : systemOf(kind);
  const value = os === null || os.value === 'unknown' ? null : os.value;
  const isIphoneNewEnough = kind === 'iphone' && isNewEnough({ system, os: value }) === true;
  return {
    ...noSigns,
    system,
    isIpad: kind === 'ipad',
    model: model === null || model === 'not-listed' ? groupModel(check.iphone, isIphoneNewEnough) : model,
    os: value,
    isOsSeen: os?.isSeen ?? false,
    canUpdate: flag(check.update),
    contact: check.contact,
    hasReadBefore: flag(check.readBefore),
    hasNfcItem: flag(check.nfcItem),
  };
};

export const answerOf = (check: PhoneCheck): PhoneAnswer => decidePhone(signsOf(check));

/** @returns `null` when nothing is left that could change the answer */
export const openQuestion = (check: PhoneCheck): PhoneQuestion | null => {
  if (check.kind === null) return 'kind';
  if (check.model === null) {
    if (check.kind === 'iphone' && check.iphone === null) return 'iphone';
    if (check.kind === 'android') return 'model';
  }
  const { step } = answerOf(check);
  if (step === 'excluded') return null;
  if (step === 'os-too-old')
    return check.update === null && signsOf(check).model?.isEndOfLine !== true ? 'update' : null;
  if (check.os === null) return 'os';
  if (step !== 'not-known' || check.canTest) return null;
  if (check.readBefore === null) return 'readBefore';
  // iOS has no such item.
  return check.kind === 'android' && check.nfcItem === null ? 'nfcItem' : null;
};

/** Without the answer to `question`, and so without those that followed from it. What a browser has seen stays. */
const reopened = (check: PhoneCheck, question: PhoneQuestion): PhoneCheck => {
  const said = phoneQuestions.slice(phoneQuestions.indexOf(question)).filter((each) => isSaid(check, each));
  // Only of an Android phone the model is asked; the one that was chosen may have been an iPhone.
  const kind = question === 'model' ? 'android' : check.kind;
  return { ...check, kind, ...Object.fromEntries(said.map((each) => [each, null])) };
};

/** Whether a person gave this answer. */
const isSaid = (check: PhoneCheck, question: PhoneQuestion): boolean => {
  if (check[question] === null) return false;
  if (question === 'kind') return !check.isThisPhone;
  if (question === 'os') return check.os?.isSeen !== true;
  if (question === 'model') return check.code === null;
  return true;
};

/** One question back; `null` where there is none before this one. */
export const wentBack = (check: PhoneCheck): PhoneCheck | null => {
  const last = phoneQuestions.findLast((each) => isSaid(check, each));
  return last === undefined ? null : reopened(check, last);
};

/**
 * A model from the list says which kind of phone it is. One that this phone cannot be is another phone: what this browser
 * says does not matter to it.
 */
export const choseModel = (check: PhoneCheck, model: PhoneModel | 'not-listed'): PhoneCheck => {
  if (model === 'not-listed') return { ...check, model };
  const kind = model.system === 'ios' ? 'iphone' : 'android';
  return check.isThisPhone && check.kind !== kind ? { ...newCheck, kind, model } : { ...check, kind, model };
};

/** Whether the card can be put into this phone. */
export const cardInPhoneOf = ({ kind, model, iphone }: PhoneCheck): CardInPhone => {
  if (kind === 'ipad') return 'no';
  if (model !== null && model !== 'not-listed') return model.cardInPhone;
  if (iphone === 'xs-or-later') return 'yes';
  return iphone === null || iphone === 'unknown' ? 'unknown' : 'no';
};

/** What an update could not change is, for the way to the errand, a phone that cannot be used. */
export const isPastHelp = (check: PhoneCheck): boolean => {
  const { model, canUpdate } = signsOf(check);
  return model?.isEndOfLine === true || canUpdate === false;
};

/** What the guide learns from the check. */
export const factsOf = (check: PhoneCheck): Facts => {
  const { phone, step, restsOn } = answerOf(check);
  const value = phone === 'reads-but-too-old' && isPastHelp(check) ? 'cannot' : phone;
  const isTold = check.isThisPhone && (check.code !== null || check.os?.isSeen === true);
  const isSeen = isTold && restsOn !== 'you-told-us';
  const evidence = step === 'contact-seen' ? 'measured' : isSeen ? 'detected' : 'said';
  return { phone: { value, evidence } };
};

/** Where the contact test begins, for a phone of which the place is known. */
export const firstPlaceOf = (spot: AntennaSpot | null): SearchPlace | null => {
  switch (spot) {
    case null:
      return null;
    case 'top':
      return 'top';
    case 'upper-middle':
    case 'right-of-camera':
    case 'around-camera':
    case 'fingerprint':
      return 'upper';
    case 'middle-line':
    case 'left':
    case 'left-edge':
    case 'middle':
      return 'middle';
  }
};

/** What the contact test says of the phone. Where nothing was found, it has to have been tried for long enough. */
export const seenIn = (found: Found | null, wasLong: boolean): ContactSeen | null => {
  if (found === null) return wasLong ? 'silence' : null;
  return found.touches.some(({ kind }) => kind === 'card') ? 'found' : 'other-tag';
};

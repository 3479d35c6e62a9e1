/**
 * The phone check: what has been said and seen of a phone, the question that is open, and the answer. Every question may be
 * answered with "don't know", and none is asked that cannot matter any more.
 */
import type { Facts } from '../facts/fact.ts';
import { forget, learn } from '../facts/learn.ts';
import { type BrowserReport, isAtLeast, type OsVersion } from './browser.ts';
import type { Found, SearchPlace } from './contact.ts';
import { type ContactSeen, decidePhone, isNewEnough, noSigns, type PhoneAnswer, type PhoneSigns } from './decide.ts';
import type { AntennaSpot, CardInPhone, Carrier, PhoneModel, PhoneSystem, Reading } from './model.ts';

/** What all iPhones of a group have in common; docs/phones.md has the table. */
export const iphoneGroups = ['xs-or-later', '8-or-x', '7', '6s-or-older', 'unknown'] as const;
export type IphoneGroup = (typeof iphoneGroups)[number];

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
  /** It is this code of the model, and no other with the same name. */
  readonly isCodeChosen: boolean;
  /** `null` where several sell a phone of this name and code. */
  readonly carrier: Carrier | null;
  /** What its browser calls it, whether or not it is among the models. */
  readonly code: string | null;
  readonly os: OsKnown | null;
  readonly update: YesNo | null;
  readonly readBefore: YesNo | null;
  readonly nfcItem: YesNo | null;
  readonly contact: ContactSeen | null;
  /** The person would rather answer than test. */
  readonly asksInstead: boolean;
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
  isCodeChosen: false,
  carrier: null,
  code: null,
  os: null,
  update: null,
  readBefore: null,
  nfcItem: null,
  contact: null,
  asksInstead: false,
};

const kindOf: Readonly<Record<BrowserReport['device'], PhoneKind | null>> = {
  iphone: 'iphone',
  'android-phone': 'android',
  // An iPhone that asks for the pages of a PC says the same, and so may a phone that folds open.
  ipad: null,
  'android-tablet': null,
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

const promises: Readonly<Record<Reading, number>> = { no: 0, unknown: 1, nfc: 2, yes: 3 };

const promised = ({ reads, isEndOfLine }: PhoneModel): number => 2 * promises[reads] - Number(isEndOfLine);

/** Of several with one code, the first of those that promise least; `undefined` if there is none. */
export const mostCautious = (models: readonly PhoneModel[]): PhoneModel | undefined => {
  const least = Math.min(...models.map(promised));
  return models.find((model) => promised(model) === least);
};

/** What is known of all of them, and of no more than that. */
const inCommon = (models: readonly PhoneModel[]): Pick<PhoneCheck, 'isCodeChosen' | 'carrier'> => {
  const [codes, carriers] = [new Set(models.map(({ code }) => code)), new Set(models.map(({ carrier }) => carrier))];
  const [carrier = null] = carriers;
  return { isCodeChosen: codes.size === 1, carrier: carriers.size === 1 ? carrier : null };
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
    ...inCommon(models),
    code: report.model,
    os: osSeen(report, kind),
  };
};

/** Fills in the model where the data came later than the check began. @param models - of the code of its browser */
export const withModels = (check: PhoneCheck, models: readonly PhoneModel[]): PhoneCheck => {
  const model = mostCautious(models);
  if (model === undefined || check.code === null || check.model !== 'not-listed') return check;
  return { ...check, model, ...inCommon(models) };
};

/**
 * A model of which nothing matters but the group. iOS 16 starts at iPhone 8, and every iPhone from 7 on reads the card.
 *
 * @param isSeen - its browser says the version: somebody who has it and says "7" is mistaken about the group
 */
const groupModel = (group: IphoneGroup | null, isVersionNewEnough: boolean, isSeen: boolean): PhoneSigns['model'] => {
  switch (group) {
    case 'xs-or-later':
    case '8-or-x':
      return { reads: 'yes', isEndOfLine: false };
    case '7':
      return { reads: 'yes', isEndOfLine: !(isVersionNewEnough && isSeen) };
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
  const isOsSeen = os?.isSeen ?? false;
  return {
    ...noSigns,
    system,
    isIpad: kind === 'ipad',
    model: model === null || model === 'not-listed' ? groupModel(check.iphone, isIphoneNewEnough, isOsSeen) : model,
    os: value,
    isOsSeen,
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
  if (step !== 'not-known' || (check.canTest && !check.asksInstead)) return null;
  if (check.readBefore === null) return 'readBefore';
  // iOS has no such item.
  return check.kind === 'android' && check.nfcItem === null ? 'nfcItem' : null;
};

/** Without the answer to `question`, and so without those that followed from it. What a browser has seen stays. */
const reopened = (check: PhoneCheck, question: PhoneQuestion): PhoneCheck => {
  const said = phoneQuestions.slice(phoneQuestions.indexOf(question)).filter((each) => isSaid(check, each));
  // Only of an Android phone the model is asked; the one that was chosen may have been an iPhone.
  const kind = question === 'model' ? 'android' : check.kind;
  const chosen = said.includes('model') ? inCommon([]) : {};
  return { ...check, kind, ...chosen, ...Object.fromEntries(said.map((each) => [each, null])) };
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
  const wasAskedInstead = check.asksInstead && last !== 'readBefore' && last !== 'nfcItem';
  if (wasAskedInstead) return { ...check, asksInstead: false };
  return last === undefined ? null : reopened(check, last);
};

/** Whether a question can be the first that a visitor sees. */
export const isUntouched = (check: PhoneCheck): boolean => wentBack(check) === null;

/**
 * A model from the list says which kind of phone it is. One that this phone cannot be is another phone: what this browser
 * says does not matter to it.
 *
 * @param alike - all that the choice may mean: one name, but perhaps several codes and carriers
 */
export const choseModel = (
  check: PhoneCheck,
  model: PhoneModel | 'not-listed',
  alike: readonly PhoneModel[] = model === 'not-listed' ? [] : [model],
): PhoneCheck => {
  if (model === 'not-listed') return { ...check, model };
  const kind = model.system === 'ios' ? 'iphone' : 'android';
  const start = check.isThisPhone && check.kind !== kind ? newCheck : check;
  return { ...start, kind, model, ...inCommon(alike) };
};

/** The version was said, and is said to be another by now. */
export const wasUpdated = (check: PhoneCheck): PhoneCheck => ({ ...check, os: null, update: null });

/** The card was read after all. What spoke against it before has been put right; that there is no NFC cannot be. */
export const hasRead = (check: PhoneCheck): PhoneCheck => {
  const { contact } = check;
  // Nothing is left to be said of a phone that reads as it is.
  if (contact === 'found' || answerOf(check).phone === 'reads-and-runs') return check;
  return { ...check, readBefore: 'yes', contact: contact === 'no-hardware' ? contact : null };
};

/** A search has begun, so NFC is on. */
export const isSearchedWith = (check: PhoneCheck): PhoneCheck =>
  check.contact === 'nfc-off' ? { ...check, contact: null } : check;

/** A card that was found was found, whatever a later test says. */
export const sawContact = (check: PhoneCheck, seen: ContactSeen): PhoneCheck =>
  check.contact === 'found' ? check : { ...check, contact: seen };

const cardInIphoneFrom: OsVersion = [18, 5];

const isBeforeCardInIphone = (os: OsKnown | null): boolean => {
  if (os === null || os.value === 'new-enough' || os.value === 'unknown') return false;
  return os.value === 'too-old' || (os.isSure && !isAtLeast(os.value, cardInIphoneFrom));
};

/** Whether the card can be put into this phone. `after-update`: an iPhone whose iOS is older than that takes. */
export const cardInPhoneOf = ({ kind, model, iphone, os }: PhoneCheck): CardInPhone | 'after-update' => {
  if (kind === 'ipad') return 'no';
  const ofGroup = iphone === null || iphone === 'unknown' ? 'unknown' : iphone === 'xs-or-later' ? 'yes' : 'no';
  const known = model === null || model === 'not-listed' ? ofGroup : model.cardInPhone;
  return kind === 'iphone' && known === 'yes' && isBeforeCardInIphone(os) ? 'after-update' : known;
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
  const isSeen = restsOn === 'seen-by-this-phone' || (isTold && restsOn !== 'you-told-us');
  const evidence = step === 'contact-seen' ? 'measured' : isSeen ? 'detected' : 'said';
  return { phone: { value, evidence } };
};

/**
 * The facts with what the check has found out. Nothing is learned as long as a question is open; that nothing was found out
 * takes nothing away; and what was measured gives way only to an answer that knows of the measurement.
 */
export const learnedFrom = (facts: Facts, check: PhoneCheck): Facts => {
  const { phone } = factsOf(check);
  const known = facts.phone;
  if (phone === undefined || openQuestion(check) !== null) return facts;
  if (phone.value === 'unknown' && known !== undefined) return facts;
  const isMeasured = known?.evidence === 'measured' && check.contact !== 'found';
  return learn(isMeasured ? facts : forget(facts, 'phone'), 'phone', phone.value, phone.evidence);
};

/** Without what is known of the phone in question: it is about another one. */
export const forgotPhone = (facts: Facts): Facts => forget(forget(facts, 'phone'), 'phoneSpot');

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

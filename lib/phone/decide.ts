/**
 * Whether a phone reads the card and runs マイナアプリ: the decision order of the phone data (docs/phones.md), the first
 * that holds. NFC hardware alone is never a "yes", and silence, of a list or of a test, is never a "no".
 */
import type { OsVersion } from './browser.ts';
import type { PhoneModel, PhoneSource, PhoneSystem } from './model.ts';

/** What `leastVersions` rest on (grade C). */
export const systemRequirements: PhoneSource = {
  address: 'https://services.digital.go.jp/mynaapp/system-requirements/',
  asOf: '2026-09-05',
};

/** マイナアプリ needs at least these. */
export const leastVersions: Readonly<Record<PhoneSystem, OsVersion>> = { ios: [16, 4], android: [11, 0] };

/** What the contact test has shown. `other-tag`: a sticker and no card. `silence`: nothing within about 20 seconds. */
export type ContactSeen = 'found' | 'other-tag' | 'nfc-off' | 'silence' | 'no-hardware';

/** Everything that speaks for or against a phone; `null` is what nobody knows. */
export interface PhoneSigns {
  readonly system: PhoneSystem | null;
  readonly isIpad: boolean;
  readonly model: Pick<PhoneModel, 'reads' | 'isEndOfLine'> | null;
  readonly os: OsVersion | 'new-enough' | 'too-old' | null;
  /** The phone's own browser says which version it is. */
  readonly isOsSeen: boolean;
  /** A newer version of its system is offered to it. */
  readonly canUpdate: boolean | null;
  readonly contact: ContactSeen | null;
  /** This phone has read this card, or one like it, before. */
  readonly hasReadBefore: boolean | null;
  /** There is an item for NFC in its settings, or a mark of NFC or FeliCa on it. */
  readonly hasNfcItem: boolean | null;
}

/** Which step of the order decided. */
export const decisionSteps = [
  'excluded',
  'os-too-old',
  'contact-seen',
  'no-hardware',
  'listed',
  'nfc-off',
  'other-tag',
  'silence',
  'nfc-hardware',
  'read-before',
  'nfc-item',
  'no-nfc-item',
  'not-known',
] as const;
export type DecisionStep = (typeof decisionSteps)[number];

/** `official-list`: also a rule of the offices. `maker-or-rule`: the maker, or a rule, excludes it. `nfc-record`: a record of its hardware. */
export type RestsOn =
  | 'official-list'
  | 'maker-or-rule'
  | 'nfc-record'
  | 'seen-by-this-phone'
  | 'you-told-us'
  | 'unknown';

/** The values of the fact `phone`, without `none`. */
export type PhoneVerdict = 'reads-and-runs' | 'reads-but-too-old' | 'likely' | 'cannot' | 'unknown';

export interface PhoneAnswer {
  readonly phone: PhoneVerdict;
  readonly restsOn: RestsOn;
  readonly step: DecisionStep;
  /** Two facts disagree; the cautious one is shown, and staff should have a look. */
  readonly isDisputed: boolean;
}

type Finding = Omit<PhoneAnswer, 'isDisputed'>;

/** @returns `null` where nobody knows the version */
export const isNewEnough = ({ system, os }: Pick<PhoneSigns, 'system' | 'os'>): boolean | null => {
  if (os === null) return null;
  if (os === 'new-enough' || os === 'too-old') return os === 'new-enough';
  if (system === null) return null;
  const [major, minor] = leastVersions[system];
  return os[0] > major || (os[0] === major && os[1] >= minor);
};

/** The phone reads the card; whether the app runs on it depends on its version, which may not be known yet. */
const reads = (signs: PhoneSigns, restsOn: RestsOn, step: DecisionStep): Finding => ({
  phone: isNewEnough(signs) === null ? 'likely' : 'reads-and-runs',
  restsOn,
  step,
});

const isRuledOut = ({ isIpad, model }: PhoneSigns): boolean => isIpad || model?.reads === 'no';

const isTooOld = (signs: PhoneSigns): boolean => signs.model?.isEndOfLine === true || isNewEnough(signs) === false;

/** On what it rests that the phone reads the card at all; `null` if nothing shows it. */
const showsThatItReads = ({ model, contact, hasReadBefore }: PhoneSigns): RestsOn | null => {
  if (contact === 'found') return 'seen-by-this-phone';
  if (model?.reads === 'yes') return 'official-list';
  return hasReadBefore === true ? 'you-told-us' : null;
};

/** Without anything that shows that it reads, an old system says no more than that the app does not run as it is. */
const tooOld = (signs: PhoneSigns): Finding => {
  const step = 'os-too-old';
  const shown = showsThatItReads(signs);
  if (shown !== null) return { phone: 'reads-but-too-old', restsOn: shown, step };
  const restsOn = signs.isOsSeen ? 'seen-by-this-phone' : 'you-told-us';
  return { phone: signs.canUpdate === false ? 'cannot' : 'unknown', restsOn, step };
};

const find = (signs: PhoneSigns): Finding => {
  const { model, contact, hasReadBefore, hasNfcItem } = signs;
  if (isRuledOut(signs)) return { phone: 'cannot', restsOn: 'maker-or-rule', step: 'excluded' };
  if (isTooOld(signs)) return tooOld(signs);
  if (contact === 'found') return reads(signs, 'seen-by-this-phone', 'contact-seen');
  if (contact === 'no-hardware') return { phone: 'cannot', restsOn: 'seen-by-this-phone', step: 'no-hardware' };
  if (model?.reads === 'yes') return reads(signs, 'official-list', 'listed');
  // That it can be switched off, or searches, shows that there is NFC; what has it must read Type B (Android CDD 7.4.4, C-1-2).
  if (contact !== null) return { phone: 'likely', restsOn: 'seen-by-this-phone', step: contact };
  if (model?.reads === 'nfc') return { phone: 'likely', restsOn: 'nfc-record', step: 'nfc-hardware' };
  if (hasReadBefore === true) return reads(signs, 'you-told-us', 'read-before');
  if (hasNfcItem === true) return { phone: 'likely', restsOn: 'you-told-us', step: 'nfc-item' };
  if (hasNfcItem === false) return { phone: 'cannot', restsOn: 'you-told-us', step: 'no-nfc-item' };
  return { phone: 'unknown', restsOn: 'unknown', step: 'not-known' };
};

const isDisputed = (signs: PhoneSigns, { step }: Finding): boolean => {
  const { model, contact, hasReadBefore } = signs;
  if (step === 'os-too-old') return model?.isEndOfLine === true && isNewEnough(signs) === true;
  if (step === 'excluded') return contact === 'found' || hasReadBefore === true;
  return step === 'no-hardware' && (model?.reads === 'yes' || hasReadBefore === true);
};

/** The answer of the screens, of the guide and of `kazasu phone` alike. */
export const decidePhone = (signs: PhoneSigns): PhoneAnswer => {
  const finding = find(signs);
  return { ...finding, isDisputed: isDisputed(signs, finding) };
};

/** Nothing is known yet. */
export const noSigns: PhoneSigns = {
  system: null,
  isIpad: false,
  model: null,
  os: null,
  isOsSeen: false,
  canUpdate: null,
  contact: null,
  hasReadBefore: null,
  hasNfcItem: null,
};

/** Which page of the playbook a case opens with. Pure: what is on the screen, what is known, and what the visitor said. */
import { type PinName, pinNames } from '../card/report.ts';
import type { CardErrorCode } from '../errors/card-error.ts';
import { type NodeId, top } from '../playbook/tree.ts';
import type { Step } from './step.ts';
import type { DeskFacts, StaffCall } from './wire.ts';

/** The part of a call that counts. */
export type CallCase = Pick<StaffCall, 'reason'> & {
  readonly case: Pick<StaffCall['case'], 'step' | 'facts' | 'error'>;
};

/** Faults of the machine: nothing that the visitor does helps. */
const machineErrors: readonly CardErrorCode[] = [
  'serviceNotRunning',
  'serviceStopped',
  'serviceNotResponding',
  'readerMissing',
  'readerUnplugged',
  'readerBusy',
  'readerProcessDown',
];

const lockedPages = {
  authentication: 'pin-locked-authentication',
  signature: 'pin-locked-signature',
  cardInfoInput: 'pin-locked-card-info-input',
  residentRegister: 'pin-locked-resident-register',
} as const satisfies Readonly<Record<PinName, NodeId>>;

const forgottenPages = {
  authentication: 'pin-forgotten-authentication',
  signature: 'pin-forgotten-signature',
  cardInfoInput: 'pin-forgotten-card-info-input',
  residentRegister: 'pin-forgotten-resident-register',
} as const satisfies Readonly<Record<PinName, NodeId>>;

const whichPages = {
  authentication: 'which-authentication',
  signature: 'which-signature',
  cardInfoInput: 'which-card-info-input',
  residentRegister: 'which-resident-register',
} as const satisfies Readonly<Record<PinName, NodeId>>;

const ofError = (error: CardErrorCode | null): NodeId | null => {
  if (error === null) return null;
  return machineErrors.includes(error) ? 'error-reader' : 'error-read';
};

const isLocked = (facts: DeskFacts, pin: PinName): boolean =>
  facts[`triesLeft.${pin}`]?.value === 0 || facts[`pin.${pin}`]?.value === 'locked';

/** What stands in the way whatever the visitor does next: a PIN that is locked, or would be after the next mistake. */
const ofLocks = (facts: DeskFacts): NodeId | null => {
  const [first, ...others] = pinNames.filter((pin) => isLocked(facts, pin));
  if (first !== undefined) return others.length > 0 ? 'pin-locked-several' : lockedPages[first];
  return pinNames.some((pin) => facts[`triesLeft.${pin}`]?.value === 1) ? 'pin-last-try' : null;
};

const ofPins = (facts: DeskFacts): NodeId | null => {
  const inState = (state: 'forgotten' | 'on-slip-at-home') =>
    pinNames.filter((pin) => facts[`pin.${pin}`]?.value === state);
  const [first, ...others] = inState('forgotten');
  if (first !== undefined) return others.length > 0 ? 'pin-forgotten-all' : forgottenPages[first];
  return inState('on-slip-at-home').length > 0 ? 'slip-at-home' : null;
};

const ofCertificates = (facts: DeskFacts): NodeId | null => {
  if (facts['certificate.authentication']?.value === 'expired') return 'certificate-expired';
  if (facts['certificate.signature']?.value === 'void' || facts.changedSinceIssue?.value === 'yes') {
    return 'certificate-moved';
  }
  return facts['certificate.authentication']?.value === 'renewable' ? 'certificate-renew' : null;
};

const ofCard = (facts: DeskFacts): NodeId | null => {
  if (facts.card?.value === 'lost') return 'lost-card';
  if (facts.card?.value === 'face-authentication') return 'face-card';
  switch (facts.holder?.value) {
    case 'child-under-15':
      return 'under-15';
    case 'adult-guardianship':
      return 'guardianship';
    case 'helping-someone':
      return 'proxy-first';
    case 'self':
    case undefined:
      return null;
  }
};

/** Of the steps that are about one thing. */
const stepPages: Readonly<Partial<Record<Step, NodeId>>> = {
  'card:lifted': 'phone-lifted',
  'card:failed': 'error-read',
  'guide:changedSinceIssue': 'certificate-moved',
  'guide:certificate.authentication': 'certificates',
  'guide:certificate.signature': 'certificates',
  'guide:holder': 'people',
  'guide:stay': 'stay',
  'guide:konbini': 'store',
  'guide:phone': 'phone-model',
  'guide:phoneSpot': 'phone',
  'guide:phoneCard': 'phone-own-pin',
  'guide:borrowPhone': 'phone-none',
  'guide:pcReader': 'phone-none',
  'guide:pc': 'phone-none',
  'guide:outage': 'outage',
  'guide:pin.authentication': whichPages.authentication,
  'guide:pin.signature': whichPages.signature,
  'guide:pin.cardInfoInput': whichPages.cardInfoInput,
  'guide:pin.residentRegister': whichPages.residentRegister,
  'phone:check': 'phone-model',
  'phone:contact': 'phone-place-android',
  'phone:settings': 'phone-switches',
  'phone:trouble': 'phone',
  'phone:app': 'phone-app',
  'phone:pc': 'phone-none',
  'phone:card-in-phone': 'phone-own-pin',
  'phone:other-ways': 'phone-none',
  'phone:own-phone': 'phone-model',
  'pins:which': 'which',
  'pins:not-a-pin': 'which',
  'pins:slip': 'slip-explained',
  'pins:errors': 'errors',
  'pins:error': 'errors',
  'pins:new': 'new-pin',
  'pins:certificates': 'certificates',
  'pins:pin': 'which-names',
  'pins:counter': 'reset-here',
  'pins:store': 'store',
  'pins:fails': 'fails',
  'practice:hold': 'phone-lifted',
  'practice:contact': 'phone-lifted',
};

const reasonPages = {
  pin: 'forgotten',
  card: 'error-read',
  phone: 'phone',
  screen: top,
  other: top,
} as const satisfies Readonly<Record<StaffCall['reason'], NodeId>>;

const isAboutPhone = (step: Step): boolean => step.startsWith('phone:') || step.startsWith('practice:');

/**
 * What the screen shows now comes first, then a lock, which no other page may lead past; then the step the visitor is at,
 * what is known of the PINs, the certificates and the card, and last what the call is said to be about. A call about a
 * phone is about the phone, whatever the PINs are like.
 */
export const playbookFor = ({ reason, case: { step, facts, error } }: CallCase): NodeId => {
  const ofStep = stepPages[step] ?? null;
  const onScreen = ofError(error);
  if (onScreen !== null) return onScreen;
  if (reason === 'phone') return isAboutPhone(step) && ofStep !== null ? ofStep : reasonPages.phone;
  return (
    ofLocks(facts) ??
    (reason === 'pin' ? ofPins(facts) : null) ??
    ofStep ??
    ofPins(facts) ??
    ofCertificates(facts) ??
    ofCard(facts) ??
    reasonPages[reason]
  );
};

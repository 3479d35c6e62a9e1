/** あなたの準備: what the five lamps say, from nothing but the facts. */
import type { FactName, Facts } from '../facts/fact.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { procedures } from '../procedures/procedures.ts';
import type { LampName, LampState, Readiness } from './lamp.ts';
import type { AnyPin } from './pins.ts';

/** What is stopped matters most; after that, that something is still open. */
const worst = (states: readonly LampState[]): LampState =>
  (['stopped', 'unknown', 'attention'] as const).find((state) => states.includes(state)) ?? 'fine';

const procedureOf = ({ errand }: Facts): Procedure | null => (errand === undefined ? null : procedures[errand.value]);

/** The PINs that this visit is about: those of its errand, or the two that everybody meets. */
export const pinsInQuestion = (facts: Facts): readonly AnyPin[] => {
  const procedure = procedureOf(facts);
  if (procedure?.kind === 'store-terminal') return ['authentication'];
  return procedure?.online?.pins ?? ['signature', 'authentication'];
};

const pinState = (facts: Facts, pin: AnyPin): LampState => {
  const triesLeft = facts[`triesLeft.${pin}`]?.value;
  if (triesLeft === 0) return 'stopped';
  switch (facts[`pin.${pin}`]?.value) {
    case undefined:
      return triesLeft === 1 ? 'attention' : 'unknown';
    case 'known':
      return triesLeft === 1 ? 'attention' : 'fine';
    case 'on-slip-at-home':
    case 'unknown':
      return 'attention';
    case 'locked':
      return triesLeft === undefined ? 'stopped' : 'attention';
    case 'forgotten':
      return 'stopped';
  }
};

const isOneOf = <Value>(value: Value | undefined, ...values: readonly Value[]): boolean =>
  value !== undefined && values.includes(value);

const deviceState = (facts: Facts): LampState => {
  const phone = facts.phone?.value;
  const isCardInPhone = isOneOf(facts.phoneCard?.value, 'iphone', 'android');
  const isPhoneCardUsed = procedureOf(facts)?.online?.phoneCard === 'works';
  if (phone === 'reads-and-runs' || facts.pcReader?.value === 'yes' || (isCardInPhone && isPhoneCardUsed))
    return 'fine';
  if (isOneOf(phone, 'likely', 'reads-but-too-old') || facts.borrowPhone?.value === 'yes') return 'attention';
  const isNoPhone = isOneOf(phone, 'cannot', 'none');
  return isNoPhone && facts.borrowPhone?.value === 'no' ? 'stopped' : 'unknown';
};

const cardState = (facts: Facts): LampState => {
  switch (facts.card?.value) {
    case 'my-number':
      return 'fine';
    case 'applied-for':
      return 'attention';
    case 'face-authentication':
    case 'lost':
    case 'none':
      return 'stopped';
    case 'unknown':
    case undefined:
      return 'unknown';
  }
};

const signatureState = (facts: Facts): LampState => {
  const certificate = facts['certificate.signature']?.value;
  const changed = facts.changedSinceIssue?.value;
  if (isOneOf(certificate, 'void', 'absent') || changed === 'yes') return 'stopped';
  if (certificate === 'valid' || changed === 'no') return 'fine';
  return changed === 'unknown' || certificate === 'unknown' ? 'attention' : 'unknown';
};

const authenticationState = (facts: Facts): LampState => {
  switch (facts['certificate.authentication']?.value) {
    case 'valid':
      return 'fine';
    case 'renewable':
    case 'unknown':
      return 'attention';
    case 'expired':
    case 'absent':
      return 'stopped';
    case undefined:
      return 'unknown';
  }
};

export const readiness = (facts: Facts): Readiness => {
  const pins = pinsInQuestion(facts);
  const certificates = pins.includes('signature') ? [signatureState(facts)] : [];
  return {
    errand: facts.errand === undefined ? 'unknown' : 'fine',
    device: deviceState(facts),
    pins: worst(pins.map((pin) => pinState(facts, pin))),
    card: cardState(facts),
    certificates: worst([authenticationState(facts), ...certificates]),
  };
};

/** The question that settles a lamp: the first that is open, or else the first. */
export const questionBehind = (lamp: LampName, facts: Facts): FactName => {
  const open = (first: FactName, ...others: readonly FactName[]): FactName =>
    [first, ...others].find((name) => facts[name] === undefined) ?? first;
  switch (lamp) {
    case 'errand':
      return 'errand';
    case 'device':
      return 'phone';
    case 'pins': {
      const [first = 'signature', ...others] = pinsInQuestion(facts);
      return open(`pin.${first}`, ...others.map((pin) => `pin.${pin}` as const));
    }
    case 'card':
      return 'card';
    case 'certificates':
      return pinsInQuestion(facts).includes('signature')
        ? open('certificate.authentication', 'changedSinceIssue')
        : 'certificate.authentication';
  }
};

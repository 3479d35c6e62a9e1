/** What has to be done to a card before an errand can be done online with it. */
import { addDays, type Day } from '../facts/day.ts';
import type { BringItem, OnlineChannel } from '../procedures/procedure.ts';
import type { StepName } from './advice.ts';
import { authenticationStanding, type Standing, signatureStanding } from './certificates.ts';
import { cardCounterDay, onlineDay, proxyDay, storeDay } from './estimates.ts';
import { companionBrings, counterVisits, type Holder } from './people.ts';
import {
  type AnyPin,
  counterResets,
  isStorePin,
  otherStorePin,
  pinStanding,
  type StoreObstacle,
  storeObstacle,
  storeResets,
} from './pins.ts';
import { isCounterStep, isStoreStep } from './route.ts';
import type { RuleId } from './rule-book.ts';
import type { Reading, Visit } from './visit.ts';

/** How the `broken` PINs are freed. One visit to the counter frees everything, so a store is only worth it if it saves that visit. */
const resetsOf = (reading: Reading, broken: readonly AnyPin[], needsCounterAnyway: boolean): Standing => {
  const [only] = broken;
  if (only === undefined) return { steps: [], rules: [] };
  const atCounter = broken.map((pin) => counterResets[pin]);
  if (broken.length > 1 || needsCounterAnyway || !isStorePin(only)) {
    if (broken.some((pin) => !isStorePin(pin))) return { steps: atCounter, rules: ['reset-counter-only'] };
    const notAtStore: readonly RuleId[] = broken.length > 1 ? ['konbini-other-pin'] : [];
    return { steps: atCounter, rules: ['reset-at-counter', ...notAtStore] };
  }
  const obstacle: StoreObstacle = storeObstacle(reading, only);
  if (obstacle === null) {
    // The other PIN is typed there, whether or not the errand itself uses it.
    const other = pinStanding(reading, otherStorePin(only));
    const slip: readonly StepName[] = other.needsSlip ? ['find-slip'] : [];
    return { steps: [...slip, storeResets[only]], rules: ['reset-at-konbini', 'konbini-hours', ...other.rules] };
  }
  // Not known yet: neither way can be named.
  if (obstacle === 'unknown') return { steps: [], rules: [] };
  return { steps: atCounter, rules: ['reset-at-counter', obstacle] };
};

/** Reads the PINs first, then the certificates, and the conditions of a store only where a store would do. */
export const prepareCard = (reading: Reading, channel: OnlineChannel): Standing => {
  const pins = channel.pins.map((pin) => pinStanding(reading, pin));
  const signature = channel.pins.includes('signature') ? signatureStanding(reading) : { steps: [], rules: [] };
  const authentication = authenticationStanding(reading);
  const certificateSteps = [...signature.steps, ...authentication.steps];
  const broken = pins.filter(({ state }) => state === 'broken').map(({ pin }) => pin);
  const isPhoneCardOpen =
    channel.phoneCard === 'works' &&
    (broken.length > 0 || certificateSteps.length > 0) &&
    reading.read('phoneCard') === undefined;
  const resets = isPhoneCardOpen ? { steps: [], rules: [] } : resetsOf(reading, broken, certificateSteps.length > 0);
  const slip: readonly StepName[] = pins.some(({ needsSlip }) => needsSlip) ? ['find-slip'] : [];
  return {
    steps: [...slip, ...resets.steps, ...certificateSteps],
    rules: [...pins.flatMap(({ rules }) => rules), ...resets.rules, ...signature.rules, ...authentication.rules],
  };
};

/** What a visit to the counter for PINs and certificates takes, whatever it is for. */
export const counterItems = (visit: Visit, holder: Holder, steps: readonly StepName[]): readonly BringItem[] => {
  if (!steps.some(isCounterStep)) return [];
  const isForStay = visit.peek('stay') === 'limited' && steps.includes('renew-certificates-counter');
  return [
    'card',
    ...visit.office.holderBrings,
    ...(isForStay ? (['residence-card'] as const) : []),
    ...companionBrings(visit, holder),
  ];
};

/** What a PIN set anew at a store takes: the card, a phone for the booking, the other PIN. */
export const storeItems = (steps: readonly StepName[]): readonly BringItem[] => {
  if (steps.includes(storeResets.signature)) return ['card', 'phone', 'pin-authentication'];
  return steps.includes(storeResets.authentication) ? ['card', 'phone', 'pin-signature'] : [];
};

export const hasNewCertificate = (steps: readonly StepName[]): boolean =>
  steps.some((step) => step.includes('certificate'));

export interface Ready {
  readonly day: Day;
  readonly visits: number;
}

/** When the card can be used online once `steps` are done, and after how many visits. */
export const readyAfter = (visit: Visit, holder: Holder, steps: readonly StepName[], channel: OnlineChannel): Ready => {
  if (steps.some(isCounterStep)) {
    const day = holder === 'helping-someone' ? proxyDay(visit) : cardCounterDay(visit);
    const waits = hasNewCertificate(steps) ? channel.newCertificateAfterDays : 0;
    return { day: addDays(day, waits), visits: counterVisits(holder) };
  }
  return { day: steps.some(isStoreStep) ? storeDay(visit) : onlineDay(visit), visits: 0 };
};

export const newCertificateRules = (steps: readonly StepName[], channel: OnlineChannel): readonly RuleId[] =>
  hasNewCertificate(steps) && channel.newCertificateAfterDays > 0 ? ['new-certificate-next-day'] : [];

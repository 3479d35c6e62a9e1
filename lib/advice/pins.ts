/** What stands between the visitor and a PIN, and how it is freed (docs/sources.md, "Where a PIN is set anew"). */
import type { FactValue } from '../facts/fact.ts';
import type { OnlinePin } from '../procedures/procedure.ts';
import type { StepName } from './advice.ts';
import type { RuleId } from './rule-book.ts';
import { decidingOf, judgeConditions, type StorePin, storeResetSince } from './store-reset.ts';
import { type Reading, readingOf } from './visit.ts';

export type AnyPin = OnlinePin | 'residentRegister';

/** `usable`: known, or to be looked up on the slip. `broken`: has to be set anew. `unknown`: nobody has said. */
export interface PinStanding {
  readonly pin: AnyPin;
  readonly state: 'usable' | 'broken' | 'unknown';
  readonly needsSlip: boolean;
  readonly rules: readonly RuleId[];
}

const usable = (pin: AnyPin): PinStanding => ({ pin, state: 'usable', needsSlip: false, rules: [] });
const onSlip = (pin: AnyPin, rule: RuleId): PinStanding => ({ pin, state: 'usable', needsSlip: true, rules: [rule] });
const broken = (pin: AnyPin, rule: RuleId): PinStanding => ({ pin, state: 'broken', needsSlip: false, rules: [rule] });

const saidStanding = (
  pin: AnyPin,
  value: FactValue<'pin.signature'> | undefined,
  isMeasuredOpen: boolean,
): PinStanding => {
  switch (value) {
    case undefined:
      return { pin, state: 'unknown', needsSlip: false, rules: [] };
    case 'known':
      return usable(pin);
    case 'on-slip-at-home':
      return onSlip(pin, 'pin-on-slip');
    case 'unknown':
      return onSlip(pin, 'pin-to-find');
    case 'forgotten':
      return broken(pin, 'pin-forgotten');
    case 'locked':
      // The card itself says otherwise, and it knows.
      return isMeasuredOpen ? onSlip(pin, 'pin-to-find') : broken(pin, 'pin-locked');
  }
};

/** Tries left come from the card, so they outrank what was said; a PIN without tries is locked whatever one knows. */
export const pinStanding = ({ visit, read }: Reading, pin: AnyPin): PinStanding => {
  const triesLeft = visit.peek(`triesLeft.${pin}`);
  if (triesLeft === 0) return broken(pin, 'pin-locked');
  const value = read(`pin.${pin}`);
  const standing = saidStanding(pin, value, triesLeft !== undefined);
  if (triesLeft !== 1) return standing;
  // One more mistake would lock it: first of all the slip, even for those who think that they remember.
  return { ...standing, needsSlip: true, rules: ['pin-last-try', ...standing.rules] };
};

export const counterResets: Readonly<Record<AnyPin, StepName>> = {
  signature: 'reset-signature-counter',
  authentication: 'reset-authentication-counter',
  cardInfoInput: 'reset-card-info-input-counter',
  residentRegister: 'reset-resident-register-counter',
};

export const isStorePin = (pin: AnyPin): pin is StorePin => pin === 'signature' || pin === 'authentication';
export const otherStorePin = (pin: StorePin): StorePin => (pin === 'signature' ? 'authentication' : 'signature');
export const storeResets: Readonly<Record<StorePin, StepName>> = {
  signature: 'reset-signature-konbini',
  authentication: 'reset-authentication-konbini',
};

/** `null`: all conditions hold. Otherwise the first that does not, or `unknown` while one has not been established. */
export type StoreObstacle = RuleId | 'unknown' | null;

/**
 * Whether a terminal in a store can set `pin` anew: all conditions of J-LIS have to hold (store-reset.ts). One that is known
 * not to hold decides at once; only then is anything asked, the chain last.
 */
export const storeObstacle = (reading: Reading, pin: StorePin): StoreObstacle => {
  const { visit } = reading;
  // Before there were any terminals no answer matters, so none is heeded.
  if (visit.now.day < storeResetSince[pin].day) return 'konbini-not-yet';
  // Read apart: what is open does not matter once another condition fails, and must not be asked then.
  const conditions = readingOf(visit);
  const known = { peek: visit.peek, read: conditions.read };
  const deciding = decidingOf(judgeConditions(known, visit.now.day, pin));
  if (deciding === null) return null;
  if (deciding.state === 'fails') return deciding.rule;
  for (const fact of conditions.missing()) reading.read(fact);
  return 'unknown';
};

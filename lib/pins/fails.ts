/** Why a PIN that is right does not go through: the causes in the order in which they cost least to rule out. */
import type { PinName } from '../card/report.ts';

export const failCauses = [
  'wrong-one',
  'security-code',
  'capitals',
  'look-alikes',
  'phone-pin',
  'moved',
  'expired',
  'renewed-today',
  'face-card',
  'under-15',
] as const;
export type FailCause = (typeof failCauses)[number];

/** Only the signature password has letters, and only its certificate ends with a move or is not given to children. */
const signatureOnly: readonly FailCause[] = ['capitals', 'look-alikes', 'moved', 'under-15'];
const digitsOnly: readonly FailCause[] = ['security-code'];

/** @param pin - `null`: whichever it is */
export const causesFor = (pin: PinName | null): readonly FailCause[] => {
  if (pin === null) return failCauses;
  const left = pin === 'signature' ? digitsOnly : signatureOnly;
  return failCauses.filter((cause) => !left.includes(cause));
};

/** Why a PIN that is right does not go through: the causes in the order in which they cost least to rule out. */
import type { PinName } from '../card/report.ts';

export const failCauses = [
  'locked',
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
/** These two have no certificate that could end, and no counterpart in a phone. */
const certificateOnly: readonly FailCause[] = ['expired', 'renewed-today', 'phone-pin'];

/** @param pin - `null`: whichever it is */
export const causesFor = (pin: PinName | null): readonly FailCause[] => {
  if (pin === null) return failCauses;
  const left = pin === 'signature' ? digitsOnly : signatureOnly;
  const hasCertificate = pin === 'signature' || pin === 'authentication';
  return failCauses.filter((cause) => !left.includes(cause) && (hasCertificate || !certificateOnly.includes(cause)));
};

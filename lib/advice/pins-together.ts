import type { Facts, FactValue } from '../facts/fact.ts';
import type { OnlinePin } from '../procedures/procedure.ts';

/** What one tap says about all PINs of a screen. */
export type PinsAnswer = 'known' | 'on-slip-at-home' | 'oneByOne';

/** The PINs that were answered together, with the answer. */
export const answeredTogether = (facts: Facts, pins: readonly OnlinePin[]): FactValue<'pin.signature'> | null => {
  const [first, ...others] = pins.map((pin) => facts[`pin.${pin}`]?.value);
  const isBulk = first === 'known' || first === 'on-slip-at-home';
  return isBulk && others.length > 0 && others.every((value) => value === first) ? first : null;
};

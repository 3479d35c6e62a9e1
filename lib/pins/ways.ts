/** What to do about a PIN as it stands: what costs nothing first, and never one more guess. */
import type { PinName } from '../card/report.ts';
import type { Facts, FactValue } from '../facts/fact.ts';

export const pinSteps = ['use', 'stop', 'find-slip', 'fetch-slip', 'store', 'counter'] as const;
export type PinStep = (typeof pinSteps)[number];

/** `last-try`: whatever else is known, one more mistake locks it. `open`: nobody has said anything. */
export type PinStanding = FactValue<'pin.signature'> | 'last-try' | 'open';

/** What is known about a PIN; the card outranks what was said. */
export const standingOf = (facts: Facts, pin: PinName): PinStanding => {
  const triesLeft = facts[`triesLeft.${pin}`]?.value;
  if (triesLeft === 0) return 'locked';
  const said = facts[`pin.${pin}`]?.value ?? 'open';
  if (triesLeft === 1) return 'last-try';
  // The card itself says otherwise.
  return said === 'locked' && triesLeft !== undefined ? 'unknown' : said;
};

/** Only the two of the certificates can be set anew at a store; whether it works is for lib/advice/store-reset.ts to say. */
const anew = (pin: PinName): readonly PinStep[] =>
  pin === 'signature' || pin === 'authentication' ? ['store', 'counter'] : ['counter'];

/** In the order in which they should be tried; empty while nobody has said anything. */
export const waysFor = (standing: PinStanding, pin: PinName): readonly PinStep[] => {
  switch (standing) {
    case 'open':
      return [];
    case 'known':
      return ['use'];
    case 'on-slip-at-home':
      return ['fetch-slip'];
    case 'unknown':
    case 'forgotten':
      return ['find-slip', ...anew(pin)];
    case 'last-try':
      return ['stop', 'find-slip', ...anew(pin)];
    case 'locked':
      return anew(pin);
  }
};

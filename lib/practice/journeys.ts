/**
 * What happens in which order in a real application: its screens, which PIN when, when the card comes and goes
 * (facts.md sections 5.1 and 6, web-card-access.md section 5).
 */
import type { PracticePinName } from './practice-pin.ts';

export const journeyNames = ['phone', 'pc', 'signature'] as const;
export type JourneyName = (typeof journeyNames)[number];

/** A tap, a PIN, or the card held for so long; `end`: nothing any more. */
export type JourneyStep =
  | { readonly does: 'press'; readonly name: 'site' | 'pc-site' | 'pc-code' | 'pc-scan' | 'form' }
  | { readonly does: 'pin'; readonly name: 'pin' | 'sign-pin'; readonly pin: PracticePinName }
  | { readonly does: 'hold'; readonly name: 'hold' | 'sign-hold'; readonly lengthMs: number }
  | { readonly does: 'end'; readonly name: 'logged-in' | 'pc-logged-in' | 'sent' };

const pin: JourneyStep = { name: 'pin', does: 'pin', pin: 'authentication' };
const hold: JourneyStep = { name: 'hold', does: 'hold', lengthMs: 4_000 };

export const journeys: Readonly<Record<JourneyName, readonly JourneyStep[]>> = {
  phone: [{ name: 'site', does: 'press' }, pin, hold, { name: 'logged-in', does: 'end' }],
  pc: [
    { name: 'pc-site', does: 'press' },
    { name: 'pc-code', does: 'press' },
    { name: 'pc-scan', does: 'press' },
    pin,
    hold,
    { name: 'pc-logged-in', does: 'end' },
  ],
  signature: [
    { name: 'form', does: 'press' },
    { name: 'sign-pin', does: 'pin', pin: 'signature' },
    { name: 'sign-hold', does: 'hold', lengthMs: 6_000 },
    { name: 'sent', does: 'end' },
  ],
};

/** Which PIN a screen wants, from the shape of its field and from what it is for; without ever seeing a number. */
import type { PinName } from '../card/report.ts';

export const entryShapes = ['digits-4', 'letters-digits', 'digits-6', 'digits-12', 'digits-14', 'label'] as const;
/** `label`: by the name that stands there. */
export type EntryShape = (typeof entryShapes)[number];

export const screenUses = ['login', 'konbini', 'insurance', 'fill-in', 'counter', 'phone-own', 'unknown'] as const;
export type ScreenUse = (typeof screenUses)[number];

export type Recognition =
  | { readonly kind: 'pin'; readonly pin: PinName }
  /** One of those with four digits; which of them, only the name on the screen tells. */
  | { readonly kind: 'several'; readonly pins: readonly PinName[] }
  /** The PIN of the card inside a phone, which is none of these. */
  | { readonly kind: 'phone-pin' }
  /** 個人番号 (also 照合番号A), 照合番号B, or a number that another screen shows. */
  | { readonly kind: 'my-number' | 'verification-number' | 'app-code' };

const fourDigits: Readonly<Record<ScreenUse, Recognition>> = {
  login: { kind: 'pin', pin: 'authentication' },
  konbini: { kind: 'pin', pin: 'authentication' },
  insurance: { kind: 'pin', pin: 'authentication' },
  'fill-in': { kind: 'pin', pin: 'cardInfoInput' },
  counter: { kind: 'pin', pin: 'residentRegister' },
  'phone-own': { kind: 'phone-pin' },
  unknown: { kind: 'several', pins: ['authentication', 'cardInfoInput', 'residentRegister'] },
};

/**
 * What a field of this shape wants.
 *
 * @param use - `null`: not asked yet; only fields of four digits need it
 * @returns `null` while more has to be known
 */
export const recognise = (shape: EntryShape, use: ScreenUse | null): Recognition | null => {
  switch (shape) {
    case 'digits-4':
      return use === null ? null : fourDigits[use];
    case 'letters-digits':
      return { kind: 'pin', pin: 'signature' };
    case 'digits-6':
      return { kind: 'app-code' };
    case 'digits-12':
      return { kind: 'my-number' };
    case 'digits-14':
      return { kind: 'verification-number' };
    case 'label':
      return null;
  }
};

/** Numbers on the card and on receipts that people take for a PIN. */
export const notPins = ['security-code', 'expiry', 'card-number', 'verification-number', 'receipt-number'] as const;
export type NotPin = (typeof notPins)[number];

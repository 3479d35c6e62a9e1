/**
 * What to change when the card is not read, in this order: what costs nothing and stops everybody first, then what is done
 * with the phone, then how it is held. After the last it is the card's or the PIN's turn, never the same once more.
 */
import type { PhoneKind } from './check.ts';

export const troubleSteps = [
  'outage',
  'app-update',
  'lock',
  'private-off',
  'nfc-on',
  'case-off',
  'no-metal',
  'battery',
  'place',
  'hold-still',
] as const;
export type TroubleStep = (typeof troubleSteps)[number];

/** NFC of an iPhone cannot be switched off. */
export const troubleStepsFor = (kind: PhoneKind | null): readonly TroubleStep[] =>
  kind === 'iphone' ? troubleSteps.filter((step) => step !== 'nfc-on') : troubleSteps;

/** The notices of マイナポータル (C, 2026-09-03). */
export const outagePage = 'https://myna.go.jp/html/info/index.html';

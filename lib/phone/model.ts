/** What is known about a model of phone. The data is in lib/phone/data; docs/phones.md says where each part comes from. */
import type { Day } from '../facts/day.ts';

export type PhoneSystem = 'ios' | 'android';

/** Who sells it, as far as its code tells. `abroad`: the variant for other countries. */
export const carriers = [
  'docomo',
  'au-uq',
  'softbank-ymobile',
  'rakuten',
  'uq',
  'ymobile',
  'sim-free',
  'all',
  'abroad',
] as const;
export type Carrier = (typeof carriers)[number];

/**
 * Whether it reads the card. `yes`: an official list or rule covers it. `nfc`: it has NFC hardware, and no list was seen;
 * that alone never proves that it reads the card. `unknown`: nothing but its name is known, which is no "no".
 */
export const readings = ['yes', 'nfc', 'no', 'unknown'] as const;
export type Reading = (typeof readings)[number];

/** Whether the card can be put into it (スマホ用電子証明書, iPhoneのマイナンバーカード). */
export const cardInPhone = ['yes', 'no', 'unknown'] as const;
export type CardInPhone = (typeof cardInPhone)[number];

/**
 * Where on its back the card is found. `top`: upper edge (iPhone). `upper-middle`: below the camera. `middle-line`: midway
 * between left and right, the height differs. `left`: left of the middle. `left-edge`: at the edge with the power button's
 * height. `fingerprint`: at the fingerprint sensor. `middle`: in the middle. `right-of-camera`, `around-camera`.
 */
export const antennaSpots = [
  'top',
  'upper-middle',
  'middle-line',
  'left',
  'left-edge',
  'fingerprint',
  'middle',
  'right-of-camera',
  'around-camera',
] as const;
export type AntennaSpot = (typeof antennaSpots)[number];

/** One page that a part of the data comes from. */
export interface PhoneSource {
  readonly address: string;
  /** A day, or as much of it as is known: `2025`, `2026-09`; `null` if undated. */
  readonly asOf: string | null;
}

export interface PhoneModel {
  /** Android: the value of `Build.MODEL`, as `SO-51C`. iPhone and Pixel: the name. */
  readonly code: string;
  readonly maker: string;
  readonly name: string;
  readonly carrier: Carrier;
  readonly system: PhoneSystem;
  readonly reads: Reading;
  /** What `reads` rests on; for `unknown`, where the name comes from. */
  readonly source: PhoneSource;
  /** The last version of its system ends below what マイナアプリ needs: no update helps. */
  readonly isEndOfLine: boolean;
  readonly cardInPhone: CardInPhone;
  readonly spot: AntennaSpot | null;
}

/** All models, in the order in which a list shows them. */
export interface PhoneCatalogue {
  /** The day on which the data was put together. */
  readonly asOf: Day;
  readonly models: readonly PhoneModel[];
}

import type { BringItem } from './procedure.ts';

/**
 * What differs from office to office. Times are minutes of the day. Whatever rests on one of these is said with
 * 「窓口で確認してください」.
 */
export interface Office {
  readonly opens: number;
  readonly closes: number;
  /** Minutes in the queue on a usual day; today's wait is a fact of the visit. */
  readonly usualWait: number;
  /** Working days a letter takes one way, collection included. */
  readonly letterWorkingDays: number;
  /** What the holder brings to have PINs or certificates set anew, beside the card. */
  readonly holderBrings: readonly BringItem[];
  /** What a parent or guardian brings in addition. */
  readonly representativeBrings: readonly BringItem[];
  /** What somebody whom the holder has asked to go brings in addition. */
  readonly proxyBrings: readonly BringItem[];
}

/**
 * An office that has not said otherwise. Hours, waits and letters are estimates of ours; what to bring is what the
 * majority of offices in docs/sources.md ask for, so that nobody is sent home.
 */
export const usualOffice: Office = {
  opens: 8 * 60 + 30,
  closes: 17 * 60 + 15,
  usualWait: 30,
  letterWorkingDays: 3,
  holderBrings: ['identity-document'],
  representativeBrings: ['representative-identity', 'proof-of-representation'],
  proxyBrings: ['representative-identity', 'power-of-attorney', 'reply-form'],
};

import type { Day } from '../facts/day.ts';
import type { BringItem } from './procedure.ts';

/** Minutes of the day. */
export interface Hours {
  readonly opens: number;
  readonly closes: number;
}

/** On which days an office is open, and when. */
export interface OpenDays {
  /** Sunday first; `null`: closed on this day of the week. */
  readonly week: readonly (Hours | null)[];
  /** Closed on national holidays and at the turn of the year, whatever day of the week that is. */
  readonly closedOnHolidays: boolean;
  /** Closed, the last day included. */
  readonly closures: readonly { readonly from: Day; readonly until: Day }[];
  /** Open although the above says otherwise, or at other hours. */
  readonly extra: readonly (Hours & { readonly day: Day })[];
}

/**
 * What differs from office to office. Times are minutes of the day. Whatever rests on one of these is said with
 * 「窓口で確認してください」.
 */
export interface Office extends Hours {
  /** `opens` and `closes` are the hours of its usual day, for whoever stands in it on another. */
  readonly days: OpenDays;
  /** So many minutes before it closes it takes in nobody any more. */
  readonly lastReception: number;
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

/** Hours of most offices; an estimate of ours. */
const usualHours: Hours = { opens: 8 * 60 + 30, closes: 17 * 60 + 15 };

/**
 * An office that has not said otherwise. Hours, waits and letters are estimates of ours; what to bring is what the
 * majority of offices in docs/sources.md ask for, so that nobody is sent home.
 */
export const usualOffice: Office = {
  ...usualHours,
  days: {
    week: [null, usualHours, usualHours, usualHours, usualHours, usualHours, null],
    closedOnHolidays: true,
    closures: [],
    extra: [],
  },
  lastReception: 0,
  usualWait: 30,
  letterWorkingDays: 3,
  holderBrings: ['identity-document'],
  representativeBrings: ['representative-identity', 'proof-of-representation'],
  proxyBrings: ['representative-identity', 'power-of-attorney', 'reply-form'],
};

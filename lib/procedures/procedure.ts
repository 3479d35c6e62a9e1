import type { Day } from '../facts/day.ts';
import type { Errand } from '../facts/fact.ts';

/**
 * Where a statement comes from. Grades as in docs/sources.md. `asOf` is `null` where the page bears no date, and the first
 * of the month where it names only a month.
 */
export interface Source {
  readonly address: string;
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E';
  readonly asOf: Day | null;
}

export type OnlinePin = 'signature' | 'authentication' | 'cardInfoInput';

/** Things to have at hand; keys of `Bring` in the messages. Offices differ: screens say 「窓口で確認してください」 beside the last group. */
export const bringItems = [
  'card',
  'pin-signature',
  'pin-authentication',
  'pin-card-info-input',
  'pin-resident-register',
  'phone',
  'borrowed-phone',
  'pc',
  'card-reader',
  'application-form',
  'account-details',
  'photo',
  'tax-documents',
  'insurance-card',
  'work-certificate',
  'identity-copy',
  'account-copy',
  'fee',
  'identity-document',
  'residence-card',
  'representative-identity',
  'proof-of-representation',
  'power-of-attorney',
  'reply-form',
] as const;
export type BringItem = (typeof bringItems)[number];

/** How long something takes after it was handed in; `days` are calendar days. Only what the source says. */
export interface Duration {
  readonly unit: 'days' | 'working-days';
  readonly least: number;
  readonly most: number;
}

export interface OnlineChannel {
  /** In the order in which they are needed. `signature` also needs a valid 署名用電子証明書. */
  readonly pins: readonly OnlinePin[];
  /** The card in the phone instead of the plastic one; `unconfirmed` is never said as fact. */
  readonly phoneCard: 'works' | 'does-not-work' | 'unconfirmed';
  /** Beside card, PINs and device. */
  readonly bring: readonly BringItem[];
  /** Not for cards of children under 15, whatever PINs it needs. */
  readonly adultsOnly: boolean;
  /** Done in the app of a phone: neither a PC nor a terminal of the office does. */
  readonly phoneOnly: boolean;
  /**
   * Days after a renewal or a new signature certificate before it can be used here: 1 for "from the next day", 2 for "up to
   * two days", 0 where no source says that it takes any.
   */
  readonly newCertificateAfterDays: number;
  readonly sources: readonly [Source, ...Source[]];
}

export interface PostChannel {
  /** `sent`: the office posts it by itself; `download`: printed at home; `request`: asked for, comes by post. */
  readonly form: 'sent' | 'download' | 'request';
  readonly bring: readonly BringItem[];
  readonly sources: readonly [Source, ...Source[]];
}

export interface CounterChannel {
  readonly where: 'municipality' | 'tax-office' | 'passport-office';
  readonly bring: readonly BringItem[];
  readonly sources: readonly [Source, ...Source[]];
}

/**
 * An errand as dated data. `null` for a channel: there is none. One file each in errands/, named as its id; the list,
 * the questions and the advice follow from it.
 */
export interface Procedure {
  readonly id: Errand;
  /** When it can be applied for; `null`: no end, or no beginning, is known. */
  readonly open: { readonly from: Day | null; readonly until: Day | null };
  /** What kind of errand it is: `application` has channels; the others are about the card itself, and the rules know them. */
  readonly kind:
    | 'application'
    | 'paid-without-application'
    | 'store-terminal'
    | 'pin-reset'
    | 'renewal'
    | 'information';
  readonly online: OnlineChannel | null;
  readonly post: PostChannel | null;
  readonly counter: CounterChannel | null;
  /** The card may well be somebody else's, so that is asked. */
  readonly asksHolder: boolean;
  /** From handing in to the result, where a source says so. */
  readonly processing: Duration | null;
  /** Wards differ in whether or how they offer it: the screen says to ask the ward. */
  readonly varies: boolean;
  readonly sources: readonly [Source, ...Source[]];
  /** The day on which somebody has to look at the sources again. */
  readonly reviewBy: Day;
}

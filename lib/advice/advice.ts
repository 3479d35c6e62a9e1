import type { Day } from '../facts/day.ts';
import type { Errand, FactName } from '../facts/fact.ts';
import type { BringItem, Duration } from '../procedures/procedure.ts';
import type { RuleId } from './rule-book.ts';

export const channels = ['online', 'post', 'counter', 'convenience-store', 'none'] as const;
/** `convenience-store`: done at the terminal of a store. `none`: there is nothing to hand in. */
export type Channel = (typeof channels)[number];

export const devices = ['phone', 'pc-phone', 'pc-reader', 'phone-card', 'office-terminal'] as const;
/** What an online application is made with. */
export type Device = (typeof devices)[number];

/** What has to be done before the errand itself, in this order. Keys of `Steps` in the messages. */
export const stepNames = [
  'report-loss',
  'reissue-card-counter',
  'apply-for-card',
  'wait-for-card',
  'switch-to-pin-card-counter',
  'find-slip',
  'update-phone',
  'borrow-phone',
  'install-app',
  'wait-for-service',
  'reset-signature-konbini',
  'reset-authentication-konbini',
  'reset-signature-counter',
  'reset-authentication-counter',
  'reset-card-info-input-counter',
  'reset-resident-register-counter',
  'renew-certificates-counter',
  'new-signature-certificate-counter',
] as const;
export type StepName = (typeof stepNames)[number];

/** A way to get the errand done. */
export interface Route {
  readonly channel: Channel;
  /** Only for `online`, and for a store where the card in the phone is used. */
  readonly by: Device | null;
  readonly first: readonly StepName[];
  /** The day on which the visitor's own part is done; `null`: nobody can say. */
  readonly doneBy: Day | null;
  /** The day by which the office has dealt with it, where a source says how long it takes. */
  readonly resultBy: Day | null;
  /** Visits to an office. A convenience store is not one. */
  readonly visits: number;
  readonly bring: readonly BringItem[];
  /** What this way rests on, the reason for its place in the list first. */
  readonly rules: readonly RuleId[];
}

/** A way that is closed, or that has not been looked into. */
export interface Blocked {
  readonly channel: Channel;
  readonly by: Device | null;
  readonly because: readonly RuleId[];
  /** Facts which could open it, one tap away; empty where none could. */
  readonly check: readonly FactName[];
}

export interface Advice {
  readonly errand: Errand;
  /** Best first; at least one. */
  readonly routes: readonly [Route, ...Route[]];
  readonly blocked: readonly Blocked[];
  /** What the visitor should know whichever way they go, such as the end of a period of stay. */
  readonly notes: readonly RuleId[];
  /** What was taken for granted and can be checked with one tap. */
  readonly assumed: readonly FactName[];
  readonly processing: Duration | null;
}

/** `heeded`: the known facts that led there, in the order in which they would have been asked. */
export type Consultation = { readonly heeded: readonly FactName[] } & (
  | { readonly kind: 'question'; readonly fact: FactName }
  | { readonly kind: 'advice'; readonly advice: Advice }
);

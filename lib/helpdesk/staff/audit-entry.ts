/** What the audit can say: who did what to whom, in words of closed lists. */
import type { Locale } from '../../i18n/locales.ts';
import type { StaffRole } from '../wire.ts';

/** New ones at the end of their group; one that has been used is never renamed. */
export const auditActions = [
  'first-administrator',
  'signed-in',
  'sign-in-refused',
  'signed-out',
  'sessions-ended',
  'account-made',
  'account-enabled',
  'account-disabled',
  'role-changed',
  'languages-changed',
  'account-renamed',
  'set-up-code-made',
  'password-set',
  'passkey-added',
  'passkey-removed',
  'call-claimed',
  'call-released',
  'call-helped',
  'page-shown',
  'sentence-said',
  'visit-ended',
  'hand-over-made',
  'hand-over-opened',
  'numbers-exported',
  'kiosk-code-made',
  'kiosk-enrolled',
  'kiosk-renamed',
  'kiosk-revoked',
  'setting-changed',
  'setting-approved',
  'setting-declined',
  'setting-undone',
  'settings-imported',
  'setting-proposed',
  'setting-withdrawn',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** `waiting`: made by a first sign-in over the office's identity provider, and no administrator has agreed yet. */
export type StaffState = 'active' | 'waiting' | 'disabled';

export type SignInWay = 'password' | 'passkey' | 'oidc';

/** Closed names, and values that have no room for a sentence. */
export interface AuditDetail {
  readonly way?: SignInWay;
  readonly role?: StaffRole;
  readonly languages?: readonly Locale[];
  /** Name of a setting of the office (lib/office), never its value. */
  readonly setting?: string;
  readonly version?: number;
  readonly count?: number;
}

/** Who did something without being a member of staff: somebody who is not signed in, or an operator in a terminal. */
export const nobody = 'nobody';
export const office = 'office';

/** What somebody did, as whoever records it says it. */
export interface Deed {
  /** Id of a member of staff, `nobody` or `office`. */
  readonly actor: string;
  readonly action: AuditAction;
  /** Id of what it was done to. */
  readonly subject?: string;
  readonly detail?: AuditDetail;
}

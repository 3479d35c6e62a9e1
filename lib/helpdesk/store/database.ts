/**
 * The tables, as both databases have them. Every column is text or an integer, so that the two agree: moments are
 * milliseconds since 1970, what is closed but has several members is JSON, yes and no are 1 and 0.
 */
import type { ColumnType, Generated, Kysely } from 'kysely';
import type { CallReason, CallState } from '../call.ts';
import type { PromptState } from '../prompt.ts';
import type { AuditAction, StaffState } from '../staff/audit-entry.ts';
import type { StaffRole } from '../wire.ts';

export type Dialect = 'sqlite' | 'postgresql';

/** One step from the tables as they were to the tables as they are; the same for both databases. */
export interface Migration {
  up(db: Kysely<unknown>): Promise<void>;
}

/** JSON of a type that lib/helpdesk/wire.ts checks. */
type Json = string;

export interface KioskTable {
  id: string;
  /** As staff call it. An office's own word, never a person's. */
  name: string;
  /** Ed25519, SPKI in base64; `null` for the one on the same machine, which needs none. */
  public_key: string | null;
  enrolled_at: number;
  revoked_at: number | null;
  /** When it was last heard of. */
  seen_at: number | null;
  /** What it said of itself then; JSON of `KioskStatus`. */
  status: Json | null;
  /** What is wrong with it; JSON of a list of `KioskAlarm`. */
  alarms: Generated<Json>;
}

/** Codes for new kiosks, hashed; deleted when they are no longer good. */
export interface EnrolmentTable {
  code_hash: string;
  /** What the kiosk is to be called. */
  name: string;
  ends_at: number;
  /** Which kiosk has used it. */
  kiosk: string | null;
}

/** Signed requests that have been taken; deleted when they would be too old to be sent again. */
export interface NonceTable {
  kiosk: string;
  nonce: string;
  at: number;
}

export interface CallTable {
  id: string;
  kiosk: string;
  reason: CallReason;
  language: string;
  /** JSON of `Case`. */
  detail: Json;
  state: CallState;
  level: number;
  asked_at: number;
  claimed_by: string | null;
  /** As consoles show it, as it was then. */
  claimed_name: string | null;
  claimed_at: number | null;
  ended_at: number | null;
}

export interface PromptTable {
  id: string;
  call: string;
  /** JSON of `PromptContent`. */
  content: Json;
  state: PromptState;
  sent_by: string;
  sent_at: number;
}

/** What has changed, in the order in which it was committed. The bell says that there is more; this says what. */
export interface EventTable {
  seq: number;
  kind: 'call' | 'duty' | 'kiosk' | 'settings';
  /** Id of what has changed; empty where there is only one. */
  subject: string;
  at: number;
}

/** One row. Whoever adds an event takes its number here and holds the row until the commit, so no number is late. */
export interface EventHeadTable {
  id: 1;
  seq: number;
}

/** Ids of messages that have had their effect. */
export interface DeliveredTable {
  id: string;
  at: number;
}

/** Consoles that are open. One row for each stream, renewed while it lives. */
export interface PresenceTable {
  stream: string;
  staff: string;
  name: string;
  /** JSON of a list of languages. */
  languages: Json;
  seen_at: number;
}

/** Counts of a day; no row is about one visit. */
export interface TallyTable {
  day: string;
  kiosk: string;
  name: string;
  value: string;
  count: ColumnType<number, number, number>;
}

export interface HandOverTable {
  /** Eight characters that are easy to read aloud. */
  code: string;
  /** JSON of `HandOver`. */
  content: Json;
  made_at: number;
  made_by: string;
}

export interface StaffTable {
  id: string;
  /** What they sign in with: the office's own word for somebody, in small letters. */
  login: string;
  /** As colleagues see it. */
  name: string;
  role: StaffRole;
  /** JSON of a list of languages. */
  languages: Json;
  state: StaffState;
  made_at: number;
}

export interface StaffSessionTable {
  id: string;
  /** SHA-256 of what the cookie holds. */
  token: string;
  staff: string;
  made_at: number;
  /** Moves on while the person is there, never past the longest time that a session may have. */
  ends_at: number;
}

export interface StaffPasswordTable {
  staff: string;
  /** Argon2id with its parameters, in the PHC string format. */
  hash: string;
  set_at: number;
}

/** Who somebody is at an identity provider. */
export interface StaffIdentityTable {
  issuer: string;
  subject: string;
  staff: string;
}

export interface PasskeyTable {
  /** As the authenticator calls it, in base64url. */
  id: string;
  staff: string;
  /** COSE, in base64url. */
  public_key: string;
  /** Of uses, as the authenticator counts them; 0 where it does not. */
  counter: number;
  made_at: number;
  used_at: number | null;
}

export type OneTimePurpose = 'first' | 'set-up' | 'oidc' | 'passkey-new' | 'passkey-sign-in';

/** What may be presented once. */
export interface OneTimeTable {
  /** SHA-256 of the code, state or challenge. */
  hash: string;
  purpose: OneTimePurpose;
  /** Id of a member of staff; empty where it is about none yet. */
  subject: string;
  /** JSON of what belongs to it. */
  detail: Json;
  ends_at: number;
}

/** Wrong tries to sign in, so far as they count. */
export interface SignInTriesTable {
  /** What is counted together; SHA-256, so that no mistyped password stays here that was entered as a name. */
  bucket: string;
  /** JSON of a list of moments. */
  moments: Json;
  newest: number;
}

/** A browser in which somebody has signed in before. */
export interface KnownDeviceTable {
  /** SHA-256 of what its cookie holds. */
  hash: string;
  staff: string;
  used_at: number;
}

/** One row: what cookies are signed with. */
export interface StaffSecretTable {
  id: number;
  value: string;
}

export interface AuditTable {
  seq: number;
  at: number;
  /** Id of who did it; `nobody` for somebody who is not signed in, `office` for the command line. */
  actor: string;
  action: AuditAction;
  /** Id of what it was done to; empty where that is nothing in particular. */
  subject: string;
  /** JSON of `AuditDetail`. */
  detail: Json;
  /** Of this entry and everything before it. */
  hash: string;
}

/** One row: how long the audit is, and its newest hash. */
export interface AuditHeadTable {
  id: number;
  seq: number;
  hash: string;
}

/** One row: what is published. */
export interface SettingsHeadTable {
  id: 1;
  /** Grows by one with each change that is published. */
  version: number;
  /** Number of the revision that was made last. */
  newest: number;
  /** JSON of `OwnSettings`. */
  own: Json;
}

export interface SettingsRevisionTable {
  number: number;
  kind: 'change' | 'undo' | 'import';
  state: 'published' | 'proposed' | 'refused' | 'withdrawn';
  /** JSON of `Changes`: what was asked for. */
  changes: Json;
  /** JSON of `OwnSettings`, before and after it was published. */
  before: Json | null;
  after: Json | null;
  made_by: string;
  /** As it was then: whoever reads the history need not look it up. */
  made_by_name: string;
  made_at: number;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: number | null;
}

export interface Database {
  kiosk: KioskTable;
  enrolment: EnrolmentTable;
  nonce: NonceTable;
  call: CallTable;
  prompt: PromptTable;
  event: EventTable;
  event_head: EventHeadTable;
  delivered: DeliveredTable;
  presence: PresenceTable;
  tally: TallyTable;
  hand_over: HandOverTable;
  staff: StaffTable;
  staff_session: StaffSessionTable;
  staff_password: StaffPasswordTable;
  staff_identity: StaffIdentityTable;
  passkey: PasskeyTable;
  one_time: OneTimeTable;
  sign_in_tries: SignInTriesTable;
  known_device: KnownDeviceTable;
  staff_secret: StaffSecretTable;
  audit: AuditTable;
  audit_head: AuditHeadTable;
  settings_head: SettingsHeadTable;
  settings_revision: SettingsRevisionTable;
}

/**
 * The tables, as both databases have them. Every column is text or an integer, so that the two agree: moments are
 * milliseconds since 1970, what is closed but has several members is JSON, yes and no are 1 and 0.
 */
import type { ColumnType, Kysely } from 'kysely';
import type { CallReason, CallState } from '../call.ts';
import type { PromptState } from '../prompt.ts';

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

export interface Database {
  kiosk: KioskTable;
  call: CallTable;
  prompt: PromptTable;
  event: EventTable;
  event_head: EventHeadTable;
  delivered: DeliveredTable;
  presence: PresenceTable;
  tally: TallyTable;
  hand_over: HandOverTable;
}

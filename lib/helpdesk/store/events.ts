/** The list of changes. It is the truth about what has changed; the bell only says that it has grown. */
import { sql, type Transaction } from 'kysely';
import { channel } from './bell.ts';
import type { Database, EventTable } from './database.ts';
import type { Store } from './open.ts';

export type EventKind = EventTable['kind'];

/**
 * Adds to the list, as the last thing before the commit: from here to there other writers wait, so that the numbers are
 * without gaps and in the order of the commits, and whoever has read up to a number has missed nothing before it.
 */
export const addEvent = async (
  transaction: Transaction<Database>,
  store: Store,
  changes: readonly { readonly kind: EventKind; readonly subject: string }[],
  now: number,
): Promise<void> => {
  if (changes.length === 0) return;
  const { seq } = await transaction
    .updateTable('event_head')
    .set((eb) => ({ seq: eb('seq', '+', changes.length) }))
    .returning('seq')
    .executeTakeFirstOrThrow();
  const first = seq - changes.length + 1;
  await transaction
    .insertInto('event')
    .values(changes.map(({ kind, subject }, at) => ({ seq: first + at, kind, subject, at: now })))
    .execute();
  // Delivered at the commit, never for what is taken back.
  if (store.dialect === 'postgresql') await sql`select pg_notify(${channel}, '')`.execute(transaction);
};

/** A change and its events, all or nothing; the bell rings after the commit. */
export const change = async <Result>(
  store: Store,
  make: (transaction: Transaction<Database>) => Promise<Result>,
): Promise<Result> => {
  const result = await store.db.transaction().execute(make);
  store.bell.ring();
  return result;
};

/** At most `limit` events after number `after`, in order. */
export const eventsAfter = ({ db }: Store, after: number, limit: number): Promise<EventTable[]> =>
  db.selectFrom('event').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute();

/** Number of the newest event there ever was. */
export const newestEvent = async ({ db }: Store): Promise<number> =>
  (await db.selectFrom('event_head').select('seq').executeTakeFirstOrThrow()).seq;

/** Number of the oldest event that is still there; `null` if there is none. */
export const oldestEvent = async ({ db }: Store): Promise<number | null> =>
  (await db.selectFrom('event').select('seq').orderBy('seq').limit(1).executeTakeFirst())?.seq ?? null;

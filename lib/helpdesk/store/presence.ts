/** Which consoles are open. A row for each stream of events, renewed while it lives, so that an instance that dies is noticed. */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { locales } from '../../i18n/locales.ts';
import { lostClaimMs, presenceMs } from '../call.ts';
import type { Queue, StaffMember } from '../wire.ts';
import type { Database } from './database.ts';
import { addEvent, change } from './events.ts';
import type { Store } from './open.ts';

const languagesSchema = v.array(v.picklist(locales));

type Streams = readonly (readonly [stream: string, member: StaffMember])[];

const insert = async (transaction: Transaction<Database>, streams: Streams, now: number): Promise<void> => {
  if (streams.length === 0) return;
  await transaction
    .insertInto('presence')
    .values(
      streams.map(([stream, member]) => ({
        stream,
        staff: member.id,
        name: member.name,
        languages: JSON.stringify(member.languages),
        seen_at: now,
      })),
    )
    .onConflict((conflict) => conflict.column('stream').doUpdateSet({ seen_at: now }))
    .execute();
};

const toldDuty = (transaction: Transaction<Database>, store: Store, now: number): Promise<void> =>
  addEvent(transaction, store, [{ kind: 'duty', subject: '' }], now);

/** @param stream - id of the stream, made by chance */
export const arrive = (store: Store, stream: string, member: StaffMember, now: number): Promise<void> =>
  change(store, async (transaction) => {
    await insert(transaction, [[stream, member]], now);
    await toldDuty(transaction, store, now);
  });

/** Renews what is open; what has been forgotten meanwhile – the database was away, a clock jumped – is there again. */
export const stay = async (store: Store, streams: Streams, now: number): Promise<void> => {
  if (streams.length === 0) return;
  const isBack = await store.db.transaction().execute(async (transaction) => {
    const ids = streams.map(([stream]) => stream);
    const renewed = await transaction
      .updateTable('presence')
      .set({ seen_at: now })
      .where('stream', 'in', ids)
      .returning('stream')
      .execute();
    const known = new Set(renewed.map(({ stream }) => stream));
    const missing = streams.filter(([stream]) => !known.has(stream));
    if (missing.length === 0) return false;
    await insert(transaction, missing, now);
    await toldDuty(transaction, store, now);
    return true;
  });
  if (isBack) store.bell.ring();
};

/** Off duty at once. What they have claimed stays theirs for a while (`lostClaimMs`): a page that is loaded anew is back in a second. */
export const depart = (store: Store, stream: string, now: number): Promise<void> =>
  change(store, async (transaction) => {
    await transaction
      .updateTable('presence')
      .set({ seen_at: now - presenceMs })
      .where('stream', '=', stream)
      .execute();
    await toldDuty(transaction, store, now);
  });

/** Forgets streams that nobody has renewed for so long that nothing hangs on them. */
export const forgetAbsent = async ({ db }: Store, now: number): Promise<void> => {
  await db
    .deleteFrom('presence')
    .where('seen_at', '<=', now - lostClaimMs)
    .execute();
};

/** Who is at a console now; somebody with two windows once. */
export const onDuty = async ({ db }: Store, now: number): Promise<Queue['onDuty']> => {
  const rows = await db
    .selectFrom('presence')
    .select(['staff', 'name', 'languages'])
    .where('seen_at', '>', now - presenceMs)
    .orderBy('staff')
    .execute();
  return [
    ...new Map(
      rows.map(({ staff, name, languages }) => [
        staff,
        { id: staff, name, languages: v.parse(languagesSchema, JSON.parse(languages)) },
      ]),
    ).values(),
  ];
};

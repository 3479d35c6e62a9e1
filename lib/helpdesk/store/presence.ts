/** Which consoles are open. A row for each stream of events, renewed while it lives, so that an instance that dies is noticed. */
import * as v from 'valibot';
import { locales } from '../../i18n/locales.ts';
import { presenceMs } from '../call.ts';
import type { Queue, StaffMember } from '../wire.ts';
import { addEvent, change } from './events.ts';
import type { Store } from './open.ts';

const languagesSchema = v.array(v.picklist(locales));

/** @param stream - id of the stream, made by chance */
export const arrive = (store: Store, stream: string, member: StaffMember, now: number): Promise<void> =>
  change(store, async (transaction) => {
    await transaction
      .insertInto('presence')
      .values({
        stream,
        staff: member.id,
        name: member.name,
        languages: JSON.stringify(member.languages),
        seen_at: now,
      })
      .execute();
    await addEvent(transaction, store, [{ kind: 'duty', subject: '' }], now);
  });

export const stay = async ({ db }: Store, streams: readonly string[], now: number): Promise<void> => {
  if (streams.length === 0) return;
  await db.updateTable('presence').set({ seen_at: now }).where('stream', 'in', streams).execute();
};

export const depart = (store: Store, stream: string, now: number): Promise<void> =>
  change(store, async (transaction) => {
    const { numDeletedRows } = await transaction.deleteFrom('presence').where('stream', '=', stream).executeTakeFirst();
    if (numDeletedRows > 0n) await addEvent(transaction, store, [{ kind: 'duty', subject: '' }], now);
  });

/** Forgets streams that nobody renews: their instance has died. */
export const forgetAbsent = (store: Store, now: number): Promise<void> =>
  change(store, async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('presence')
      .where('seen_at', '<=', now - presenceMs)
      .executeTakeFirst();
    if (numDeletedRows > 0n) await addEvent(transaction, store, [{ kind: 'duty', subject: '' }], now);
  });

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

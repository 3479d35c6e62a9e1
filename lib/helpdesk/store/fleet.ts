/** The kiosks: what each said of itself last, what is wrong with it, what it is called, and whether it still belongs here. */
import { type Selectable, sql } from 'kysely';
import * as v from 'valibot';
import {
  alarmsOf,
  type Fleet,
  type FleetKiosk,
  type KioskStatus,
  kioskAlarms,
  kioskStatusSchema,
  lookedAgain,
  type Watch,
  watchMs,
} from '../fleet.ts';
import type { Deed } from '../staff/audit-entry.ts';
import { record } from './audit.ts';
import type { KioskTable } from './database.ts';
import { forgetEnrolments } from './enrolment.ts';
import { addEvent, change } from './events.ts';
import type { Store } from './open.ts';

const alarmsSchema = v.array(v.picklist(kioskAlarms));

const toKiosk = (row: Selectable<KioskTable>): FleetKiosk => ({
  id: row.id,
  name: row.name,
  local: row.public_key === null,
  enrolledAt: row.enrolled_at,
  revokedAt: row.revoked_at,
  seenAt: row.seen_at,
  status: row.status === null ? null : v.parse(kioskStatusSchema, JSON.parse(row.status)),
  alarms: v.parse(alarmsSchema, JSON.parse(row.alarms)),
});

/** All kiosks, those that no longer belong here too. */
export const fleetOf = async ({ db }: Store, now: number): Promise<Fleet> => ({
  now,
  kiosks: (await db.selectFrom('kiosk').selectAll().orderBy('name').orderBy('id').execute()).map(toKiosk),
});

/** A kiosk has said how it is. That is no event: what it changes, the next look finds out. */
export const keepStatus = async ({ db }: Store, kiosk: string, status: KioskStatus, now: number): Promise<void> => {
  await db
    .updateTable('kiosk')
    .set({ seen_at: now, status: JSON.stringify(status) })
    .where('id', '=', kiosk)
    .where('revoked_at', 'is', null)
    .execute();
};

/**
 * Looks at all kiosks and notes what is wrong with each. Any number of instances may do it: only who changes something adds an
 * event.
 *
 * @param ableSince - see `alarmsOf`
 */
export const noteAlarms = async (store: Store, ableSince: number, now: number): Promise<void> => {
  const { kiosks } = await fleetOf(store, now);
  const changed = kiosks.flatMap((kiosk) => {
    const [before, after] = [JSON.stringify(kiosk.alarms), JSON.stringify(alarmsOf(kiosk, now, ableSince))];
    return before === after ? [] : [{ id: kiosk.id, seenAt: kiosk.seenAt, before, after }];
  });
  if (changed.length === 0) return;
  await change(store, async (transaction) => {
    const ids: string[] = [];
    for (const { id, seenAt, before, after } of changed) {
      const rows = await transaction
        .updateTable('kiosk')
        .set({ alarms: after })
        .where('id', '=', id)
        .where('alarms', '=', before)
        // Heard of in the meantime: then what we found out is no longer so.
        .where(sql<number>`coalesce(seen_at, 0)`, '=', seenAt ?? 0)
        .returning('id')
        .execute();
      ids.push(...rows.map((row) => row.id));
    }
    await addEvent(
      transaction,
      store,
      ids.map((subject) => ({ kind: 'kiosk', subject })),
      now,
    );
  });
};

/** Looks at the kiosks every few seconds until stopped. */
export const watchFleet = (store: Store, onTrouble: (message: string) => void): { close(): Promise<void> } => {
  let watch: Watch | undefined;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const next = lookedAgain(watch, Date.now());
    try {
      await noteAlarms(store, next.ableSince, next.lookedAt);
      await forgetEnrolments(store, next.lookedAt);
      watch = next;
    } catch (failure) {
      // While the database is away no kiosk can be heard: `watch` grows old, and looking begins anew.
      if (!closed) onTrouble(`kiosks: ${failure instanceof Error ? failure.message : String(failure)}`);
    }
  };
  const again = async (): Promise<void> => {
    await look();
    if (!closed) timer = setTimeout(run, watchMs).unref();
  };
  let running = Promise.resolve();
  const run = (): void => {
    running = again();
  };
  run();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
};

/** @returns whether there is such a kiosk */
const update = (
  store: Store,
  kiosk: string,
  set: Partial<Pick<Selectable<KioskTable>, 'name' | 'revoked_at' | 'alarms'>>,
  deed: Pick<Deed, 'actor' | 'action'>,
  now: number,
): Promise<boolean> =>
  change(store, async (transaction) => {
    const row = await transaction
      .updateTable('kiosk')
      .set(set)
      .where('id', '=', kiosk)
      .where('revoked_at', 'is', null)
      // The one on the same machine has no key that could be taken away.
      .$if(set.revoked_at !== undefined, (query) => query.where('public_key', 'is not', null))
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return false;
    await record(transaction, { ...deed, subject: kiosk }, now);
    await addEvent(transaction, store, [{ kind: 'kiosk', subject: kiosk }], now);
    return true;
  });

/** @param by - id of a member of staff */
export const renameKiosk = (store: Store, kiosk: string, name: string, by: string, now: number): Promise<boolean> =>
  update(store, kiosk, { name }, { actor: by, action: 'kiosk-renamed' }, now);

/** From its next request on the kiosk is nobody; its streams end with the event. It comes back only with a new code. */
export const revokeKiosk = (store: Store, kiosk: string, by: string, now: number): Promise<boolean> =>
  update(store, kiosk, { revoked_at: now, alarms: '[]' }, { actor: by, action: 'kiosk-revoked' }, now);

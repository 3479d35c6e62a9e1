/** What kiosks tell the desk, each message with its effect once, however often it arrives. */
import type { Transaction } from 'kysely';
import { activeStates, statesBefore } from '../call.ts';
import type { DeskMessage } from '../wire.ts';
import type { Database } from './database.ts';
import { addEvent, change } from './events.ts';
import type { Store } from './open.ts';
import { startOfDay } from './retention.ts';
import { count } from './tally.ts';

/** A message and how long it has been on its way, in milliseconds by the clock of whoever kept it. */
export interface Delivery {
  readonly message: DeskMessage;
  readonly agoMs: number;
}

type Of<Kind extends DeskMessage['kind']> = Extract<DeskMessage, { kind: Kind }>;

/** @returns ids of the calls that have changed */
const effect = async (
  transaction: Transaction<Database>,
  kiosk: string,
  { message, agoMs }: Delivery,
  now: number,
): Promise<readonly string[]> => {
  const then = now - agoMs;
  switch (message.kind) {
    case 'ask':
      return ask(transaction, kiosk, message, then, now);
    case 'leave':
      return leave(transaction, kiosk, message.call, then);
    case 'case':
      return changed(
        transaction
          .updateTable('call')
          .set({ detail: JSON.stringify(message.case), language: message.case.language })
          .where('id', '=', message.call)
          .where('kiosk', '=', kiosk)
          .where('state', 'in', activeStates)
          .returning('id')
          .execute(),
      );
    case 'answer':
      return answer(transaction, kiosk, message);
    case 'visit':
      await countVisit(transaction, kiosk, message, then);
      return [];
  }
};

const changed = async (rows: Promise<readonly { readonly id: string }[]>): Promise<readonly string[]> =>
  (await rows).map(({ id }) => id);

const ask = async (
  transaction: Transaction<Database>,
  kiosk: string,
  message: Of<'ask'>,
  then: number,
  now: number,
): Promise<readonly string[]> => {
  // One screen, one visitor: a call before this one was somebody else's, or is no longer wanted.
  const before = await changed(
    transaction
      .updateTable('call')
      .set({ state: 'gone', ended_at: then })
      .where('kiosk', '=', kiosk)
      .where('state', 'in', statesBefore('leave'))
      .returning('id')
      .execute(),
  );
  // Whoever called yesterday, while the desk was away, is no longer there.
  const isOver = then < startOfDay(now);
  await transaction
    .insertInto('call')
    .values({
      id: message.call,
      kiosk,
      reason: message.reason,
      language: message.case.language,
      detail: JSON.stringify(message.case),
      state: isOver ? 'gone' : 'waiting',
      level: 0,
      asked_at: then,
      claimed_by: null,
      claimed_name: null,
      claimed_at: null,
      ended_at: isOver ? then : null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await count(transaction, kiosk, then, [
    ['call', message.reason],
    ...before.map(() => ['callEnd', 'abandoned'] as const),
  ]);
  return [...before, message.call];
};

const leave = async (
  transaction: Transaction<Database>,
  kiosk: string,
  call: string,
  then: number,
): Promise<readonly string[]> => {
  const left = await transaction
    .updateTable('call')
    .set({ state: 'gone', ended_at: then })
    .where('id', '=', call)
    .where('kiosk', '=', kiosk)
    .where('state', 'in', statesBefore('leave'))
    .returning(['id', 'claimed_at'])
    .execute();
  await count(
    transaction,
    kiosk,
    then,
    left.map(({ claimed_at }) => ['callEnd', claimed_at === null ? 'abandoned' : 'left']),
  );
  return left.map(({ id }) => id);
};

const answer = async (
  transaction: Transaction<Database>,
  kiosk: string,
  { prompt, accepted }: Of<'answer'>,
): Promise<readonly string[]> => {
  const rows = await transaction
    .updateTable('prompt')
    .set({ state: accepted ? 'accepted' : 'declined' })
    .where('id', '=', prompt)
    .where('state', '=', 'sent')
    .where('call', 'in', (eb) => eb.selectFrom('call').select('id').where('kiosk', '=', kiosk))
    .returning('call')
    .execute();
  return rows.map(({ call }) => call);
};

const countVisit = (transaction: Transaction<Database>, kiosk: string, visit: Of<'visit'>, then: number) =>
  count(transaction, kiosk, then, [
    ['outcome', visit.outcome],
    ['language', visit.language],
    ['lastStep', visit.lastStep],
    ['sum', 'seconds', visit.seconds],
    ['sum', 'reads', visit.reads],
    ['sum', 'earlyLifts', visit.earlyLifts],
  ]);

/** A clock that jumped must not put a call into another year. */
const longestAgoMs = 24 * 60 * 60_000;

/**
 * Takes messages of one kiosk in the order given, all or none: a call that has ended meanwhile is never seen waiting. When this
 * returns, what they say is on the disk.
 *
 * @throws what the database throws; then nothing has happened, and they can be sent again
 */
export const takeMessages = (
  store: Store,
  kiosk: string,
  deliveries: readonly Delivery[],
  now: number,
): Promise<void> =>
  change(store, async (transaction) => {
    const calls = new Set<string>();
    for (const { message, agoMs } of deliveries) {
      const ago = Math.min(Math.max(agoMs, 0), longestAgoMs);
      const first = await transaction
        .insertInto('delivered')
        .values({ id: message.id, at: now })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (first === undefined) continue;
      for (const call of await effect(transaction, kiosk, { message, agoMs: ago }, now)) calls.add(call);
    }
    await addEvent(
      transaction,
      store,
      [...calls].map((subject) => ({ kind: 'call', subject })),
      now,
    );
  });

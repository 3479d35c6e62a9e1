/** Counts of a day. A visit adds to several of them and leaves no row of its own. */
import type { Transaction } from 'kysely';
import { momentOf } from '../../facts/moment.ts';
import type { CallState } from '../call.ts';
import type { Database } from './database.ts';
import type { Store } from './open.ts';

/** Name, value and how much is added; 1 if it is not said. */
export type Counted = readonly [name: string, value: string, by?: number];

/** The day in Japan. */
export const dayOf = (ms: number): string => momentOf(new Date(ms)).day;

export const count = async (
  transaction: Transaction<Database>,
  kiosk: string,
  at: number,
  counted: readonly Counted[],
): Promise<void> => {
  const day = dayOf(at);
  for (const [name, value, by = 1] of counted) {
    if (by === 0) continue;
    await transaction
      .insertInto('tally')
      .values({ day, kiosk, name, value, count: by })
      .onConflict((conflict) =>
        conflict
          .columns(['day', 'kiosk', 'name', 'value'])
          .doUpdateSet((eb) => ({ count: eb('tally.count', '+', eb.ref('excluded.count')) })),
      )
      .execute();
  }
};

/** All counts of a day, over all kiosks. */
export const talliesOf = async (
  { db }: Store,
  day: string,
): Promise<readonly { readonly name: string; readonly value: string; readonly count: number }[]> =>
  (
    await db
      .selectFrom('tally')
      .select(['name', 'value', (eb) => eb.fn.sum<number>('count').as('count')])
      .where('day', '=', day)
      .groupBy(['name', 'value'])
      .execute()
  ).map(({ name, value, count: sum }) => ({ name, value, count: Number(sum) }));

/** How many calls of today there are in each state. */
export const callsByState = async ({ db }: Store): Promise<ReadonlyMap<CallState, number>> => {
  const rows = await db
    .selectFrom('call')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count: sum }) => [state, Number(sum)]));
};

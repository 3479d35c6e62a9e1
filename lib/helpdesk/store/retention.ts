/** What is deleted when a day has ended. Counts stay; they are about nobody. */

import type { Day } from '../../facts/day.ts';
import { addDays } from '../../facts/day.ts';
import { momentOf } from '../../facts/moment.ts';
import { addEvent, change } from './events.ts';
import type { Store } from './open.ts';

/** When the day of `now` began in Japan, in milliseconds since 1970. Japan has no summer time. */
export const startOfDay = (now: number): number => Date.parse(`${momentOf(new Date(now)).day}T00:00:00+09:00`);

/** In days. Older counts say nothing about how the office is run now. */
export const talliesKeptDays = 400;

/** Days that a kiosk may be away and still deliver what it owes exactly once. An id is a few bytes and says nothing. */
const messagesKeptMs = 60 * 24 * 60 * 60_000;

/** How many rows of each kind were deleted. */
export interface Deleted {
  readonly calls: number;
  readonly prompts: number;
  readonly handOvers: number;
  readonly events: number;
  readonly messages: number;
  readonly tallies: number;
}

/**
 * Deletes what belongs to days before the day of `now`: calls with their facts, prompts, hand-over slips, the list of changes,
 * the ids of messages. A call that somebody has put off over midnight is as old as its day. It may run at any time and twice.
 */
export const deleteOldDays = (store: Store, now: number): Promise<Deleted> =>
  change(store, async (transaction) => {
    const begin = startOfDay(now);
    const prompts = await transaction.deleteFrom('prompt').where('sent_at', '<', begin).executeTakeFirst();
    const calls = await transaction.deleteFrom('call').where('asked_at', '<', begin).returning('id').execute();
    const handOvers = await transaction.deleteFrom('hand_over').where('made_at', '<', begin).executeTakeFirst();
    const events = await transaction.deleteFrom('event').where('at', '<', begin).executeTakeFirst();
    const messages = await transaction
      .deleteFrom('delivered')
      .where('at', '<', begin - messagesKeptMs)
      .executeTakeFirst();
    const oldest = addDays(momentOf(new Date(now)).day as Day, -talliesKeptDays);
    const tallies = await transaction.deleteFrom('tally').where('day', '<', oldest).executeTakeFirst();
    // Consoles and kiosks that still show one are told that it is gone.
    await addEvent(
      transaction,
      store,
      calls.map(({ id }) => ({ kind: 'call', subject: id })),
      now,
    );
    return {
      calls: calls.length,
      prompts: Number(prompts.numDeletedRows),
      handOvers: Number(handOvers.numDeletedRows),
      events: Number(events.numDeletedRows),
      messages: Number(messages.numDeletedRows),
      tallies: Number(tallies.numDeletedRows),
    };
  });

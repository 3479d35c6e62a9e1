/** Wrong tries to sign in, counted for all instances together. */
import type { Transaction } from 'kysely';
import { digest } from '../staff/digest.ts';
import type { Database } from './database.ts';
import type { Store } from './open.ts';

export const triesWithinMs = 3_600_000;

export interface Bucket {
  readonly name: string;
  /** So many within an hour. */
  readonly limit: number;
}

const momentsOf = (json: string, now: number): number[] => {
  const all: unknown = JSON.parse(json);
  return Array.isArray(all) ? all.filter((at): at is number => typeof at === 'number' && at > now - triesWithinMs) : [];
};

/** @returns 0, or the milliseconds to wait */
const waitAfter = (moments: readonly number[], limit: number, now: number): number => {
  const first = moments.at(-limit);
  return moments.length >= limit && first !== undefined ? first + triesWithinMs - now : 0;
};

/** Its row is there and held until the commit, so that of several at the same moment none is forgotten. */
const holdBucket = async (transaction: Transaction<Database>, bucket: string, now: number): Promise<number[]> => {
  const { moments } = await transaction
    .insertInto('sign_in_tries')
    .values({ bucket, moments: '[]', newest: now })
    .onConflict((conflict) => conflict.column('bucket').doUpdateSet({ newest: now }))
    .returning('moments')
    .executeTakeFirstOrThrow();
  return momentsOf(moments, now);
};

const keep = async (transaction: Transaction<Database>, bucket: string, moments: readonly number[]): Promise<void> => {
  await transaction
    .updateTable('sign_in_tries')
    .set({ moments: JSON.stringify(moments) })
    .where('bucket', '=', bucket)
    .execute();
};

/** Always in the same order, so that two who hold several do not wait for each other. */
const inOrder = (buckets: readonly Bucket[]): { readonly bucket: string; readonly limit: number }[] =>
  buckets.map(({ name, limit }) => ({ bucket: digest(name), limit })).sort((a, b) => (a.bucket < b.bucket ? -1 : 1));

/** Looks whether another may be made, and holds nothing. @returns 0, or the milliseconds to wait */
export const waitForTry = async ({ db }: Store, buckets: readonly Bucket[], now: number): Promise<number> => {
  const ordered = inOrder(buckets);
  const rows = await db
    .selectFrom('sign_in_tries')
    .select(['bucket', 'moments'])
    .where(
      'bucket',
      'in',
      ordered.map(({ bucket }) => bucket),
    )
    .execute();
  const waits = ordered.map(({ bucket, limit }) => {
    const row = rows.find((each) => each.bucket === bucket);
    return row === undefined ? 0 : waitAfter(momentsOf(row.moments, now), limit, now);
  });
  return Math.max(0, ...waits);
};

/**
 * Counts a try before it is looked at; `forgiveTry` takes it back when it was right.
 *
 * @returns 0, or the milliseconds to wait until another may be made; then nothing is counted
 */
export const countTry = async (store: Store, buckets: readonly Bucket[], now: number): Promise<number> => {
  // Whoever goes on after the last one costs a look, and no transaction that others wait for.
  const already = await waitForTry(store, buckets, now);
  if (already > 0) return already;
  return store.db.transaction().execute(async (transaction) => {
    const held: { bucket: string; moments: number[] }[] = [];
    let wait = 0;
    for (const { bucket, limit } of inOrder(buckets)) {
      const moments = await holdBucket(transaction, bucket, now);
      wait = Math.max(wait, waitAfter(moments, limit, now));
      held.push({ bucket, moments });
    }
    for (const { bucket, moments } of held) await keep(transaction, bucket, wait > 0 ? moments : [...moments, now]);
    return wait;
  });
};

/** It was no wrong one. @param at - what `countTry` was given as `now` */
export const forgiveTry = async ({ db }: Store, buckets: readonly Bucket[], at: number): Promise<void> => {
  await db.transaction().execute(async (transaction) => {
    for (const { bucket } of inOrder(buckets)) {
      const moments = await holdBucket(transaction, bucket, at);
      const index = moments.indexOf(at);
      await keep(
        transaction,
        bucket,
        moments.filter((_, place) => place !== index),
      );
    }
  });
};

/** Forgets what no longer counts. */
export const forgetTries = async ({ db }: Store, now: number): Promise<void> => {
  await db
    .deleteFrom('sign_in_tries')
    .where('newest', '<=', now - triesWithinMs)
    .execute();
};

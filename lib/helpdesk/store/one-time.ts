/** Codes, states and challenges that count once. Only their hashes are here. */
import type { Kysely } from 'kysely';
import { digest } from '../staff/digest.ts';
import type { Database, OneTimePurpose } from './database.ts';

export interface OneTime {
  readonly purpose: OneTimePurpose;
  /** Id of a member of staff; empty where it is about none yet. */
  readonly subject: string;
  /** JSON. */
  readonly detail: string;
}

/** @param endsAt - when it is no longer good */
export const keepOnce = async (db: Kysely<Database>, secret: string, what: OneTime, endsAt: number): Promise<void> => {
  await db
    .insertInto('one_time')
    .values({ hash: digest(secret), ...what, ends_at: endsAt })
    .execute();
};

/** Looks at it, and leaves it. */
export const findOnce = async (
  db: Kysely<Database>,
  secret: string,
  purpose: OneTimePurpose,
  now: number,
): Promise<OneTime | undefined> =>
  db
    .selectFrom('one_time')
    .select(['purpose', 'subject', 'detail'])
    .where('hash', '=', digest(secret))
    .where('purpose', '=', purpose)
    .where('ends_at', '>', now)
    .executeTakeFirst();

/** Uses it up: of several who come with it at the same moment one gets it. */
export const takeOnce = async (
  db: Kysely<Database>,
  secret: string,
  purpose: OneTimePurpose,
  now: number,
): Promise<OneTime | undefined> =>
  db
    .deleteFrom('one_time')
    .where('hash', '=', digest(secret))
    .where('purpose', '=', purpose)
    .where('ends_at', '>', now)
    .returning(['purpose', 'subject', 'detail'])
    .executeTakeFirst();

/** All of one kind for one person, before a new one is made. */
export const dropOnce = async (db: Kysely<Database>, purpose: OneTimePurpose, subject: string): Promise<void> => {
  await db.deleteFrom('one_time').where('purpose', '=', purpose).where('subject', '=', subject).execute();
};

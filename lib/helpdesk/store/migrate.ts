import { type Kysely, sql } from 'kysely';
import type { Dialect, Migration } from './database.ts';
import { desk } from './migrations/0001-desk.ts';
import { staff } from './migrations/0002-staff.ts';
import { settings } from './migrations/0003-settings.ts';
import { fleet } from './migrations/0004-fleet.ts';

/** In order. A name that has been released is never changed; what has to change is a new one. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001-desk': desk,
  '0002-staff': staff,
  '0003-settings': settings,
  '0004-fleet': fleet,
};

/** PostgreSQL: for the time of a transaction only one instance looks after the tables. Any number of our own. */
const migrationLock = 0x6b617a61;

const done = async (db: Kysely<unknown>): Promise<ReadonlySet<string>> => {
  await sql`create table if not exists migration (name text primary key)`.execute(db);
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(db);
  return new Set(rows.map(({ name }) => name));
};

/**
 * Brings the tables up to date, all or nothing: both databases take changes of tables back with the transaction. Kysely's
 * own migrator does not do that with SQLite.
 */
export const migrate = async (db: Kysely<unknown>, dialect: Dialect): Promise<void> => {
  await db.transaction().execute(async (transaction) => {
    if (dialect === 'postgresql') await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction);
    const before = await done(transaction);
    for (const [name, { up }] of Object.entries(migrations)) {
      if (before.has(name)) continue;
      await up(transaction);
      await sql`insert into migration (name) values (${name})`.execute(transaction);
    }
    await sql`insert into event_head (id, seq) values (1, 0) on conflict (id) do nothing`.execute(transaction);
  });
};

/** Opens the one database there is: a file of this machine, or PostgreSQL for several instances. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type Bell, localBell, postgresqlBell } from './bell.ts';
import type { Database, Dialect } from './database.ts';
import { migrate } from './migrate.ts';
import { WritingSqliteDialect } from './sqlite-dialect.ts';

export interface Store {
  readonly db: Kysely<Database>;
  readonly dialect: Dialect;
  /** Rings when something has been added to the list of events, here or by another instance. */
  readonly bell: Bell;
  close(): Promise<void>;
}

/** Where the data is: the address of a PostgreSQL database, or the path of a file, which is made if it is not there. */
export type StorePlace =
  | { readonly kind: 'postgresql'; readonly url: string }
  | { readonly kind: 'sqlite'; readonly file: string };

/** Milliseconds that another process (the command line) may hold the file. */
const busyMs = 5_000;
/** SQLite's number for `synchronous=FULL`: a commit that was answered is on the disk. */
const full = 2;

/** Milliseconds for one statement. A server that has vanished without a word must not hold everything up for TCP's quarter of an hour. */
const queryMs = 10_000;

/** @throws when the file system does not let SQLite keep what it has acknowledged */
export const openSqlite = (file: string): SqliteFile.Database => {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Before SQLite makes it for everybody; its companions (-wal, -shm) take the mode of the file.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const sqlite = new SqliteFile(file, { timeout: busyMs });
  const mode = sqlite.pragma('journal_mode = WAL', { simple: true });
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma('foreign_keys = ON');
  const isSafe = (mode === 'wal' || file === ':memory:') && sqlite.pragma('synchronous', { simple: true }) === full;
  if (!isSafe) {
    sqlite.close();
    throw new Error(
      `${file}: this file system does not let SQLite keep what it has acknowledged (journal_mode ${mode})`,
    );
  }
  return sqlite;
};

// The driver gives 64-bit integers as text. Ours are moments and counts, far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * @throws when the database cannot be reached, or a file cannot be made safe: a desk that loses calls must not start
 */
export const openStore = async (
  place: StorePlace,
  onTrouble: (message: string) => void = () => undefined,
): Promise<Store> => {
  if (place.kind === 'sqlite') {
    const db = new Kysely<Database>({ dialect: new WritingSqliteDialect({ database: openSqlite(place.file) }) });
    await migrate(db as Kysely<unknown>, 'sqlite');
    return { db, dialect: 'sqlite', bell: localBell(), close: () => db.destroy() };
  }
  const pool = new pg.Pool({
    connectionString: place.url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    query_timeout: queryMs,
  });
  // An idle connection that ends (the server restarts) is replaced by the next that is asked for.
  const trouble = (error: Error): void => onTrouble(`PostgreSQL: ${error.message}`);
  pool.on('error', trouble);
  // One that ends between two queries of a transaction tells nobody else, and an error that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', trouble));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db as Kysely<unknown>, 'postgresql');
  const bell = postgresqlBell(place.url, onTrouble);
  return {
    db,
    dialect: 'postgresql',
    bell,
    close: async () => {
      await bell.close();
      await db.destroy();
    },
  };
};

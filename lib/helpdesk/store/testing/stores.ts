/** The same tests on both databases. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, onTestFinished } from 'vitest';
import type { Dialect } from '../database.ts';
import { openStore, type Store, type StorePlace } from '../open.ts';
import { type Postgresql, startPostgresql } from './postgresql.ts';

export interface TestStores {
  readonly dialect: Dialect;
  /** Opens a new, empty store; closed and deleted after the test. */
  open(): Promise<Store>;
  /** A place for a store that nobody has opened yet. */
  place(): Promise<StorePlace>;
}

const dialects = ['sqlite', 'postgresql'] as const satisfies readonly Dialect[];

/** Declares the tests once for SQLite (a file) and once for PostgreSQL (a server of their own). */
export const eachStore = (declare: (stores: TestStores) => void): void => {
  describe.each(dialects)('%s', (dialect) => {
    const folder = mkdtempSync(join(tmpdir(), 'kazasu-store-'));
    let server: Postgresql | undefined;
    let files = 0;

    beforeAll(async () => {
      if (dialect === 'postgresql') server = await startPostgresql();
    }, 60_000);
    afterAll(async () => {
      await server?.remove();
      rmSync(folder, { recursive: true, force: true });
      // A database for each test is many files, and the machine may be busy.
    }, 60_000);

    const place = async (): Promise<StorePlace> => {
      if (server !== undefined) return { kind: 'postgresql', url: await server.newDatabase() };
      files += 1;
      return { kind: 'sqlite', file: join(folder, `${files}.db`) };
    };
    declare({
      dialect,
      place,
      open: async () => {
        const store = await openStore(await place());
        // After every `afterEach`: what reads the store has ended by then.
        onTestFinished(() => store.close());
        return store;
      },
    });
  });
};

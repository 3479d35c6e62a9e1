/** A PostgreSQL of a test's own: in a temporary folder, on loopback, ended by its id. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** Debian keeps the server's programs beside each other by version. */
const binaries = (): string => {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = versions
    .map((version) => join(root, version, 'bin'))
    .find((each) => existsSync(join(each, 'postgres')));
  if (folder === undefined) throw new Error('PostgreSQL is not installed (Debian package postgresql)');
  return folder;
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

/** PostgreSQL refuses to run as root. */
const serverUser = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

export interface Postgresql {
  /** Makes an empty database and returns its address. */
  newDatabase(): Promise<string>;
  /** `immediate`: as when the power fails; what was acknowledged has to be there afterwards. */
  stop(how: 'fast' | 'immediate'): Promise<void>;
  /** After `stop`. Resolves when it answers again. */
  start(): Promise<void>;
  /** Stops it and deletes its folder. */
  remove(): Promise<void>;
}

const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

export const startPostgresql = async (): Promise<Postgresql> => {
  const bin = binaries();
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-pg-'));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const asServer = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  const initialise = ['--pgdata', data, '--username', 'kazasu', '--auth', 'trust', '--encoding', 'UTF8', '--no-sync'];
  execFileSync(join(bin, 'initdb'), initialise, { ...asServer, stdio: 'ignore' });
  const port = await freePort();
  const addressOf = (database: string): string => `postgresql://kazasu@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | undefined;
  let databases = 0;

  const answers = async (): Promise<boolean> => {
    const client = new pg.Client({ connectionString: addressOf('postgres') });
    // An error of the connection is told by what is awaited.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      // Not yet.
      return false;
    }
  };

  const start = async (): Promise<void> => {
    const options = ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-k', folder];
    server = spawn(join(bin, 'postgres'), [...options, '-c', 'max_connections=200'], { ...asServer, stdio: 'ignore' });
    const ended = once(server, 'exit');
    while (!(await answers())) {
      if (await Promise.race([ended.then(() => true), wait(30, false)])) throw new Error('PostgreSQL did not start');
    }
  };

  const stop: Postgresql['stop'] = async (how) => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signals[how]);
    await ended;
    server = undefined;
  };

  await start();
  return {
    newDatabase: async () => {
      databases += 1;
      const name = `kazasu_${databases}`;
      const client = new pg.Client({ connectionString: addressOf('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return addressOf(name);
    },
    stop,
    start,
    remove: async () => {
      await stop('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Chromium as the keeper knows it: processes and a profile that begin and end together. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { kioskFlags, templateFlags } from './chromium.ts';
import type { Browser } from './keeper.ts';

/** Everything that a browser writes is below this folder, wherever it thinks that it writes to. */
const foldersIn = (
  folder: string,
): { readonly profile: string; readonly home: string; readonly temporary: string } => ({
  profile: join(folder, 'profile'),
  home: join(folder, 'home'),
  temporary: join(folder, 't'),
});

export interface BrowserPlace {
  /** Program, e.g. `/usr/bin/chromium`. */
  readonly chromium: string;
  /** On a file system in memory (tmpfs): nothing of a visit may reach a disk. Its path has 50 characters at most. */
  readonly folder: string;
  /** A page to fill the template from. */
  readonly url: string;
}

const isRoot = process.getuid?.() === 0;

const spawnIn = (chromium: string, flags: readonly string[], folder: string): ChildProcess => {
  const { home, temporary } = foldersIn(folder);
  for (const each of [home, temporary]) mkdirSync(each, { recursive: true, mode: 0o700 });
  const xdg = {
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_DATA_HOME: join(home, '.data'),
  };
  return spawn(chromium, flags, {
    env: { ...process.env, ...xdg, HOME: home, TMPDIR: temporary },
    stdio: 'ignore',
    // A process group of its own, so that all of it can be ended at once.
    detached: true,
  });
};

/** Pids whose command line names the folder: what has left the process group is found, too. */
const pidsIn = (folder: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
      } catch {
        // It has ended between the two.
        return false;
      }
    })
    .map(Number);

const killQuietly = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
};

/** Milliseconds; a process that was killed is gone long before. */
const goneMs = 2_000;

const killAll = async (child: ChildProcess | null, folder: string): Promise<void> => {
  const isOver = child === null || child.exitCode !== null || child.signalCode !== null;
  const gone = isOver ? Promise.resolve() : once(child, 'exit');
  if (child?.pid !== undefined) killQuietly(-child.pid);
  await Promise.race([gone, wait(goneMs, undefined, { ref: false })]);
  for (const pid of pidsIn(folder)) killQuietly(pid);
};

const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });

/** A browser that has been killed in the middle of a start would leave a profile that is not whole. */
const templateMs = 60_000;
/** Chromium writes the list of what is stored some seconds after it was stored; asked to end, it does so at once. */
const endMs = 10_000;

export interface Browsers {
  /** For a visit. @param page - with which it begins */
  start(page: string): Browser;
  /**
   * Fills the profile that all later browsers begin with.
   *
   * @param kept - is kept when the page in the browser of that name says that its copy of the screens is whole
   * @returns whether there is one now
   */
  makeTemplate(kept: (name: string) => Promise<void>): Promise<boolean>;
  /** Leaves nothing behind. To be called when no browser runs any more. */
  close(): Promise<void>;
}

/** Ends what an earlier keeper, which was killed, has left behind, and begins with an empty folder. */
export const openBrowsers = async ({ chromium, folder, url }: BrowserPlace): Promise<Browsers> => {
  await killAll(null, folder);
  await removeFolder(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const template = join(folder, 'template');
  let hasTemplate = false;

  const start: Browsers['start'] = (page) => {
    const id = randomUUID();
    const name = `Kazasu/${id}`;
    // Chromium makes a socket in it, whose path has 107 bytes at most.
    const own = join(folder, id.slice(0, 8));
    const { profile } = foldersIn(own);
    mkdirSync(own, { mode: 0o700 });
    if (hasTemplate) cpSync(foldersIn(template).profile, profile, { recursive: true });
    const child = spawnIn(chromium, kioskFlags({ profile, name, url: page, isRoot }), own);
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.once('error', () => resolve());
    });
    const erase = async (): Promise<void> => {
      await killAll(child, own);
      await removeFolder(own);
    };
    return { name, ended, erase };
  };

  const makeTemplate: Browsers['makeTemplate'] = async (kept) => {
    const name = `Kazasu/template-${randomUUID()}`;
    const draft = join(folder, 'draft');
    rmSync(draft, { recursive: true, force: true });
    const { profile } = foldersIn(draft);
    const child = spawnIn(chromium, templateFlags({ profile, name, url, isRoot }), draft);
    const exited = once(child, 'exit');
    const isKept = await Promise.race([
      kept(name).then(() => true),
      exited.then(() => false),
      wait(templateMs, false, { ref: false }),
    ]);
    child.kill('SIGTERM');
    const isWhole = await Promise.race([exited.then(() => isKept), wait(endMs, false, { ref: false })]);
    await killAll(child, draft);
    if (isWhole) {
      await removeFolder(template);
      // What is true of that one process only.
      for (const name of ['DevToolsActivePort', 'SingletonCookie', 'SingletonLock', 'SingletonSocket']) {
        rmSync(join(profile, name), { force: true });
      }
      cpSync(draft, template, { recursive: true });
      hasTemplate = true;
    }
    await removeFolder(draft);
    return isWhole;
  };

  const close = async (): Promise<void> => {
    await killAll(null, folder);
    await removeFolder(folder);
  };

  return { start, makeTemplate, close };
};

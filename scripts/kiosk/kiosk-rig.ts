/** A whole kiosk on a screen that nobody sees: server, keeper and Chromium under Xvfb, each as it runs in an office. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page, chromium as playwright } from '@playwright/test';
import { chromium } from '../system-packages.ts';
import { processesOf } from './traces.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const node = join(root, 'node_modules', 'node', 'bin', 'node');

/** `WatchdogSec` of the units of server and browser. */
export const watchdogMs = 5_000;

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

const freeDisplay = (): number => {
  let display = 90;
  while (existsSync(`/tmp/.X11-unix/X${display}`)) display += 1;
  return display;
};

/** Asks until there is an answer. @throws when there is none in time, with `what` */
export const until = async <T>(
  what: string,
  ms: number,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> => {
  const end = performance.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await wait(25);
  }
};

export interface RigProcess {
  readonly pid: number;
  readonly isOver: boolean;
  /** Milliseconds since it has last told systemd that it lives; 0 until it has for the first time. */
  readonly silentMs: number;
  start(): void;
  /** @param signal - to all of its process group */
  kill(signal: NodeJS.Signals): void;
  /** Once it is over: ends what it has left of its process group. */
  killRest(): void;
  end(): Promise<void>;
}

export interface KioskRig {
  readonly origin: string;
  readonly folder: string;
  /** In memory; what the keeper's browsers use. */
  readonly browserFolder: string;
  readonly server: RigProcess;
  readonly keeper: RigProcess;
  readonly display: RigProcess;
  /** Of the first process of the browser with this profile. */
  browserPid(profile: string): number;
  /** Profiles of the browsers that there are now. */
  profiles(): string[];
  /** The page in the only browser that there is, through its debugging port. */
  page(): Promise<{ page: Page; browser: Browser; profile: string }>;
  stop(): Promise<void>;
}

const rigProcess = (command: string, args: readonly string[], env: NodeJS.ProcessEnv, log: string): RigProcess => {
  const out = createWriteStream(log, { flags: 'a' });
  let child: ChildProcess | undefined;
  // The rig's systemd-notify changes this file in place of telling systemd.
  const signs = `${log}.signs`;
  const start = (): void => {
    rmSync(signs, { force: true });
    child = spawn(command, args, {
      cwd: root,
      env: { ...env, NOTIFY_SOCKET: signs, WATCHDOG_USEC: `${watchdogMs * 1_000}` },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    child.stdout?.pipe(out, { end: false });
    child.stderr?.pipe(out, { end: false });
  };
  const isOver = (): boolean => child === undefined || child.exitCode !== null || child.signalCode !== null;
  start();
  return {
    get pid() {
      return child?.pid ?? 0;
    },
    get isOver() {
      return isOver();
    },
    get silentMs() {
      const saidAt = statSync(signs, { throwIfNoEntry: false })?.mtimeMs;
      return saidAt === undefined ? 0 : Date.now() - saidAt;
    },
    start,
    kill: (signal) => {
      if (!isOver()) process.kill(-(child?.pid ?? 0), signal);
    },
    killRest: () => {
      if (child?.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch (failure) {
        const isNobodyLeft = failure instanceof Error && 'code' in failure && failure.code === 'ESRCH';
        if (!isNobodyLeft) throw failure;
      }
    },
    end: async () => {
      if (child === undefined || isOver()) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([ended, wait(5_000, undefined, { ref: false })]);
      if (!isOver()) process.kill(-(child.pid ?? 0), 'SIGKILL');
    },
  };
};

/** @param kioskArguments - flags of `kazasu kiosk` beside those of the rig */
export const startKioskRig = async (kioskArguments: readonly string[] = ['--practice-card']): Promise<KioskRig> => {
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-rig-'));
  const browserFolder = mkdtempSync('/dev/shm/kazasu-rig-');
  const [port, keeperPort, number] = [await freePort(), await freePort(), freeDisplay()];
  const origin = `http://127.0.0.1:${port}`;
  const programs = join(folder, 'bin');
  const env = { ...process.env, DISPLAY: `:${number}`, LANG: 'C.UTF-8', PATH: `${programs}:${process.env.PATH}` };
  const log = (name: string): string => join(folder, `${name}.log`);
  mkdirSync(programs);
  writeFileSync(join(programs, 'systemd-notify'), '#!/bin/sh\n: >"$NOTIFY_SOCKET"\n', { mode: 0o755 });
  mkdirSync(join(folder, 'data'));
  // The same Chromium with the same flags; the port is how this program presses what a visitor would.
  const wrapper = join(folder, 'chromium');
  writeFileSync(wrapper, `#!/bin/sh\nexec ${chromium} --remote-debugging-port=0 "$@"\n`);
  chmodSync(wrapper, 0o755);

  const display = rigProcess(
    'Xvfb',
    [`:${number}`, '-screen', '0', '1080x1920x24', '-nolisten', 'tcp'],
    process.env,
    log('display'),
  );
  await until('a screen', 10_000, () => existsSync(`/tmp/.X11-unix/X${number}`) || undefined);
  const server = rigProcess(
    node,
    [
      'cli/kazasu.ts',
      'kiosk',
      '--port',
      `${port}`,
      '--keeper',
      `${keeperPort}`,
      '--data',
      join(folder, 'data'),
      ...kioskArguments,
    ],
    env,
    log('server'),
  );
  const keeper = rigProcess(
    node,
    [
      'cli/kazasu.ts',
      'browser',
      '--url',
      origin,
      '--port',
      `${keeperPort}`,
      '--folder',
      browserFolder,
      '--chromium',
      wrapper,
    ],
    env,
    log('keeper'),
  );
  const profiles = (): string[] =>
    readdirSync(browserFolder)
      .filter((name) => /^[\da-f]{8}$/.test(name))
      .map((name) => join(browserFolder, name));

  const browserPid = (profile: string): number => {
    const found = processesOf([keeper.pid]).find(
      ({ command }) => command.includes(`--user-data-dir=${profile}/`) && !command.includes('--type='),
    );
    if (found === undefined) throw new Error(`no browser with ${profile}`);
    return found.pid;
  };

  /** All of it anew each time: the browser may be replaced while one looks at it. */
  const look = async () => {
    const [only, ...others] = profiles();
    const portFile = only === undefined ? '' : join(only, 'profile', 'DevToolsActivePort');
    if (only === undefined || others.length > 0 || !existsSync(portFile)) return undefined;
    const [debugging] = readFileSync(portFile, 'utf8').split('\n');
    // It writes the number a moment before it listens.
    const browser = await playwright
      .connectOverCDP(`http://127.0.0.1:${debugging}`, { timeout: 5_000 })
      .catch(() => undefined);
    const opened = browser
      ?.contexts()[0]
      ?.pages()
      .find((each) => each.url().startsWith(origin));
    if (browser !== undefined && opened !== undefined) return { page: opened, browser, profile: only };
    await browser?.close();
    return undefined;
  };
  const page = () => until('one browser with a page', 30_000, look);

  const stop = async (): Promise<void> => {
    await keeper.end();
    await server.end();
    await display.end();
    for (const each of [folder, browserFolder])
      rmSync(each, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  };
  try {
    await until('a copy of the screens', 90_000, () => existsSync(join(browserFolder, 'template')) || undefined);
  } catch (failure) {
    console.log(readFileSync(log('keeper'), 'utf8'));
    await stop();
    throw failure;
  }
  return { origin, folder, browserFolder, server, keeper, display, browserPid, profiles, page, stop };
};

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Also when the one who asks was started by another Node. */
const pinnedNode = join(root, 'node_modules', 'node', 'bin', 'node');

export interface RunningKiosk {
  /** Without a slash at the end, e.g. `http://127.0.0.1:41234`. */
  readonly origin: string;
  readonly process: ChildProcess;
  /** What it has said to the terminal beside its address. */
  readonly said: () => string;
  /** Its exit code, once it has one; `null` if a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it as an operator would; resolves with its exit code when it is gone. */
  readonly stop: () => Promise<number | null>;
}

type Starter = readonly [string, ...string[]];

/**
 * Starts `kazasu kiosk` on a free port and waits for the address that it prints.
 *
 * @param args - flags of `kazasu kiosk`; `--port` as well, if it matters. Without `--data` the desk has a folder of its own,
 *   deleted at the end
 * @param starter - command in front of `kiosk …`; by default the command line of the project
 * @param variables - of its environment, beside our own
 * @throws when it ends without having printed an address, with what it said
 */
export const startKiosk = async (
  args: readonly string[],
  starter?: Starter,
  variables: Readonly<Record<string, string>> = {},
): Promise<RunningKiosk> => {
  if (args.includes('--data')) return startScreens('kiosk', args, starter, variables);
  const data = mkdtempSync(join(tmpdir(), 'kazasu-data-'));
  const kiosk = await startScreens('kiosk', ['--data', data, ...args], starter, variables);
  kiosk.ended.then(() => rmSync(data, { recursive: true, force: true }));
  return kiosk;
};

/** The same for `kazasu home`. */
export const startHome = (args: readonly string[] = []): Promise<RunningKiosk> => startScreens('home', args);

/** The same for `kazasu hub`. @param database - address of a PostgreSQL database; without it a file in its data folder */
export const startHub = (args: readonly string[], database?: string): Promise<RunningKiosk> =>
  startScreens('hub', args, undefined, database === undefined ? {} : { DATABASE_URL: database });

const startScreens = async (
  surface: 'home' | 'hub' | 'kiosk',
  args: readonly string[],
  starter: Starter = [pinnedNode, 'cli/kazasu.ts'],
  variables: Readonly<Record<string, string>> = {},
): Promise<RunningKiosk> => {
  const [command, ...before] = starter;
  const words = [...before, surface, ...(args.includes('--port') ? [] : ['--port', '0']), ...args];
  const child = spawn(command, words, {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]): number | null => code);
  const said = { stdout: '', stderr: '' };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said.stderr += text;
  });
  const address = new Promise<string>((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said.stdout += text;
      const [, origin] = /^Kazasu: (http:\/\/\S+?)\/ /m.exec(said.stdout) ?? [];
      if (origin !== undefined) resolve(origin);
    });
  });
  const first = await Promise.race([address, ended]);
  if (typeof first !== 'string') throw new Error(`kazasu ${surface} ended with ${first}: ${said.stderr}`);
  return {
    origin: first,
    process: child,
    said: () => said.stderr,
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};

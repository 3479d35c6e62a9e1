import type { ChildProcess } from 'node:child_process';
import { alive } from '../lib/kiosk/alive.ts';

/** Delay after the first, second, … end in a row. */
const restartAfterMs = [50, 100, 200, 400, 800, 1_000];
/** Having run this long a process counts as started well, and its next end as the first in a row. */
const steadyAfterMs = 10_000;
/** A process that used to say that it is alive, and does not, hangs. */
const silenceMs = 4_000;
/** Once one has said so, each further start has so long until it says so for the first time; twice as long after each that did not. */
const startMs = 8_000;
/** Time to end by itself before it is killed: half of what stopping everything may take. */
const graceMs = 1_000;

/** A process that is started again whenever it ends, until it is stopped. */
export interface Supervised {
  /** Ends the process for good; resolves when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a process and keeps it running.
 *
 * @param start - called for the first and for every further start
 * @param onEnd - called each time the process ended without having been stopped, with the reason in words
 */
export const supervise = (start: () => ChildProcess, onEnd: (reason: string) => void): Supervised => {
  let running: ChildProcess | undefined;
  let restart: NodeJS.Timeout | undefined;
  let endsInARow = 0;
  let hasSpoken = false;
  let silentStarts = 0;
  let stopped = false;

  const run = async (): Promise<void> => {
    const startedAt = performance.now();
    running = start();
    killWhenSilent(running, hasSpoken ? startMs * 2 ** silentStarts : null, () => {
      hasSpoken = true;
      silentStarts = 0;
    });
    silentStarts += 1;
    const reason = await endOf(running);
    if (stopped) return;
    onEnd(reason);
    const delay = restartAfterMs[Math.min(endsInARow, restartAfterMs.length - 1)];
    endsInARow = performance.now() - startedAt > steadyAfterMs ? 0 : endsInARow + 1;
    restart = setTimeout(run, delay);
  };
  run();

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(restart);
      if (running !== undefined) await endProcess(running);
    },
  };
};

/** Only of processes that say so (lib/kiosk/alive.ts). @param firstMs - for the first word; `null`: it may never come */
const killWhenSilent = (child: ChildProcess, firstMs: number | null, onWord: () => void): void => {
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  let silence = firstMs === null ? undefined : setTimeout(kill, firstMs);
  child.on('message', (message) => {
    if (message !== alive) return;
    onWord();
    clearTimeout(silence);
    silence = setTimeout(kill, silenceMs);
  });
  child.once('exit', () => clearTimeout(silence));
};

/** Asks a process to end, kills it if it does not, and resolves when it is gone. */
export const endProcess = async (child: ChildProcess): Promise<void> => {
  const ended = endOf(child);
  child.kill('SIGTERM');
  const killing = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(killing);
};

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve('ended before');
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : signal));
  });

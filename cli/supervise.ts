import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { alive } from '../lib/kiosk/alive.ts';

/** Delay after the first, second, … end in a row. */
const restartAfterMs = [50, 100, 200, 400, 800, 1_000];
/** Having run this long a process counts as started well, and its next end as the first in a row. */
const steadyAfterMs = 10_000;
/** A process that used to say that it is alive, does not, and has been stopped (SIGSTOP) never will. */
const stoppedMs = 4_000;
/** One that runs may only be starved by others; it hangs after so long. */
const silenceMs = 6_000;
/** While it starts, and for a while after its first word, it has much to read. Once one has said that it is alive, this is also for the first word of each further one. */
const startMs = 8_000;
/** Both are doubled each time one was ended for it, as often as this: on a slow machine a server must come up some day. */
const mostDoublings = 4;
const lookEveryMs = 250;
/** Our own looks come no later than this, or we were starved ourselves, and what was said has not been read yet. */
const ownLateMs = 1_000;
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
  let hungInARow = 0;
  let stopped = false;

  const run = async (): Promise<void> => {
    const startedAt = performance.now();
    running = start();
    endWhenSilent(running, {
      isExpected: hasSpoken,
      patience: 2 ** Math.min(hungInARow, mostDoublings),
      onWord: (isSteady) => {
        hasSpoken = true;
        if (isSteady) hungInARow = 0;
      },
      onHung: () => {
        hungInARow += 1;
      },
    });
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

/** Linux knows; elsewhere nobody stops a process of ours. */
const isStopped = (pid: number | undefined): boolean => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^[Tt]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
};

interface Silence {
  /** One like it has said that it is alive, so this one will. */
  readonly isExpected: boolean;
  /** How many times as long as usual is waited. */
  readonly patience: number;
  /** @param isSteady - it has run for a while */
  readonly onWord: (isSteady: boolean) => void;
  /** It runs and says nothing, and is ended for it. */
  readonly onHung: () => void;
}

/** Only of processes that say that they are alive (lib/kiosk/alive.ts). */
const endWhenSilent = (child: ChildProcess, { isExpected, patience, onWord, onHung }: Silence): void => {
  const startedAt = performance.now();
  let [heardAt, lookedAt, hasSpoken] = [startedAt, startedAt, isExpected];
  let spokeAt: number | undefined;
  // A server reads on after its first word, and that takes the longer, the longer it took to get there.
  const isSteady = (): boolean => spokeAt !== undefined && performance.now() - spokeAt > steadyAfterMs;
  child.on('message', (message) => {
    if (message !== alive) return;
    hasSpoken = true;
    heardAt = performance.now();
    spokeAt ??= heardAt;
    onWord(isSteady());
  });
  const look = (): void => {
    const now = performance.now();
    if (now - lookedAt > ownLateMs) heardAt = now;
    lookedAt = now;
    if (!hasSpoken) return;
    const silentMs = now - heardAt;
    const isHung = silentMs > (isSteady() ? silenceMs : startMs) * patience;
    if (isHung) onHung();
    if (isHung || (silentMs > stoppedMs && isStopped(child.pid))) {
      clearInterval(looking);
      child.kill('SIGKILL');
    }
  };
  const looking = setInterval(look, lookEveryMs);
  child.once('exit', () => clearInterval(looking));
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

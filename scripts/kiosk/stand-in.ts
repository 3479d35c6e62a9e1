/** What systemd does on a kiosk, as far as the kill lab needs it: `Restart=` and `WatchdogSec=` of the units, and `ExecStopPost=` of the watch over pcscd. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { exitCodeOf } from '../../cli/exit-codes.ts';
import { startPcscd } from '../../lib/reader/simulated/pcscd.ts';
import { type RigProcess, watchdogMs } from './kiosk-rig.ts';

/** `RestartSec` of the units, in milliseconds. */
const restartMs = 200;
const lookEveryMs = 50;

const watchPath = fileURLToPath(new URL('../../cli/pcscd-watch.ts', import.meta.url));

/**
 * Starts a process again when it has ended, with all that it has left of its process group, and ends it when it has been silent
 * for too long. Returns the way to stop.
 */
export const keepRunning = (unit: RigProcess): (() => Promise<void>) => {
  let stopped = false;
  const run = async (): Promise<void> => {
    while (!stopped) {
      if (unit.silentMs > watchdogMs) unit.kill('SIGKILL');
      await wait(lookEveryMs);
      if (!unit.isOver) continue;
      unit.killRest();
      await wait(restartMs);
      if (!stopped) unit.start();
    }
  };
  const running = run();
  return () => {
    stopped = true;
    return running;
  };
};

export interface KeptPcscd {
  /** Of the one that has last been ready. */
  readonly pid: number;
  stop(): Promise<void>;
}

/** pcscd with a virtual reader, and the watch over it. Its socket is its own here, not systemd's: while it is away, nobody is let in. */
export const keepPcscd = async (): Promise<KeptPcscd> => {
  const stopping = new AbortController();
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-watch-'));
  let pcscd = await startPcscd({ reader: 'virtual' });

  const restart = async (): Promise<void> => {
    for (;;) {
      await pcscd.ended;
      if (stopping.signal.aborted) return;
      // What it has left behind.
      await pcscd.kill9();
      await wait(restartMs);
      pcscd = await startPcscd({ reader: 'virtual' });
    }
  };
  const watch = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const child = spawn(process.execPath, [watchPath], {
        env: { ...process.env, RUNTIME_DIRECTORY: folder },
        stdio: 'ignore',
      });
      const stop = (): void => void child.kill();
      stopping.signal.addEventListener('abort', stop);
      const [code] = await once(child, 'exit');
      stopping.signal.removeEventListener('abort', stop);
      if (code === exitCodeOf.serviceNotResponding) await pcscd.kill9();
      await wait(restartMs);
    }
  };
  restart();
  const watching = watch();
  return {
    get pid() {
      return pcscd.pid;
    },
    stop: async () => {
      stopping.abort();
      await watching;
      await pcscd.stop();
      rmSync(folder, { recursive: true });
    },
  };
};

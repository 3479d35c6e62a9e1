import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Supervised, supervise } from './supervise.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const entry = fileURLToPath(new URL('web-server.ts', import.meta.url));

export interface WebProcessOptions {
  port: number;
  /** `KAZASU_…` variables. */
  settings: Readonly<Record<string, string | undefined>>;
  onEnd: (reason: string) => void;
}

/**
 * Starts the built web server on the loopback address and keeps it running.
 *
 * @returns also a promise that is kept when it listens for the first time
 */
export const startWebProcess = (options: WebProcessOptions): Supervised & { listening: Promise<void> } => {
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, [entry], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', PORT: String(options.port), ...options.settings },
      // Next tells standard output how its start goes; what goes wrong comes on standard error.
      stdio: ['ignore', 'ignore', 2, 'ipc'],
      // Ctrl-C in a terminal goes to us alone; we end it. When we are killed its channel closes, and it ends itself.
      detached: true,
    });
    // Whatever it says first, it says when it listens.
    child.on('message', () => resolve());
    return child;
  };
  return { ...supervise(start, options.onEnd), listening };
};

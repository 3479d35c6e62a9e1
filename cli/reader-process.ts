import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { findLocalPort, loopback } from './local-port.ts';
import { type Supervised, supervise } from './supervise.ts';

const entry = fileURLToPath(new URL('../lib/reader/server/main.ts', import.meta.url));
const listening = v.object({ type: v.literal('listening'), url: v.pipe(v.string(), v.url()) });
/** So long the port may still be held by the reader process of a kiosk that was killed; that one ends by itself. */
const portLimitMs = 2_000;
const portEveryMs = 50;

/** Beyond what stands beside a server of ours by default: a second hub, the keeper of a kiosk. */
const portsOn = 7;

/**
 * A port that follows from that of the pages, so that a kiosk that is started anew has its reader where it was: a page that is open, and
 * its copy for a time without the server, may speak to that address and to no other.
 *
 * @returns 0, any that is free, where another program has it
 */
const usualPort = async (origin: string): Promise<number> => {
  const wanted = Number(new URL(origin).port) + portsOn;
  if (wanted > 65_535) return 0;
  const end = performance.now() + portLimitMs;
  for (;;) {
    const port = await findLocalPort(wanted);
    if (port !== undefined) return port;
    if (performance.now() > end) return 0;
    await wait(portEveryMs);
  }
};

/** A reader process that has not said where it listens by then is waited for no longer: the screens work without it. */
const startLimitMs = 3_000;

export interface ReaderProcessOptions {
  /** Of the pages that may talk to it, e.g. `http://127.0.0.1:3000`. */
  origin: string;
  secret: string;
  /** Part of the name of the card reader to use; any if `undefined`. */
  reader: string | undefined;
  onEnd: (reason: string) => void;
}

/**
 * Starts the reader process and keeps it running.
 *
 * @returns also where it listens, now and after every restart
 */
export const startReaderProcess = async (
  options: ReaderProcessOptions,
): Promise<Supervised & { readonly url: Promise<string> }> => {
  const { promise: url, resolve: told } = Promise.withResolvers<string>();
  let port = await usualPort(options.origin);
  const start = (): ChildProcess => {
    const child = spawn(process.execPath, [entry], {
      env: {
        ...process.env,
        KAZASU_ORIGIN: options.origin,
        KAZASU_READER_PORT: String(port),
        KAZASU_READER_SECRET: options.secret,
        KAZASU_READER_NAME: options.reader,
      },
      stdio: ['ignore', 2, 2, 'ipc'],
      // Ctrl-C in a terminal goes to us alone; we end it. When we are killed its channel closes, and it ends itself.
      detached: true,
    });
    child.on('message', (message) => {
      const said = v.safeParse(listening, message);
      if (said.success) settle(said.output.url);
    });
    return child;
  };
  const settle = (found: string): void => {
    clearTimeout(limit);
    port = Number(new URL(found).port);
    told(found);
  };
  const limit = setTimeout(async () => settle(`http://${loopback}:${await findLocalPort(0)}`), startLimitMs);
  return { ...supervise(start, options.onEnd), url };
};

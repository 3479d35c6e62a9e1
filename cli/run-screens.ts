import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureBuild } from '../scripts/build.ts';
import { exitCode } from './exit-codes.ts';
import { findLocalPort, loopback } from './local-port.ts';
import type { Supervised } from './supervise.ts';
import { tellSystemd } from './tell-systemd.ts';
import { startWebProcess } from './web-process.ts';
import { words } from './words.ts';

/** Beside the exit codes that all commands share: another program has the port. */
const portInUseCode = 4;
const startLimitMs = 15_000;

/** Every variable that the web server knows, so that none is taken from the environment that we were started in. */
export type WebSettings = { readonly KAZASU_SURFACE: 'home' | 'kiosk' } & Readonly<
  Record<
    | 'KAZASU_DATA'
    | 'KAZASU_HOME_ADDRESS'
    | 'KAZASU_HUB'
    | 'KAZASU_KEEPER'
    | 'KAZASU_LISTEN'
    | 'KAZASU_ORIGIN'
    | 'KAZASU_PAPER'
    | 'KAZASU_PRACTICE_CARD'
    | 'KAZASU_PRINT_QUEUE'
    | 'KAZASU_READER_SECRET'
    | 'KAZASU_READER_URL'
    | 'KAZASU_SETTINGS',
    string | undefined
  >
>;

export interface Screens {
  readonly port: number;
  /**
   * Starts what the web server needs beside it.
   *
   * @param processes - takes what was started, at once, so that it is ended whatever happens next
   */
  readonly prepare: (origin: string, processes: Supervised[], ending: AbortSignal) => Promise<WebSettings>;
}

export const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/**
 * Builds the screens when needed and serves them on the loopback address until a signal (or the end of the process that
 * started us) ends that.
 *
 * @returns the exit code
 */
export const runScreens = async ({ port: askedPort, prepare }: Screens): Promise<number> => {
  const ending = endRequest();
  if ((await findLocalPort(askedPort)) === undefined) return portInUse(askedPort);
  if (!(await ensureBuild(say, ending))) return ending.aborted ? exitCode.ok : notStarted('buildFailed');
  // Building takes a while, and the port was free only then.
  const port = await findLocalPort(askedPort);
  if (port === undefined) return portInUse(askedPort);

  const processes: Supervised[] = [];
  try {
    const origin = `http://${loopback}:${port}`;
    const settings = await prepare(origin, processes, ending);
    const onEnd = (reason: string): void => say(`Kazasu: ${words().kiosk.webEnded} (${reason})`);
    const web = startWebProcess({ port, settings, onEnd });
    processes.push(web);
    const listens = web.listening.then(() => true);
    const tooLate = wait(startLimitMs, false, { ref: false });
    if (!(await Promise.race([listens, tooLate, aborted(ending)]))) {
      return ending.aborted ? exitCode.ok : notStarted('webSilent');
    }
    process.stdout.write(`Kazasu: ${settings.KAZASU_ORIGIN ?? origin}/ ${words().kiosk.address}\n`);
    tellSystemd(ending);
    await aborted(ending);
    return exitCode.ok;
  } finally {
    await Promise.all(processes.map((each) => each.stop()));
  }
};

/** Aborted when we are to end. Ctrl-C reaches us as often as there are processes that pass it on: once is enough. */
export const endRequest = (): AbortSignal => {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);
  return ending.signal;
};

export const aborted = async (signal: AbortSignal): Promise<undefined> => {
  if (!signal.aborted) await once(signal, 'abort');
};

export const portInUse = (port: number): number => {
  say(`Kazasu: ${port}: ${words().kiosk.portInUse}`);
  return portInUseCode;
};

const notStarted = (reason: 'buildFailed' | 'webSilent'): number => {
  say(`Kazasu: ${words().kiosk[reason]}`);
  return exitCode.unexpected;
};

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { scenarioNames } from '../lib/reader/simulated/scenarios.ts';
import { ensureBuild } from '../scripts/build.ts';
import { exitCode } from './exit-codes.ts';
import { type KioskArguments, parseKioskArguments } from './kiosk-arguments.ts';
import { findLocalPort, loopback } from './local-port.ts';
import { startReaderProcess } from './reader-process.ts';
import type { Supervised } from './supervise.ts';
import { startWebProcess } from './web-process.ts';
import { words } from './words.ts';

/** Beside the exit codes that all commands share: another program has the port. */
const portInUseCode = 4;
const startLimitMs = 15_000;

type StartArguments = Extract<KioskArguments, { kind: 'start' }>;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const usage = (): string => `${words().kiosk.usage} ${scenarioNames.join(', ')}`;

/**
 * `kazasu kiosk`: the web server and the reader process of one machine, until a signal (or the end of the process that
 * started us) ends both.
 *
 * @returns the exit code
 */
export const runKiosk = async (args: readonly string[]): Promise<number> => {
  const asked = parseKioskArguments(args, scenarioNames);
  if (asked.kind === 'help') {
    process.stdout.write(`${usage()}\n`);
    return exitCode.ok;
  }
  if (asked.kind === 'wrong') {
    say(`kazasu kiosk: ${asked.word}: ${words().kiosk.mistakes[asked.mistake]}\n\n${usage()}`);
    return exitCode.usage;
  }
  return start(asked, endRequest());
};

/** Aborted when we are to end. Ctrl-C reaches us as often as there are processes that pass it on: once is enough. */
const endRequest = (): AbortSignal => {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);
  return ending.signal;
};

const start = async (asked: StartArguments, ending: AbortSignal): Promise<number> => {
  if ((await findLocalPort(asked.port)) === undefined) return portInUse(asked.port);
  if (!(await ensureBuild(say, ending))) return ending.aborted ? exitCode.ok : notStarted('buildFailed');
  // Building takes a while, and the port was free only then.
  const port = await findLocalPort(asked.port);
  if (port === undefined) return portInUse(asked.port);

  const processes: Supervised[] = [];
  try {
    const origin = `http://${loopback}:${port}`;
    const settings = { KAZASU_ORIGIN: origin, ...(await startReader(asked, origin, processes, ending)) };
    const onEnd = (reason: string): void => say(`Kazasu: ${words().kiosk.webEnded} (${reason})`);
    const web = startWebProcess({ port, settings, onEnd });
    processes.push(web);
    const listens = web.listening.then(() => true);
    const tooLate = wait(startLimitMs, false, { ref: false });
    if (!(await Promise.race([listens, tooLate, aborted(ending)]))) {
      return ending.aborted ? exitCode.ok : notStarted('webSilent');
    }
    process.stdout.write(`Kazasu: ${origin}/ ${words().kiosk.address}\n`);
    await aborted(ending);
    return exitCode.ok;
  } finally {
    await Promise.all(processes.map((each) => each.stop()));
  }
};

/** Starts the reader process, or the practice card in its place. Returns what the web server is told about it. */
const startReader = async (
  { practiceCard, reader }: StartArguments,
  origin: string,
  processes: Supervised[],
  ending: AbortSignal,
): Promise<Record<string, string | undefined>> => {
  // Every one of them, so that none is taken from the environment that we were started in.
  const nothing = { KAZASU_PRACTICE_CARD: undefined, KAZASU_READER_SECRET: undefined, KAZASU_READER_URL: undefined };
  if (practiceCard !== undefined) return { ...nothing, KAZASU_PRACTICE_CARD: practiceCard };
  const secret = randomBytes(32).toString('base64url');
  const onEnd = (reason: string): void => say(`Kazasu: ${words().kiosk.readerEnded} (${reason})`);
  const running = startReaderProcess({ origin, secret, reader, onEnd });
  // At once, so that it is ended whatever happens next.
  processes.push(running);
  const url = await Promise.race([running.url, aborted(ending)]);
  return { ...nothing, KAZASU_READER_SECRET: secret, KAZASU_READER_URL: url };
};

const aborted = async (signal: AbortSignal): Promise<undefined> => {
  if (!signal.aborted) await once(signal, 'abort');
};

const portInUse = (port: number): number => {
  say(`Kazasu: ${port}: ${words().kiosk.portInUse}`);
  return portInUseCode;
};

const notStarted = (reason: 'buildFailed' | 'webSilent'): number => {
  say(`Kazasu: ${words().kiosk[reason]}`);
  return exitCode.unexpected;
};

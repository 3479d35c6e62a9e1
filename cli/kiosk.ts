import { randomBytes } from 'node:crypto';
import { scenarioNames } from '../lib/reader/simulated/scenarios.ts';
import { dataFolder } from './data-folder.ts';
import { exitCode } from './exit-codes.ts';
import { type KioskArguments, parseKioskArguments } from './kiosk-arguments.ts';
import { loopback } from './local-port.ts';
import { startReaderProcess } from './reader-process.ts';
import { aborted, runScreens, say, type WebSettings } from './run-screens.ts';
import type { Supervised } from './supervise.ts';
import { words } from './words.ts';

type StartArguments = Extract<KioskArguments, { kind: 'start' }>;

const usage = (): string => `${words().kiosk.usage} ${scenarioNames.join(', ')}`;

/**
 * `kazasu kiosk`: the web server and the reader process of one machine.
 *
 * @returns the exit code
 */
export const runKiosk = async (args: readonly string[]): Promise<number> => {
  if (args[0] === 'enrol') return (await import('./kiosk-enrol.ts')).runEnrol(args.slice(1));
  const asked = parseKioskArguments(args, scenarioNames);
  if (asked.kind === 'help') {
    process.stdout.write(`${usage()}\n`);
    return exitCode.ok;
  }
  if (asked.kind === 'wrong') {
    say(`kazasu kiosk: ${asked.word}: ${words().kiosk.mistakes[asked.mistake]}\n\n${usage()}`);
    return exitCode.usage;
  }
  return runScreens({
    port: asked.port,
    prepare: async (origin, processes, ending) => ({
      KAZASU_SURFACE: 'kiosk',
      KAZASU_ORIGIN: origin,
      KAZASU_DATA: dataFolder(asked.data),
      KAZASU_SETTINGS: undefined,
      KAZASU_HUB: asked.hub,
      KAZASU_LISTEN: undefined,
      KAZASU_HOME_ADDRESS: asked.homeAddress,
      KAZASU_KEEPER: asked.keeper === undefined ? undefined : `http://${loopback}:${asked.keeper}`,
      KAZASU_PAPER: asked.paper,
      KAZASU_PRINT_QUEUE: asked.printQueue,
      KAZASU_PANEL: asked.panel,
      KAZASU_PANEL_HEIGHT: asked.panelHeight,
      ...(await startReader(asked, origin, processes, ending)),
    }),
  });
};

type ReaderSettings = Pick<WebSettings, 'KAZASU_PRACTICE_CARD' | 'KAZASU_READER_SECRET' | 'KAZASU_READER_URL'>;

/** Starts the reader process, or the practice card in its place. Returns what the web server is told about it. */
const startReader = async (
  { practiceCard, reader }: StartArguments,
  origin: string,
  processes: Supervised[],
  ending: AbortSignal,
): Promise<ReaderSettings> => {
  const nothing = { KAZASU_PRACTICE_CARD: undefined, KAZASU_READER_SECRET: undefined, KAZASU_READER_URL: undefined };
  if (practiceCard !== undefined) return { ...nothing, KAZASU_PRACTICE_CARD: practiceCard };
  const secret = randomBytes(32).toString('base64url');
  const onEnd = (reason: string): void => say(`Kazasu: ${words().kiosk.readerEnded} (${reason})`);
  const running = await startReaderProcess({ origin, secret, reader, onEnd });
  processes.push(running);
  const url = await Promise.race([running.url, aborted(ending)]);
  return { ...nothing, KAZASU_READER_SECRET: secret, KAZASU_READER_URL: url };
};

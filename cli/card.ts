import { parseArgs } from 'node:util';
import { type CardReport, type PinReport, pinNames } from '../lib/card/report.ts';
import { CardError, type CardErrorCode } from '../lib/errors/card-error.ts';
import type { ReaderEvent } from '../lib/reader/protocol.ts';
import { logLine } from '../lib/reader/server/log-line.ts';
import { watchReader } from '../lib/reader/server/reader-watch.ts';
import { columns } from './columns.ts';
import { exitCode, exitCodeOf } from './exit-codes.ts';
import { operatorRemedy } from './remedy.ts';
import { cardErrors, type Words, words } from './words.ts';

/** Milliseconds. Together they stay below the 15 s after which this command has answered whatever happens. */
const untilReader = 2_500;
const untilCard = 10_000;
const untilReport = 7_500;
const untilEnd = 14_000;
/** Without --wait: a card that lies there is known this soon after the reader. */
const untilPresentCard = 600;

/** These pass by themselves, so a fresh look may find them gone. */
const passing: ReadonlySet<CardErrorCode> = new Set([
  'serviceNotRunning',
  'readerMissing',
  'cardRemoved',
  'readerBusy',
]);

interface Wanted {
  readonly wait: boolean;
  readonly readerName: string | null;
  readonly verbose: boolean;
}

/**
 * Reads one card.
 *
 * @throws {CardError} the reason why there is no report.
 */
const oneReport = ({ wait, readerName, verbose }: Wanted): Promise<CardReport> =>
  new Promise((resolve, reject) => {
    let lastError: CardErrorCode = 'serviceNotResponding';
    let timer: NodeJS.Timeout;
    const finish = (): void => {
      clearTimeout(timer);
      clearTimeout(end);
      watch.stop();
    };
    const fail = (code: CardErrorCode): void => {
      finish();
      reject(new CardError(code));
    };
    const within = (ms: number, error: CardErrorCode): void => {
      clearTimeout(timer);
      lastError = error;
      timer = setTimeout(() => fail(lastError), ms);
    };

    const onEvent = (event: ReaderEvent): void => {
      switch (event.type) {
        case 'reader':
          lastError = event.error ?? 'unknown';
          if (event.ready) within(wait ? untilCard : untilPresentCard, 'cardMissing');
          else if (!passing.has(lastError)) fail(lastError);
          break;
        case 'card':
          within(untilReport, 'cardNotAnswering');
          break;
        case 'progress':
          break;
        case 'report':
          finish();
          resolve(event.report);
          break;
        case 'failed':
          lastError = event.error;
          if (!passing.has(event.error)) fail(event.error);
          break;
        case 'removed':
          if (wait) within(untilCard, 'cardRemoved');
          else fail('cardRemoved');
          break;
      }
    };
    const watch = watchReader({
      readerName,
      watchAfterReport: false,
      onEvent,
      onLog: (entry) => {
        if (verbose) process.stderr.write(`${logLine(entry)}\n`);
      },
    });
    const end = setTimeout(() => fail(lastError), untilEnd);
    within(untilReader, 'serviceNotResponding');
  });

const triesText = ({ state, triesLeft, triesMax }: PinReport, { pinState }: Words): string =>
  triesLeft === null ? pinState[state] : `${pinState[state]} (${triesLeft}/${triesMax})`;

const certificateRows = (report: CardReport, { certificate }: Words): [string, string][] => {
  const { state, notAfter } = report.authenticationCertificate;
  const { present } = report.signatureCertificate;
  const presence = present === null ? certificate.unknown : present ? certificate.present : certificate.absent;
  return [
    [certificate.authentication, notAfter === null ? certificate[state] : `${certificate[state]} (${notAfter})`],
    [certificate.signature, presence],
  ];
};

const table = (report: CardReport): string => {
  const texts = words();
  const rows: [string, string][] = [[texts.card.label, texts.card[report.card]]];
  if (report.card === 'my-number') {
    for (const name of pinNames) rows.push([texts.pin[name], triesText(report.pins[name], texts)]);
    rows.push(...certificateRows(report, texts));
  }
  return columns(rows);
};

/** `kazasu card [--json] [--wait] [--reader NAME] [--verbose]`. @returns the exit code */
export const runCard = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      wait: { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      reader: { type: 'string' },
    },
  });
  try {
    const report = await oneReport({ wait: values.wait, readerName: values.reader ?? null, verbose: values.verbose });
    process.stdout.write(`${values.json ? JSON.stringify(report) : table(report)}\n`);
    return exitCode.ok;
  } catch (failure) {
    if (!(failure instanceof CardError)) throw failure;
    const { title } = cardErrors()[failure.code];
    process.stderr.write(`${failure.code}: ${title}\n${operatorRemedy(failure.code)}\n`);
    return exitCodeOf[failure.code];
  }
};

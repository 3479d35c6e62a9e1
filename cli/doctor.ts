import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { overdueReviews } from '../lib/advice/review.ts';
import type { CardErrorCode } from '../lib/errors/card-error.ts';
import { momentOf } from '../lib/facts/moment.ts';
import type { ReaderEvent } from '../lib/reader/protocol.ts';
import { watchReader } from '../lib/reader/server/reader-watch.ts';
import { isBuilt } from '../scripts/build.ts';
import { columns } from './columns.ts';
import { exitCode } from './exit-codes.ts';
import { isServiceError } from './remedy.ts';
import { type DoctorSubject, words } from './words.ts';

const run = promisify(execFile);

/** Milliseconds to look at the reader: the card process gives up on a silent service after 2 s. */
const lookMs = 3_000;
/** Milliseconds for a program to say its version. */
const programMs = 5_000;

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  /** What was found, or what to do. */
  readonly says: string;
}

const nodeWanted = 26;

const firstThatRuns = async (commands: readonly string[], args: readonly string[]): Promise<string | null> => {
  for (const command of commands) {
    try {
      const { stdout } = await run(command, [...args], { timeout: programMs });
      return stdout.trim();
    } catch {
      // Not installed under this name, not to be started, or out of order: not what this machine needs, in any case.
    }
  }
  return null;
};

type Reader = { readonly error: CardErrorCode | null; readonly card: boolean };

/** What the reader says within a moment. */
const lookAtReader = (): Promise<Reader> =>
  new Promise((resolve) => {
    let state: Reader = { error: 'serviceNotResponding', card: false };
    const finish = (): void => {
      clearTimeout(timer);
      watch.stop();
      resolve(state);
    };
    const onEvent = (event: ReaderEvent): void => {
      if (event.type === 'reader') state = { ...state, error: event.error };
      if (event.type === 'report') {
        state = { error: null, card: true };
        finish();
      }
    };
    const watch = watchReader({ readerName: null, watchAfterReport: false, onEvent, onLog: () => undefined });
    const timer = setTimeout(finish, lookMs);
  });

/** `kazasu doctor`: what this machine lacks, and what to do about each. @returns 0, or 3 when something is missing */
export const runDoctor = async (): Promise<number> => {
  const says = words().doctor;
  const finding = (name: DoctorSubject, found: string | null, remedy: string = says[`${name}Remedy`]): Finding => ({
    name: says[name],
    ok: found !== null,
    says: found ?? remedy,
  });

  const reader = await lookAtReader();
  const service = reader.error === null || !isServiceError(reader.error);
  const nodeOk = Number(process.versions.node.split('.')[0]) >= nodeWanted;
  const built = isBuilt();
  const chromium = await firstThatRuns(
    [process.env.CHROMIUM ?? 'chromium', 'chromium-browser', 'google-chrome'],
    ['--version'],
  );
  const fonts = await firstThatRuns(['fc-list'], [':lang=ja', 'family']);
  const overdue = overdueReviews(momentOf(new Date()).day).map(({ subject, by }) => `${subject} (${by})`);
  const synchronised = await firstThatRuns(['timedatectl'], ['show', '--property=NTPSynchronized', '--value']);
  const font = fonts?.split('\n')[0]?.trim() ?? '';

  const findings: Finding[] = [
    finding('node', nodeOk ? process.versions.node : null),
    finding('build', built ? says.built : null),
    finding('service', service ? says.running : null),
    finding('reader', reader.error === null ? says.connected : null, service ? says.readerRemedy : says.serviceRemedy),
    finding('card', reader.card ? says.readable : null),
    finding('chromium', chromium),
    finding('fonts', font === '' ? null : font),
    // Where nobody says, nothing is missing: a clock may be set in other ways.
    ...(synchronised === null ? [] : [finding('clock', synchronised === 'yes' ? says.synchronised : null)]),
    finding('sources', overdue.length === 0 ? says.sourcesFresh : null, `${says.sourcesRemedy} ${overdue.join(', ')}`),
  ];
  const rows = findings.map(({ name, ok, says: text }): [string, string] => [`${ok ? '●' : '■'} ${name}`, text]);
  process.stdout.write(`${columns(rows)}\n`);
  return findings.every(({ ok }) => ok) ? exitCode.ok : exitCode.notReady;
};

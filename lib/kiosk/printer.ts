/**
 * The printer of a kiosk, as its printing service (CUPS) sees it. The browser prints; this says whether it may, and sees to it that
 * nothing of a visit stays behind. Nothing here waits for a service that does not answer.
 */
import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { PrinterState } from './machine.ts';

const run = promisify(execFile);

/** Milliseconds that the service has for an answer. */
const limitMs = 2_000;

/** @throws when the program is not there, does not answer in time or ends with an error */
const ask = async (program: 'cancel' | 'lpstat', args: readonly string[]): Promise<string> =>
  (await run(program, [...args], { timeout: limitMs, env: { ...process.env, LC_ALL: 'C' } })).stdout;

/** IPP's `printer-state-reasons` (RFC 8011, 5.4.12) behind which no paper comes. Printers add -report, -warning or -error as they like. */
const reasons: readonly (readonly [PrinterState, RegExp])[] = [
  ['outOfPaper', /^media-(empty|needed)(-|$)/],
  ['away', /^(offline|shutdown|timed-out|connecting-to-device)(-|$)/],
  ['stopped', /^((paused|stopped|moving-to-paused|cover-open|door-open|interlock-open|media-jam)(-|$)|.*-error$)/],
];

/** Milliseconds that the alerts of an idle printer are believed: only while it prints does the service hear of it. */
const believedMs = 10 * 60_000;

/** Since when the state is what it is, by `printer slip is idle.  enabled since Thu Nov 26 09:13:57 2026`. */
const isLongIdle = (head: string, nowMs: number): boolean => {
  const [, since = ''] = / is idle\..* since (.*)$/.exec(head) ?? [];
  return nowMs - Date.parse(since) > believedMs;
};

/**
 * @param said - what `lpstat -d -l -a -p` says in English: the queue that is used when none is named, and a block for each queue
 * @param queue - `undefined`: the one that is used when none is named
 * @param nowMs - by the clock of the machine. Paper that was missing ten minutes ago may be there now; whoever prints finds out
 */
export const printerStateOf = (said: string, queue: string | undefined, nowMs: number): PrinterState => {
  const lines = said.split('\n');
  const [, usual] = /^system default destination: (\S+)/m.exec(said) ?? [];
  const name = queue ?? usual;
  const from = lines.findIndex((line) => line.startsWith(`printer ${name} `));
  const head = lines[from];
  if (head === undefined) return 'away';
  const rest = lines.slice(from + 1);
  const to = rest.findIndex((line) => /^\S/.test(line));
  const block = to === -1 ? rest : rest.slice(0, to);
  const alerts = isLongIdle(head, nowMs)
    ? []
    : block.flatMap((line) => /^\tAlerts: (.*)/.exec(line)?.[1]?.split(/[ ,]+/) ?? []);
  for (const [state, reason] of reasons) if (alerts.some((each) => reason.test(each))) return state;
  const isDisabled = head.startsWith(`printer ${name} disabled `);
  return isDisabled || lines.some((line) => line.startsWith(`${name} not accepting requests`)) ? 'stopped' : 'ok';
};

/** What the queue can do now. `away`: also where there is no such queue, or the service does not answer. */
export const lookAtPrinter = async (queue: string | undefined): Promise<PrinterState> => {
  try {
    return printerStateOf(await ask('lpstat', ['-d', '-l', '-a', '-p']), queue, Date.now());
  } catch {
    // No service, or none that answers: that is what is to be told.
    return 'away';
  }
};

interface Job {
  /** As `cancel` takes it: `slip-12`. */
  readonly id: string;
  readonly user: string;
}

/** Lines of `lpstat -o`: job, user, size, time. */
const jobsOf = (said: string): readonly Job[] =>
  said.split('\n').flatMap((line) => {
    const [id = '', user = ''] = line.split(/\s+/);
    return /-\d+$/.test(id) ? [{ id, user }] : [];
  });

/** Ids of our own jobs. @param which - `all`: those that are printed, too, if the service keeps them */
const ownJobs = async (queue: string | undefined, which: 'all' | 'not-completed'): Promise<readonly string[]> => {
  const said = await ask('lpstat', ['-W', which, '-o', ...(queue === undefined ? [] : [queue])]);
  const { username } = userInfo();
  return jobsOf(said).flatMap(({ id, user }) => (user === username ? [id] : []));
};

/** Milliseconds that a slip may take to come out after its visit. */
const usualPatienceMs = 30_000;
const lookMs = 500;

/**
 * Ends what a visit has sent to the printer, to be called when the visit's browser has ended: a slip that is coming out may come
 * out, the rest is cancelled, with its file. What comes after the call – the next visit's – and what others print is left alone.
 *
 * @param queue - `undefined`: all queues
 * @returns `left`: the service still has something, because it does not answer or keeps what it has printed (docs/operations.md,
 *   "Paper"); `empty`: nothing is left, also where there is no printing service
 */
export const emptyPrintQueue = async (
  queue: string | undefined,
  patienceMs: number = usualPatienceMs,
): Promise<'empty' | 'left'> => {
  try {
    const visit = await ownJobs(queue, 'all');
    const still = async (which: 'all' | 'not-completed'): Promise<readonly string[]> => {
      const jobs = await ownJobs(queue, which);
      return visit.filter((id) => jobs.includes(id));
    };
    const endsAt = performance.now() + patienceMs;
    let left = await still('not-completed');
    while (left.length > 0 && performance.now() < endsAt && (await lookAtPrinter(queue)) === 'ok') {
      await wait(lookMs);
      left = await still('not-completed');
    }
    // One that has come out meanwhile cannot be cancelled; what counts is what is left.
    if (left.length > 0) await ask('cancel', ['-x', ...left]).catch(() => undefined);
    return (await still('all')).length === 0 ? 'empty' : 'left';
  } catch (failure) {
    const isNotInstalled = failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';
    return isNotInstalled ? 'empty' : 'left';
  }
};

/** What a kiosk's own server finds out about its machine, to be told to whoever looks after it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { toCardErrorCode } from '../../errors/card-error.ts';
import type { KioskStatus, printerStates } from '../fleet.ts';
import type { DeskLink } from './link.ts';

const run = promisify(execFile);

/** Looked at so often, milliseconds. */
const lookMs = 5_000;
/** A reader that is back within this time was not down: a reader process that was started anew, a plug that was pushed in. */
const graceMs = 10_000;
const limitMs = 2_000;

const healthSchema = v.object({
  ready: v.boolean(),
  error: v.nullable(v.pipe(v.unknown(), v.transform(toCardErrorCode))),
});

/** The reader process of this machine; `undefined`: the practice card answers in its place. */
export type ReaderAddress = { readonly url: string; readonly secret: string; readonly origin: string } | undefined;

const lookAtReader = async (reader: NonNullable<ReaderAddress>): Promise<KioskStatus['reader']> => {
  try {
    const response = await fetch(`${reader.url}/v1/health`, {
      headers: { Origin: reader.origin, Authorization: `Bearer ${reader.secret}` },
      signal: AbortSignal.timeout(limitMs),
    });
    return v.parse(healthSchema, await response.json()).error ?? 'ready';
  } catch {
    // Not there, or not in order: that is what is to be told.
    return 'readerProcessDown';
  }
};

/** What `lpstat -p` says in English, one line for each printer. */
export const printerStateOf = (said: string): KioskStatus['printer'] => {
  const printers = said.split('\n').filter((line) => line.startsWith('printer '));
  if (printers.length === 0) return 'none';
  return printers.some((line) => !/\bdisabled\b/.test(line)) ? 'ok' : 'stopped';
};

const lookAtPrinter = async (): Promise<(typeof printerStates)[number]> => {
  try {
    const { stdout } = await run('lpstat', ['-p'], { timeout: limitMs, env: { ...process.env, LC_ALL: 'C' } });
    return printerStateOf(stdout);
  } catch (failure) {
    const isNotInstalled = failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';
    // `lpstat` ends with 1 where there is no printer or no service; both mean that nothing is to be printed here.
    const hasNone = failure instanceof Error && 'code' in failure && failure.code === 1;
    return isNotInstalled || hasNone ? 'none' : 'unknown';
  }
};

export interface Machine {
  /** As it was when it was looked at last. */
  status(): KioskStatus;
  /** The same link, with an ear for visits that end. */
  hear(link: DeskLink): DeskLink;
  close(): void;
}

export interface MachineOptions {
  readonly version: string;
  readonly reader: ReaderAddress;
  readonly clockSkewMs: () => number | undefined;
  readonly outbox: () => number;
}

export const watchMachine = ({ version, reader, clockSkewMs, outbox }: MachineOptions): Machine => {
  let readerState: KioskStatus['reader'] = reader === undefined ? 'practice' : 'ready';
  let troubleSince: number | undefined;
  let printer: KioskStatus['printer'] = 'unknown';
  let visitEndedAt: number | undefined;

  const look = async (): Promise<void> => {
    if (reader !== undefined) {
      const found = await lookAtReader(reader);
      const now = performance.now();
      troubleSince = found === 'ready' ? undefined : (troubleSince ?? now);
      if (troubleSince === undefined || now - troubleSince >= graceMs) readerState = found;
    }
    printer = await lookAtPrinter();
  };
  void look();
  const looking = setInterval(look, lookMs);
  looking.unref();

  return {
    status: () => ({
      power: 'on',
      version,
      reader: readerState,
      printer,
      lastVisitEndedMin: visitEndedAt === undefined ? null : Math.floor((performance.now() - visitEndedAt) / 60_000),
      clockSkewMs: clockSkewMs() ?? null,
      outbox: outbox(),
      uptimeS: Math.floor(process.uptime()),
    }),
    hear: (link) => ({
      ...link,
      send: (message) => {
        if (message.kind === 'visit') visitEndedAt = performance.now();
        return link.send(message);
      },
    }),
    close: () => clearInterval(looking),
  };
};

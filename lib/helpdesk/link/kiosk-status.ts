/** What a kiosk's own server finds out about its machine, to be told to whoever looks after it. */
import * as v from 'valibot';
import { toCardErrorCode } from '../../errors/card-error.ts';
import { clockStateOf, type OtherClock } from '../../kiosk/clock.ts';
import type { MachineState } from '../../kiosk/machine.ts';
import { lookAtPrinter } from '../../kiosk/printer.ts';
import type { KioskStatus } from '../fleet.ts';
import type { DeskLink } from './link.ts';

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

/** The printer of this machine; `undefined`: nothing is printed here. `queue`: `undefined` for the one that is used when none is named. */
export type PrinterSetting = { readonly queue: string | undefined } | undefined;

export interface Machine {
  /** As it was when it was looked at last. */
  status(): KioskStatus;
  /** What pages are told of it. */
  state(): MachineState;
  /** The same link, with an ear for visits that end. */
  hear(link: DeskLink): DeskLink;
  close(): void;
}

export interface MachineOptions {
  readonly version: string;
  readonly reader: ReaderAddress;
  readonly printer: PrinterSetting;
  /** What the clock is compared with, and how far it is ahead of that. */
  readonly otherClock: OtherClock;
  readonly clockSkewMs: () => number | undefined;
  readonly outbox: () => number;
}

export const watchMachine = ({
  version,
  reader,
  printer: printerSetting,
  otherClock,
  clockSkewMs,
  outbox,
}: MachineOptions): Machine => {
  let readerState: KioskStatus['reader'] = reader === undefined ? 'practice' : 'ready';
  let troubleSince: number | undefined;
  let printer: KioskStatus['printer'] = printerSetting === undefined ? 'none' : 'unknown';
  let visitEndedAt: number | undefined;

  const look = async (): Promise<void> => {
    if (reader !== undefined) {
      const found = await lookAtReader(reader);
      const now = performance.now();
      troubleSince = found === 'ready' ? undefined : (troubleSince ?? now);
      if (troubleSince === undefined || now - troubleSince >= graceMs) readerState = found;
    }
    if (printerSetting !== undefined) printer = await lookAtPrinter(printerSetting.queue);
  };
  void look();
  const looking = setInterval(look, lookMs);
  looking.unref();

  const clock = (): MachineState['clock'] => clockStateOf(Date.now(), clockSkewMs(), otherClock);

  return {
    state: () => ({ printer, clock: clock() }),
    status: () => ({
      power: 'on',
      version,
      reader: readerState,
      printer,
      lastVisitEndedMin: visitEndedAt === undefined ? null : Math.floor((performance.now() - visitEndedAt) / 60_000),
      clockSkewMs: clockSkewMs() ?? null,
      clock: clock(),
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

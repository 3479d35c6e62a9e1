/** The desk of a web server that must go on without it: visitors are helped by the pages alone. */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { paperOf } from '../../place/place-of.ts';
import type { PrinterSetting, ReaderAddress } from '../link/kiosk-status.ts';
import type { FreshCode } from '../staff/set-up.ts';
import { oidcSettings } from '../staff/settings.ts';
import type { StorePlace } from '../store/open.ts';
import type { DeskServer } from './http.ts';

/** `KAZASU_…` variables as cli/run-screens.ts sets them, and the address of a PostgreSQL database. */
type Environment = Readonly<Record<string, string | undefined>>;

/** `undefined`: nobody has asked for a desk, as at home. */
export const storePlaceOf = ({ DATABASE_URL: url, KAZASU_DATA: folder }: Environment): StorePlace | undefined => {
  if (folder === undefined || folder === '') return undefined;
  return url === undefined || url === ''
    ? { kind: 'sqlite', file: join(folder, 'desk.db') }
    : { kind: 'postgresql', url };
};

/** Host names with a comma between them: who may change settings must not be able to name one (lib/office/settings.ts). */
export const queueHostsOf = ({ KAZASU_QUEUE_HOSTS: hosts = '' }: Environment): readonly string[] =>
  hosts
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');

/** Until a database that cannot be opened is tried again, in milliseconds. */
const retryMs = 2_000;

/** Milliseconds that a question waits for a desk that is still being opened. */
const patienceMs = 5_000;

/** The practice card answers in place of a reader where there is none. */
const readerOf = (
  { KAZASU_READER_URL: url, KAZASU_READER_SECRET: secret }: Environment,
  origin: string,
): ReaderAddress => (url && secret ? { url, secret, origin } : undefined);

const printerOf = (environment: Environment): PrinterSetting =>
  paperOf(environment) === null ? undefined : { queue: environment.KAZASU_PRINT_QUEUE || undefined };

const version = (): string => {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return v.parse(v.object({ version: v.string() }), JSON.parse(text)).version;
};

export interface DeskHere {
  /** Begins. Questions that come earlier wait a little; while it cannot be opened they are answered with 503. */
  open(): void;
  readonly answer: DeskServer['answer'];
  /** Ends the streams and says good-bye. Everything that was acknowledged is on the disk anyway. */
  close(): Promise<void>;
}

/**
 * @param say - takes a line for the terminal or the journal
 * @param onFirstCode - takes the code for the first administrator, while there is none
 * @returns `undefined` where there is no desk
 */
export const deskHere = (
  environment: Environment,
  say: (line: string) => void,
  onFirstCode: (code: FreshCode) => void,
): DeskHere | undefined => {
  const place = storePlaceOf(environment);
  const origin = environment.KAZASU_ORIGIN;
  if (place === undefined || origin === undefined) return undefined;
  const kiosk =
    environment.KAZASU_SURFACE === 'kiosk'
      ? { version: version(), reader: readerOf(environment, origin), printer: printerOf(environment) }
      : undefined;
  const { KAZASU_HUB: hub, KAZASU_DATA: folder = '', KAZASU_METRICS_TOKEN: metricsToken } = environment;
  // What the desk stands on takes longer to read than the pages may take to come.
  const mount = async (): Promise<DeskServer & { close(): Promise<void> }> => {
    if (kiosk !== undefined && hub) {
      const { mountLink } = await import('./mount-link.ts');
      return mountLink({ ...kiosk, origin, hub, folder, metricsToken, onTrouble: say });
    }
    const { mountDesk } = await import('./mount.ts');
    return mountDesk({
      kiosk,
      origin,
      place,
      queueHosts: queueHostsOf(environment),
      oidc: oidcSettings(environment),
      metricsToken,
      onTrouble: say,
      onFirstCode,
    });
  };
  let server: (DeskServer & { close(): Promise<void> }) | undefined;
  const tried = Promise.withResolvers<void>();

  const open = async (): Promise<void> => {
    try {
      server = await mount();
    } catch (failure) {
      say(failure instanceof Error ? failure.message : String(failure));
      setTimeout(open, retryMs).unref();
    }
    tried.resolve();
  };

  return {
    open: () => void open(),
    answer: async (request: IncomingMessage, response: ServerResponse) => {
      if (server === undefined) await Promise.race([tried.promise, wait(patienceMs, undefined, { ref: false })]);
      if (server !== undefined) return server.answer(request, response);
      response.writeHead(503, { 'Cache-Control': 'no-store', 'Retry-After': '2' }).end();
    },
    close: async () => server?.close(),
  };
};

/** The desk of a web server that must go on without it: visitors are helped by the pages alone. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { FreshCode } from '../staff/set-up.ts';
import { oidcSettings } from '../staff/settings.ts';
import type { StorePlace } from '../store/open.ts';
import type { DeskServer } from './http.ts';
import { mountDesk } from './mount.ts';

/** `KAZASU_…` variables as cli/run-screens.ts sets them, and the address of a PostgreSQL database. */
type Environment = Readonly<Record<string, string | undefined>>;

/** `undefined`: nobody has asked for a desk, as at home. */
export const storePlaceOf = ({ DATABASE_URL: url, KAZASU_DATA: folder }: Environment): StorePlace | undefined => {
  if (folder === undefined || folder === '') return undefined;
  return url === undefined || url === ''
    ? { kind: 'sqlite', file: join(folder, 'desk.db') }
    : { kind: 'postgresql', url };
};

/** Until a database that cannot be opened is tried again, in milliseconds. */
const retryMs = 2_000;

/**
 * @param say - takes a line for the terminal or the journal
 * @param onFirstCode - takes the code for the first administrator, while there is none
 * @returns `undefined` where there is no desk
 */
export const deskHere = (
  environment: Environment,
  say: (line: string) => void,
  onFirstCode: (code: FreshCode) => void,
): Pick<DeskServer, 'answer'> | undefined => {
  const place = storePlaceOf(environment);
  const origin = environment.KAZASU_ORIGIN;
  if (place === undefined || origin === undefined) return undefined;
  const isKiosk = environment.KAZASU_SURFACE === 'kiosk';
  let server: DeskServer | undefined;

  const open = async (): Promise<void> => {
    try {
      server = await mountDesk({
        origin,
        isKiosk,
        place,
        oidc: oidcSettings(environment),
        onTrouble: say,
        onFirstCode,
      });
    } catch (failure) {
      say(failure instanceof Error ? failure.message : String(failure));
      setTimeout(open, retryMs).unref();
    }
  };
  void open();

  return {
    answer: async (request: IncomingMessage, response: ServerResponse) => {
      if (server !== undefined) return server.answer(request, response);
      response.writeHead(503, { 'Cache-Control': 'no-store', 'Retry-After': '2' }).end();
    },
  };
};

/** A hub in this process, on loopback, over a store of a test. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type Desk, openDesk, usualRules } from '../desk.ts';
import { fleetRoutes } from '../fleet-routes.ts';
import { signedBy } from '../hub-access.ts';
import { hubRoutes } from '../hub-routes.ts';
import { createDeskServer, type DeskServer } from '../server/http.ts';
import { staffRoutes } from '../staff-routes.ts';
import type { Store } from '../store/open.ts';
import type { StaffMember } from '../wire.ts';

export interface RunningHub {
  readonly origin: string;
  readonly port: number;
  readonly desk: Desk;
  readonly troubles: readonly string[];
  /** How many streams are open. */
  streams(): number;
  /** As when it is killed: connections break at once. The store stays open. */
  stop(): Promise<void>;
}

/**
 * @param port - the same again, for a hub that comes back; any if 0
 * @param memberOf - who is signed in, by the cookie
 */
export const startHub = async (
  store: Store,
  port = 0,
  memberOf: (cookie: string) => StaffMember | null = () => null,
): Promise<RunningHub> => {
  const troubles: string[] = [];
  const onTrouble = (message: string): void => void troubles.push(message);
  const desk = await openDesk(store, () => usualRules, onTrouble);
  let door: DeskServer | undefined;
  const server = createServer((request, response) => void door?.answer(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const hub = hubRoutes({ desk, store, onTrouble });
  const staff = staffRoutes({ desk, store, onTrouble });
  door = createDeskServer({
    origin,
    kiosk: null,
    routes: [...hub.routes, ...staff.routes, ...fleetRoutes(store)],
    streamRoutes: [...hub.streamRoutes, ...staff.streamRoutes],
    callers: {
      memberOf: async ({ cookie = '' }) => memberOf(cookie),
      watch: () => () => undefined,
      kioskOf: (arrived) => signedBy(store, arrived, Date.now()),
    },
    onTrouble,
  });
  return {
    origin,
    port: address.port,
    desk,
    troubles,
    streams: () => door?.streams.size() ?? 0,
    stop: async () => {
      door?.streams.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      await desk.close();
    },
  };
};

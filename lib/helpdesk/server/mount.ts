/** Puts the desk of this process together, from the database to the door. */

import { internalHosts } from '../../office/settings.ts';
import { consoleClock } from '../console-clock.ts';
import { openDesk } from '../desk.ts';
import { deskMetrics } from '../desk-metrics.ts';
import { deskRoutes } from '../desk-routes.ts';
import { fleetRoutes } from '../fleet-routes.ts';
import { healthRoutes } from '../health-routes.ts';
import { signedBy } from '../hub-access.ts';
import { hubRoutes } from '../hub-routes.ts';
import { startHeartbeat } from '../link/heartbeat.ts';
import { type PrinterSetting, type ReaderAddress, watchMachine } from '../link/kiosk-status.ts';
import { localLink } from '../link/local-link.ts';
import { gauge } from '../metrics.ts';
import { openOffice } from '../office.ts';
import { settingsRoutes } from '../settings-routes.ts';
import { openAccounts } from '../staff/accounts.ts';
import { type FreshCode, makeFirstCode } from '../staff/set-up.ts';
import type { OidcSettings } from '../staff/settings.ts';
import { staffRoutes } from '../staff-routes.ts';
import { answers } from '../store/answers.ts';
import { keepStatus, watchFleet } from '../store/fleet.ts';
import { ensureKiosk } from '../store/kiosks.ts';
import { openStore, type StorePlace } from '../store/open.ts';
import { handOverRoutes } from './hand-over-routes.ts';
import { createDeskServer, type DeskServer } from './http.ts';

/** The kiosk whose server has the desk itself. */
export const ownKiosk = { id: 'own', name: '端末1' } as const;

export interface MountOptions {
  readonly origin: string;
  /** The machine, if the pages of this server are a kiosk's; `undefined`: it is a hub, for kiosks elsewhere. */
  readonly kiosk:
    | { readonly version: string; readonly reader: ReaderAddress; readonly printer: PrinterSetting }
    | undefined;
  readonly metricsToken: string | undefined;
  readonly place: StorePlace;
  /** The office's identity provider for staff, if it has one. */
  readonly oidc: OidcSettings | undefined;
  /** Hosts beside this machine that the queue system may be on. */
  readonly queueHosts: readonly string[];
  readonly onTrouble: (message: string) => void;
  /** Told the code for the first administrator while there is none; for the terminal alone. */
  readonly onFirstCode: (code: FreshCode) => void;
}

/**
 * @throws when the database cannot be opened
 */
export const mountDesk = async (options: MountOptions): Promise<DeskServer & { close(): Promise<void> }> => {
  const ends: (() => Promise<void> | void)[] = [];
  /** Newest first: what stands on something else ends before it. */
  const close = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    return { ...(await openParts(options, (end) => ends.push(end))), close };
  } catch (failure) {
    await close();
    throw failure;
  }
};

const openParts = async (
  { origin, kiosk, metricsToken, place, oidc, queueHosts, onTrouble, onFirstCode }: MountOptions,
  atEnd: (end: () => Promise<void> | void) => void,
): Promise<DeskServer> => {
  const store = await openStore(place, onTrouble);
  atEnd(store.close);
  if (kiosk !== undefined) await ensureKiosk(store, ownKiosk, Date.now());
  const isInternal = internalHosts(queueHosts);
  const office = await openOffice(store, { isInternal, onTrouble });
  atEnd(office.close);
  const desk = await openDesk(store, office.rules, onTrouble);
  atEnd(desk.close);
  office.follow(desk.feed);
  const accounts = await openAccounts({ store, origin, oidc, onTrouble });
  atEnd(accounts.close);
  const firstCode = await makeFirstCode(store, Date.now());
  if (firstCode !== null) onFirstCode(firstCode);
  const clock = consoleClock();
  const staff = staffRoutes({ desk, store, hearClock: clock.hear, onTrouble });
  const hub = hubRoutes({ desk, store, onTrouble });
  const fleet = watchFleet(store, onTrouble);
  atEnd(fleet.close);
  // Nothing is owed: the desk is in this process.
  const machine =
    kiosk === undefined
      ? undefined
      : watchMachine({ ...kiosk, otherClock: 'console', clockSkewMs: clock.skewMs, outbox: () => 0 });
  const heartbeat =
    machine && startHeartbeat(machine.status, (status) => keepStatus(store, ownKiosk.id, status, Date.now()));
  atEnd(async () => {
    machine?.close();
    await heartbeat?.close();
  });
  const link = localLink(desk, ownKiosk.id);
  const pages = deskRoutes(machine === undefined ? link : machine.hear(link), machine);
  const server = createDeskServer({
    origin,
    kiosk: kiosk === undefined ? null : ownKiosk.id,
    routes: [
      ...accounts.routes,
      ...staff.routes,
      ...pages.routes,
      ...hub.routes,
      ...handOverRoutes(store),
      ...fleetRoutes(store),
      ...settingsRoutes({ store, office, isInternal }),
      ...healthRoutes({
        checks: { database: () => answers(store), bell: () => store.bell.isConnected() },
        metrics: async () => [
          gauge('kazasu_streams_open', 'Event streams that are open.', server.streams.size()),
          ...(await deskMetrics(store, Date.now())),
        ],
        token: metricsToken,
      }),
    ],
    streamRoutes: [...staff.streamRoutes, ...pages.streamRoutes, ...hub.streamRoutes],
    callers: {
      memberOf: accounts.memberOf,
      watch: accounts.watch,
      kioskOf: (arrived) => signedBy(store, arrived, Date.now()),
    },
    onTrouble,
  });
  atEnd(server.streams.close);
  return server;
};

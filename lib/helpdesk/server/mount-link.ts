/** Puts together what the server of a kiosk answers when its desk is on a hub. */
import { join } from 'node:path';
import { deskRoutes } from '../desk-routes.ts';
import { heartbeatTimeoutMs } from '../fleet.ts';
import { healthRoutes } from '../health-routes.ts';
import { startHeartbeat } from '../link/heartbeat.ts';
import { hubLink } from '../link/hub-link.ts';
import { hubOffice } from '../link/hub-office.ts';
import { hubRequests } from '../link/hub-requests.ts';
import { readIdentity } from '../link/identity.ts';
import { type PrinterSetting, type ReaderAddress, watchMachine } from '../link/kiosk-status.ts';
import { gauge } from '../metrics.ts';
import { officeRoutes } from '../settings-routes.ts';
import { openOutbox } from '../store/outbox.ts';
import { createDeskServer, type DeskServer } from './http.ts';

export interface MountLinkOptions {
  readonly origin: string;
  /** Origin of the hub. */
  readonly hub: string;
  /** Where the key and the outbox are. */
  readonly folder: string;
  readonly version: string;
  readonly reader: ReaderAddress;
  readonly printer: PrinterSetting;
  readonly metricsToken: string | undefined;
  readonly onTrouble: (message: string) => void;
}

/**
 * @throws when the outbox cannot be made safe: what a kiosk acknowledges must not be lost
 */
export const mountLink = ({
  origin,
  hub,
  folder,
  version,
  reader,
  printer,
  metricsToken,
  onTrouble,
}: MountLinkOptions): DeskServer & { close(): Promise<void> } => {
  const outbox = openOutbox(join(folder, 'outbox.db'));
  const requests = hubRequests(() => {
    const identity = readIdentity(folder);
    // Enrolled elsewhere: its key is nothing to this hub.
    return identity?.hub === hub ? identity : undefined;
  });
  const machine = watchMachine({
    version,
    reader,
    printer,
    otherClock: 'hub',
    clockSkewMs: requests.clock.skewMs,
    outbox: outbox.length,
  });
  const link = hubLink({ requests, outbox, onTrouble });
  const heartbeat = startHeartbeat(machine.status, async (status, limitMs = heartbeatTimeoutMs) => {
    const signal = AbortSignal.timeout(limitMs);
    const response = await requests.send('POST', '/api/hub/status', { body: status, signal });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`answered ${response.status}`);
  });
  const office = hubOffice(requests, join(folder, 'office.json'));
  const pages = deskRoutes(machine.hear(link), machine);
  const server = createDeskServer({
    origin,
    kiosk: 'own',
    routes: [
      ...pages.routes,
      ...officeRoutes(office.tell),
      ...healthRoutes({
        // The hub may be away: visitors are helped all the same.
        checks: { outbox: () => outbox.length() >= 0 },
        metrics: async () => [
          gauge('kazasu_streams_open', 'Event streams that are open.', server.streams.size()),
          gauge('kazasu_outbox_messages', 'Messages that wait for the hub.', outbox.length()),
        ],
        token: metricsToken,
      }),
    ],
    streamRoutes: pages.streamRoutes,
    callers: { memberOf: async () => null, watch: () => () => undefined, kioskOf: async () => null },
    onTrouble,
  });
  return {
    ...server,
    close: async () => {
      server.streams.close();
      machine.close();
      office.close();
      await Promise.all([heartbeat.close(), link.close()]);
      outbox.close();
    },
  };
};

/** Puts the desk of this process together, from the database to the door. */

import { openDesk, usualRules } from '../desk.ts';
import { deskRoutes } from '../desk-routes.ts';
import { localLink } from '../link/local-link.ts';
import { openAccounts } from '../staff/accounts.ts';
import { type FreshCode, makeFirstCode } from '../staff/set-up.ts';
import type { OidcSettings } from '../staff/settings.ts';
import { staffRoutes } from '../staff-routes.ts';
import { ensureKiosk } from '../store/kiosks.ts';
import { openStore, type StorePlace } from '../store/open.ts';
import { createDeskServer, type DeskServer } from './http.ts';

/** The kiosk whose server has the desk itself. */
export const ownKiosk = { id: 'own', name: '1' } as const;

export interface MountOptions {
  readonly origin: string;
  /** Whether the pages of this server are a kiosk's. */
  readonly isKiosk: boolean;
  readonly place: StorePlace;
  /** The office's identity provider for staff, if it has one. */
  readonly oidc: OidcSettings | undefined;
  readonly onTrouble: (message: string) => void;
  /** Told the code for the first administrator while there is none; for the terminal alone. */
  readonly onFirstCode: (code: FreshCode) => void;
}

/**
 * @throws when the database cannot be opened
 */
export const mountDesk = async ({
  origin,
  isKiosk,
  place,
  oidc,
  onTrouble,
  onFirstCode,
}: MountOptions): Promise<DeskServer & { close(): Promise<void> }> => {
  const store = await openStore(place, onTrouble);
  if (isKiosk) await ensureKiosk(store, ownKiosk, Date.now());
  const desk = await openDesk(store, () => usualRules, onTrouble);
  const accounts = await openAccounts({ store, origin, oidc, onTrouble });
  const firstCode = await makeFirstCode(store, Date.now());
  if (firstCode !== null) onFirstCode(firstCode);
  const staff = staffRoutes({ desk, store, onTrouble });
  const pages = deskRoutes(localLink(desk, ownKiosk.id));
  const server = createDeskServer({
    origin,
    kiosk: isKiosk ? ownKiosk.id : null,
    routes: [...accounts.routes, ...staff.routes, ...pages.routes],
    streamRoutes: [...staff.streamRoutes, ...pages.streamRoutes],
    callers: { memberOf: accounts.memberOf, watch: accounts.watch, kioskOf: async () => null },
    onTrouble,
  });
  return {
    ...server,
    close: async () => {
      server.streams.close();
      accounts.close();
      await desk.close();
      await store.close();
    },
  };
};

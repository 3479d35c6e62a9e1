/** Accounts of staff, as the server knows them: who is signed in, and the routes to sign in and to look after accounts. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Route } from '../server/route.ts';
import type { Store } from '../store/open.ts';
import { forgetEndedSessions } from '../store/sessions.ts';
import { forgetDevices } from '../store/staff.ts';
import { forgetTries } from '../store/tries.ts';
import type { StaffMember } from '../wire.ts';
import { accountRoutes } from './account-routes.ts';
import { authRoutes, deviceDays } from './auth-routes.ts';
import { openOidc } from './oidc.ts';
import { openSessions } from './sessions.ts';
import { type OidcSettings, passkeyHost } from './settings.ts';

export interface Accounts {
  /** Who is signed in; `null`: nobody, or somebody whose account may not be used any more. Looks at the tables each time. */
  memberOf(headers: IncomingHttpHeaders): Promise<StaffMember | null>;
  /** Calls `onOut`, once, within 5 s after whoever is signed in by these headers no longer is. @returns the way to stop */
  watch(headers: IncomingHttpHeaders, onOut: () => void): () => void;
  readonly routes: readonly Route[];
  close(): void;
}

export interface AccountsOptions {
  readonly store: Store;
  /** Where the pages are, e.g. `https://kazasu.city.example.lg.jp`. */
  readonly origin: string;
  /** `undefined`: the office has no identity provider. */
  readonly oidc: OidcSettings | undefined;
  readonly onTrouble: (message: string) => void;
}

const tidyEveryMs = 10 * 60_000;
const dayMs = 24 * 3_600_000;

export const openAccounts = async ({ store, origin, oidc, onTrouble }: AccountsOptions): Promise<Accounts> => {
  const trouble = (failure: unknown): void => onTrouble(failure instanceof Error ? failure.message : String(failure));
  const sessions = await openSessions(store, origin, trouble);
  const host = passkeyHost(origin);
  const parts = {
    store,
    origin,
    sessions,
    passkeys: host === undefined ? undefined : { origin, host },
    oidc: oidc === undefined ? undefined : openOidc(oidc, origin),
    trouble,
  };

  const tidy = async (): Promise<void> => {
    const now = Date.now();
    await forgetEndedSessions(store, now);
    await forgetTries(store, now);
    await forgetDevices(store, now - deviceDays * dayMs);
  };
  const timer = setInterval(() => void tidy().catch(trouble), tidyEveryMs);
  timer.unref();

  return {
    memberOf: async (headers) => (await sessions.of(headers))?.member ?? null,
    watch: (headers, onOut) => {
      let stop: (() => void) | undefined;
      let isStopped = false;
      const begin = async (): Promise<void> => {
        const session = await sessions.of(headers);
        if (isStopped) return;
        if (session === null) onOut();
        else stop = sessions.watch(session, onOut);
      };
      begin().catch((failure: unknown) => {
        trouble(failure);
        onOut();
      });
      return () => {
        isStopped = true;
        stop?.();
      };
    },
    routes: [...authRoutes(parts), ...accountRoutes(parts)],
    close: () => {
      clearInterval(timer);
      sessions.close();
    },
  };
};

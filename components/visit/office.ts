'use client';

import { type QueryFunctionContext, useQuery } from '@tanstack/react-query';
import { type PublicOffice, understoodOffice, usualPublicOffice } from '@/lib/office/public-office';
import { useSurface } from './place';

/** A kiosk hears so often what has changed: a wait that somebody has typed in, a notice whose time has come. In milliseconds. */
const askAgainMs = 30_000;
/** A page that knows nothing yet waits so long for its server, as it has for the page itself (lib/offline/worker.ts). In milliseconds. */
const patienceMs = 3_000;

const askServer = async (): Promise<PublicOffice> => {
  const response = await fetch('/api/desk/office', { cache: 'no-store' });
  // A server of plain files knows no office.
  if (response.status === 404) return usualPublicOffice;
  if (!response.ok) throw new Error(`GET /api/desk/office answered ${response.status}`);
  return understoodOffice(await response.json());
};

/** A server that is away, or starts again, takes nothing from the screen. What is done about it comes when it is needed. */
const fetchOffice = ({ client, queryKey }: QueryFunctionContext): Promise<PublicOffice> => {
  const known = client.getQueryData<PublicOffice>(queryKey);
  const server = askServer();
  const late = new Promise<never>((_, reject) => {
    if (known === undefined) setTimeout(reject, patienceMs);
  });
  return Promise.race([server, late]).catch(async () =>
    (await import('./office-away')).officeAway(client, known, server),
  );
};

/** What this office has set, or what is usual until it is known. */
export const useOffice = (): PublicOffice => {
  const isKiosk = useSurface() === 'kiosk';
  const { data } = useQuery({
    queryKey: ['office'],
    queryFn: fetchOffice,
    refetchInterval: isKiosk ? askAgainMs : false,
  });
  return data ?? usualPublicOffice;
};

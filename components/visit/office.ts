'use client';

import { useQuery } from '@tanstack/react-query';
import { type PublicOffice, usualPublicOffice } from '@/lib/office/public-office';
import { isOfflineCopy, useSurface } from './place';

/** A kiosk hears so often what has changed: a wait that somebody has typed in, a notice whose time has come. In milliseconds. */
const askAgainMs = 30_000;

const fetchOffice = async ({ signal }: { signal: AbortSignal }): Promise<PublicOffice> => {
  const response = await fetch('/api/desk/office', { cache: 'no-store', signal }).catch((failure: unknown) => {
    if (isOfflineCopy() && !signal.aborted) return undefined;
    throw failure;
  });
  // A server of plain files knows no office.
  if (response === undefined || response.status === 404) return usualPublicOffice;
  if (!response.ok) throw new Error(`GET /api/desk/office answered ${response.status}`);
  const office = (await response.json()) as PublicOffice;
  // It has been checked where it was published; of a server that is newer than this page, the page waits until it is one itself.
  return office.format === usualPublicOffice.format ? office : usualPublicOffice;
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

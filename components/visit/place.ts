'use client';

import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { atHome, type Place, placeSchema, type Surface } from '@/lib/place/place';

/** The server may be away: the page has come from the service worker. */
export const isOfflineCopy = (): boolean => 'serviceWorker' in navigator && navigator.serviceWorker.controller !== null;

const fetchPlace = async ({ signal }: { signal: AbortSignal }): Promise<Place> => {
  const response = await fetch('/api/place', { cache: 'no-store', signal }).catch((failure: unknown) => {
    if (isOfflineCopy() && !signal.aborted) return undefined;
    throw failure;
  });
  // A server of plain files knows no places; of a kiosk the service worker knows that it is one.
  if (response === undefined || response.status === 404) return atHome;
  if (!response.ok) throw new Error(`GET /api/place answered ${response.status}`);
  return v.parse(placeSchema, await response.json());
};

/** A kiosk whose server is away for a moment is asked until it answers. */
export const placeQuery = { queryKey: ['place'], queryFn: fetchPlace };

/** Where this screen stands. */
export const usePlace = () => useQuery(placeQuery);

/** `undefined` until it is known. */
export const useSurface = (): Surface | undefined => usePlace().data?.surface;

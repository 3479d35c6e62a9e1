'use client';

import { useEffect } from 'react';
import { workerPath } from '@/lib/offline/worker-path';
import { tellKept } from './keeper-link';
import { useSurface } from './place';

/** A browser that keeps nothing (a private window) may refuse; the pages work all the same. */
const refused = (): void => undefined;

const keep = async (): Promise<void> => {
  await navigator.serviceWorker.register(workerPath, { scope: '/', updateViaCache: 'none' });
  await navigator.serviceWorker.ready;
  tellKept();
};

const discard = async (): Promise<void> => {
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((each) => each.unregister()));
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
};

/** The pages stay usable without a network, and on a kiosk while its server starts again. Nothing of a visit is in the copy. */
export const useOfflineCopy = (): void => {
  const isPlaceKnown = useSurface() !== undefined;
  useEffect(() => {
    if (!isPlaceKnown || !('serviceWorker' in navigator)) return;
    // `next dev` builds no worker, and should not be served by one of an earlier build.
    (process.env.NODE_ENV === 'production' ? keep() : discard()).catch(refused);
  }, [isPlaceKnown]);
};

'use client';

import { useEffect } from 'react';
import { workerPath } from '@/lib/offline/worker-path';
import { useSurface } from './place';

/** A browser that keeps nothing (a private window) may refuse; the pages work all the same. */
const refused = (): void => undefined;

const keep = async (): Promise<void> => {
  await navigator.serviceWorker.register(workerPath, { scope: '/', updateViaCache: 'none' });
};

const discard = async (): Promise<void> => {
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((each) => each.unregister()));
  const names = await caches.keys();
  await Promise.all(names.map((name) => caches.delete(name)));
};

/** At home the pages stay usable without a network. A kiosk keeps nothing, not even from a time when it was none. */
export const useOfflineCopy = (): void => {
  const surface = useSurface();
  useEffect(() => {
    if (surface === undefined || !('serviceWorker' in navigator)) return;
    // `next dev` builds no worker, and should not be served by one of an earlier build.
    const isKept = surface === 'home' && process.env.NODE_ENV === 'production';
    (isKept ? keep() : discard()).catch(refused);
  }, [surface]);
};

'use client';

import { useEffect } from 'react';
import type { Surface } from '@/lib/place/place';
import { loadLater } from './use-later';

const arrive = async (surface: Surface): Promise<void> => {
  if (window.location.hash !== '') (await loadLater()).readArrival(surface);
};

/** Looks for a visit in the fragment of the address, now and whenever another code is scanned. */
export const useArrival = (surface: Surface | undefined): void => {
  useEffect(() => {
    if (surface === undefined) return;
    const onArrival = (): void => void arrive(surface);
    onArrival();
    window.addEventListener('hashchange', onArrival);
    return () => window.removeEventListener('hashchange', onArrival);
  }, [surface]);
};

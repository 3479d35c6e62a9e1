'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from '../store';

export type Later = typeof import('./later');

const store = createStore<Later | null>(null);

export const loadLater = async (): Promise<Later> => {
  const later = store.get() ?? (await import('./later'));
  store.set(later);
  return later;
};

/** The rules and what follows the first screen; `null` for the moment until they are there. */
export const useLater = (): Later | null => {
  useEffect(() => {
    void loadLater();
  }, []);
  return useSyncExternalStore(store.subscribe, store.get, () => null);
};

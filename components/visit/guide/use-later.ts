'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from '../store';
import { setRules } from './rules-store';

type Later = typeof import('./later');

const store = createStore<Later | null>(null);

const againMs = 2_000;

/** A network may fail for a moment; until the rules are there the page is of little use, so it does not give up. */
const fetchLater = async (): Promise<Later> => {
  try {
    return await import('./later');
  } catch {
    await new Promise((resolve) => {
      setTimeout(resolve, againMs);
    });
    return fetchLater();
  }
};

let loading: Promise<Later> | undefined;

export const loadLater = (): Promise<Later> => {
  loading ??= fetchLater().then((later) => {
    store.set(later);
    setRules(later);
    return later;
  });
  return loading;
};

/** The rules and what follows the first screen; `null` for the moment until they are there. */
export const useLater = (): Later | null => {
  useEffect(() => {
    void loadLater();
  }, []);
  return useSyncExternalStore(store.subscribe, store.get, () => null);
};

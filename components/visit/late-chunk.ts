'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { createStore } from './store';

const againMs = 2_000;

/** A network may fail for a moment; until the chunk is there the page is of little use, so it does not give up. */
const fetchUntilThere = async <Chunk>(load: () => Promise<Chunk>): Promise<Chunk> => {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => {
      setTimeout(resolve, againMs);
    });
    return fetchUntilThere(load);
  }
};

export interface LateChunk<Chunk> {
  load(): Promise<Chunk>;
  /** `null` for the moment until it is there. */
  use(): Chunk | null;
}

/**
 * What the first screen of a page can do without: fetched as soon as the page stands, so that no tap waits for it.
 *
 * @param whenThere - is told before any screen sees it
 */
export const lateChunk = <Chunk>(
  load: () => Promise<Chunk>,
  whenThere: (chunk: Chunk) => void = () => undefined,
): LateChunk<Chunk> => {
  const store = createStore<Chunk | null>(null);
  let loading: Promise<Chunk> | undefined;
  const loadOnce = (): Promise<Chunk> => {
    loading ??= fetchUntilThere(load).then((chunk) => {
      whenThere(chunk);
      store.set(chunk);
      return chunk;
    });
    return loading;
  };
  const use = (): Chunk | null => {
    useEffect(() => {
      void loadOnce();
    }, []);
    return useSyncExternalStore(store.subscribe, store.get, () => null);
  };
  return { load: loadOnce, use };
};

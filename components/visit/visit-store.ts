'use client';

import { useSyncExternalStore } from 'react';
import type { ReaderSource } from '@/lib/reader/protocol';
import { advance, beginning, looksTheSame, type Visit, type VisitInput } from '@/lib/reader/stage';
import { createStore } from './store';

const tickMs = 1_000;

let isAttended = false;

/** Staff are with the visitor, or on their way: until they are done, no visit ends by itself. */
export const attendVisit = (attended: boolean): void => {
  isAttended = attended;
};

export interface VisitStore {
  get(): Visit;
  subscribe(listener: () => void): () => void;
  tell(input: VisitInput): void;
  /** Listens to this reader from now on and to no other. */
  follow(source: ReaderSource): void;
}

const createVisitStore = (): VisitStore => {
  const shown = createStore<Visit>(beginning);
  let current = beginning;
  // Each second and each touch moves the visit on; the screens are only bothered when there is something to show.
  const tell = (input: VisitInput): void => {
    current = advance(current, input);
    if (!looksTheSame(shown.get(), current)) shown.set(current);
  };
  let stopFollowing: (() => void) | undefined;
  let watchers = 0;
  let clock: ReturnType<typeof setInterval> | undefined;
  let lastTick = 0;

  const tick = (): void => {
    const now = performance.now();
    tell({ type: 'waited', ms: now - lastTick, isAttended });
    lastTick = now;
  };
  const startClock = (): void => {
    lastTick = performance.now();
    clock = setInterval(tick, tickMs);
  };

  return {
    get: shown.get,
    tell,
    subscribe: (listener) => {
      const unsubscribe = shown.subscribe(listener);
      watchers += 1;
      if (watchers === 1) startClock();
      return () => {
        unsubscribe();
        watchers -= 1;
        if (watchers === 0) clearInterval(clock);
      };
    },
    follow: (source) => {
      stopFollowing?.();
      stopFollowing = source.subscribe(tell);
    },
  };
};

/** The card on the reader of this machine. */
export const readerVisit = createVisitStore();
/** The practice card, which lives in the page. */
export const practiceVisit = createVisitStore();

/** Somebody is here. */
export const keepVisit = (): void => {
  readerVisit.tell({ type: 'touched' });
  practiceVisit.tell({ type: 'touched' });
};

export const useVisit = (visit: VisitStore): Visit => useSyncExternalStore(visit.subscribe, visit.get, () => beginning);

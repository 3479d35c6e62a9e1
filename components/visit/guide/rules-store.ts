'use client';

import { createStore } from '../store';

/** What a tap needs of the rules, which come after the first screen (later.ts). */
export type Rules = Pick<
  typeof import('@/lib/advice/guide'),
  'answered' | 'answeredPins' | 'learned' | 'questionAbout' | 'wentBack'
>;

const store = createStore<Rules | null>(null);

export const setRules = store.set;

/** Almost always there already; otherwise a tap waits for them. */
export const whenRules = (): Promise<Rules> =>
  new Promise((resolve) => {
    const look = (): void => {
      const rules = store.get();
      if (rules === null) return;
      stop();
      resolve(rules);
    };
    const stop = store.subscribe(look);
    look();
  });

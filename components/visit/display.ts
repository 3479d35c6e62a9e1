'use client';

import { useSyncExternalStore } from 'react';
import { createStore } from './store';

export const textSizes = ['standard', 'larger', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];
export const themes = ['standard', 'high', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Display {
  /** Everything that is pressed is in the lower part of a kiosk's screen. */
  readonly isLow: boolean;
  readonly sound: boolean;
  readonly textSize: TextSize;
  readonly theme: Theme;
}

const usual: Display = { isLow: false, sound: true, textSize: 'standard', theme: 'standard' };
/** As every visitor finds it: the office may have set something else than the usual. */
let atStart: Display = usual;
const store = createStore<Display>(usual);

/** How this visitor wants to see and hear the screens. In memory only, and gone with the visit. */
export const useDisplay = (): Display => useSyncExternalStore(store.subscribe, store.get, () => usual);

export const changeDisplay = (change: Partial<Display>): void => store.set({ ...store.get(), ...change });

export const resetDisplay = (): void => store.set(atStart);

/** Holds at once where nobody has chosen anything yet. */
export const startDisplayWith = (start: Pick<Display, 'sound' | 'textSize'>): void => {
  const isUntouched = store.get() === atStart;
  atStart = { ...usual, ...start };
  if (isUntouched) store.set(atStart);
};

export const isSoundOn = (): boolean => store.get().sound;

'use client';

import { useSyncExternalStore } from 'react';
import type { PinName } from '@/lib/card/report';
import type { FactName } from '@/lib/facts/fact';
import type { EntryShape, ScreenUse } from '@/lib/pins/recognise';
import { createSeenStore } from '../seen-store';
import { whenVisitEnds } from '../visit-end';

/** What is on the screen. */
export type PinsPage =
  | { readonly name: 'home' | 'which' | 'not-a-pin' | 'slip' | 'errors' | 'new' | 'certificates' }
  | { readonly name: 'which-use' }
  | { readonly name: 'which-label' }
  | { readonly name: 'which-answer'; readonly shape: EntryShape; readonly use: ScreenUse | null }
  | { readonly name: 'slip-place'; readonly at: number }
  | { readonly name: 'slip-end'; readonly end: 'found' | 'not-found' | 'at-home' }
  | { readonly name: 'pin' | 'counter'; readonly pin: PinName }
  /** `fact`: the one that is asked; `null`: the result. */
  | { readonly name: 'store'; readonly pin: 'signature' | 'authentication'; readonly fact: FactName | null }
  /** `pin`: the one that fails; `null`: whichever it is. */
  | { readonly name: 'fails' | 'fails-do'; readonly pin: PinName | null; readonly at: number }
  | { readonly name: 'error'; readonly id: string };

const home: readonly PinsPage[] = [{ name: 'home' }];
const store = createSeenStore<readonly PinsPage[]>(home);

/** Where the visitor is and came from; in memory only, and gone with the visit. */
export const usePinsPage = (): PinsPage =>
  useSyncExternalStore(store.subscribe, store.get, () => home).at(-1) ?? { name: 'home' };

export const openPins = (page: PinsPage): void => store.set([...store.get(), page]);

/** The first page again; nothing to come back to. */
export const toPinsHome = (): void => store.set(home);

/** @returns whether there was a page before this */
export const pinsBack = (): boolean => {
  const pages = store.get();
  if (pages.length < 2) return false;
  store.set(pages.slice(0, -1));
  return true;
};

whenVisitEnds(toPinsHome);

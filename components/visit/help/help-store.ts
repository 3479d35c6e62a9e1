'use client';

import { useSyncExternalStore } from 'react';
import type { HelpPhase } from '@/lib/helpdesk/visitor-help';
import { createStore } from '../store';

/** What the button shows of a call, and whether its sheet is open. The call itself comes later (later-help.ts). */
export interface HelpFace {
  readonly isOpen: boolean;
  readonly phase: HelpPhase;
  /** How many are before this visitor. */
  readonly ahead: number;
  readonly isCalled: boolean;
}

const quiet: HelpFace = { isOpen: false, phase: 'none', ahead: 0, isCalled: false };
const store = createStore<HelpFace>(quiet);

export const useHelpFace = (): HelpFace => useSyncExternalStore(store.subscribe, store.get, () => quiet);

export const changeHelpFace = (part: Partial<HelpFace>): void => store.set({ ...store.get(), ...part });

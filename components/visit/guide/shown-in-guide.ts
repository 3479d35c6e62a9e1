'use client';

import { useSyncExternalStore } from 'react';
import type { Channel } from '@/lib/advice/advice';
import type { FactName } from '@/lib/facts/fact';
import { createStore } from '../store';
import { whenVisitEnds } from '../visit-end';

/** What the guide has before the visitor, for those who are called to help. */
export interface ShownInGuide {
  readonly page: FactName | 'advice' | 'take-along';
  /** The best way of the newest advice. */
  readonly channel: Channel | null;
}

const first: ShownInGuide = { page: 'errand', channel: null };
const store = createStore<ShownInGuide>(first);

export const useShownInGuide = (): ShownInGuide => useSyncExternalStore(store.subscribe, store.get, () => first);

/** @param channel - `null` while a question is asked: the advice before it may hold again */
export const noteShownInGuide = (page: ShownInGuide['page'], channel: Channel | null): void =>
  store.set({ page, channel: channel ?? store.get().channel });

whenVisitEnds(() => store.set(first));

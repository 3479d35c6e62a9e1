'use client';

import { useSyncExternalStore } from 'react';
import type { Guide } from '@/lib/advice/guide';
import type { FactName, Facts } from '@/lib/facts/fact';
import type { Surface } from '@/lib/place/place';
import { createStore } from '../store';
import { whenVisitEnds } from '../visit-end';

/** What the screen says about facts that came from elsewhere. */
export type GuideNews =
  | { readonly kind: 'arrived' | 'arrivedBroken' | 'arrivedNewer' | 'arrivedOld' }
  | { readonly kind: 'learned'; readonly count: number };

export interface GuideVisit extends Guide {
  readonly news: GuideNews | null;
  /** What the visitor takes along is shown instead of the advice. */
  readonly isTakingAlong: boolean;
}

const newVisit: GuideVisit = { facts: {}, reopened: null, isOneByOne: false, news: null, isTakingAlong: false };
const store = createStore<GuideVisit>(newVisit);

/** The visitor's way through the questions. In memory only, and gone with the visit. */
export const useGuide = (): GuideVisit => useSyncExternalStore(store.subscribe, store.get, () => newVisit);

export const getGuide = store.get;

/** Which kind of screen this is says where the visitor is; what they have said themselves stands. */
export const placeGuide = (surface: Surface): void => {
  const guide = store.get();
  if (guide.facts.place !== undefined) return;
  const place = { value: surface === 'kiosk' ? 'office' : 'home', evidence: 'detected' } as const;
  store.set({ ...guide, facts: { ...guide.facts, place } });
};

/** Whether the visitor has begun. */
export const isBegun = ({ facts }: Guide): boolean => Object.keys(facts).some((name) => name !== 'place');

/** The next step of the way; what was said about it is over. */
export const goOn = (guide: Guide): void => store.set({ ...guide, news: null, isTakingAlong: false });

export const tellGuide = (guide: Guide, news: GuideNews): void => store.set({ ...guide, news, isTakingAlong: false });

export const takeAlong = (isTakingAlong: boolean): void => store.set({ ...store.get(), isTakingAlong });

/** What is known besides the questions; the screen stays. */
export const keepFacts = (facts: Facts): void => store.set({ ...store.get(), facts });

/** What was to be asked again has been answered elsewhere. */
export const closeQuestion = (fact: FactName): void => {
  const guide = store.get();
  const isOpen = guide.reopened?.kind === 'one' && guide.reopened.fact === fact;
  if (isOpen) store.set({ ...guide, reopened: null });
};

let visit = 0;

/** Which visit this is: what was begun in one must not reach the next. */
export const visitNumber = (): number => visit;

whenVisitEnds(() => {
  visit += 1;
  store.set(newVisit);
});

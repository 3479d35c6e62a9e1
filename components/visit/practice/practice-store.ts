'use client';

import { useSyncExternalStore } from 'react';
import { type Course, newCourse } from '@/lib/practice/course';
import { type Hold, mustStay, noCard } from '@/lib/practice/hold';
import type { JourneyName } from '@/lib/practice/journeys';
import type { Entry, PracticePinName } from '@/lib/practice/practice-pin';
import { createSeenStore } from '../seen-store';
import { whenVisitEnds } from '../visit-end';

/** With what is practised: the drawn card, or any real one on the reader of the kiosk. */
export type Means = 'screen' | 'reader';

export type PracticePage =
  /** `contact`: with a real card on this phone, of which nobody knows how long it stays. */
  | { readonly name: 'menu' | 'hold' | 'contact' | 'journeys' }
  | { readonly name: 'pin'; readonly pin: PracticePinName }
  | { readonly name: 'journey'; readonly journey: JourneyName; readonly step: number };

export interface Rehearsed {
  readonly page: PracticePage;
  /** `null`: whatever suits this screen. */
  readonly means: Means | null;
  /** Learning to hold. */
  readonly course: Course;
  /** The one hold of a page that is not about holding alone. */
  readonly single: Hold;
  /** The practice PIN, as far as it was typed. */
  readonly entry: Entry | null;
  /** Parts that were done to their end. */
  readonly finished: readonly string[];
}

const nothing: Rehearsed = {
  page: { name: 'menu' },
  means: null,
  course: newCourse,
  single: noCard,
  entry: null,
  finished: [],
};
const store = createSeenStore<Rehearsed>(nothing);

/** What is being practised; in memory only, and gone with the visit. */
export const usePractised = (): Rehearsed => useSyncExternalStore(store.subscribe, store.get, () => nothing);

export const getPractised = store.get;

export const changePractised = (part: Partial<Rehearsed>): void => store.set({ ...store.get(), ...part });

/** A real card lies on the reader: it comes first, whatever the visitor wants next. */
export const useRealCard = (): boolean => {
  const { page, means, course, single } = usePractised();
  const hold = page.name === 'hold' ? course.hold : single;
  const isOnReader = means === 'reader' && (page.name === 'hold' || page.name === 'pin');
  return isOnReader && (mustStay(hold) || hold.name === 'done');
};

whenVisitEnds(() => store.set(nothing));

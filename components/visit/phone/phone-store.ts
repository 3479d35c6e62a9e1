'use client';

import { useSyncExternalStore } from 'react';
import type { BrowserReport } from '@/lib/phone/browser';
import type { PhoneCheck } from '@/lib/phone/check';
import type { SearchPlace } from '@/lib/phone/contact';
import { createStore } from '../store';
import { whenVisitEnds } from '../visit-end';

/** What is on the screen; `check` is the questions and their answer. */
export type PhonePage =
  | 'check'
  | 'contact'
  | 'settings'
  | 'trouble'
  | 'app'
  | 'pc'
  | 'card-in-phone'
  | 'other-ways'
  | 'own-phone';

export interface PhoneVisit {
  /** `null` until the browser has been asked. */
  readonly check: PhoneCheck | null;
  /** Where one comes back to; the last is on the screen. */
  readonly pages: readonly PhonePage[];
  /** What the browser of this page says. */
  readonly report: BrowserReport | null;
  /** Where on its back the phone has noticed a card. */
  readonly place: SearchPlace | null;
  /** Which of the things to try is shown. */
  readonly trouble: number;
}

const nothing: PhoneVisit = { check: null, pages: ['check'], report: null, place: null, trouble: 0 };
const store = createStore<PhoneVisit>(nothing);

/** The visitor's phone, in memory only, and gone with the visit. */
export const usePhone = (): PhoneVisit => useSyncExternalStore(store.subscribe, store.get, () => nothing);

export const getPhone = store.get;

export const changePhone = (part: Partial<PhoneVisit>): void => store.set({ ...store.get(), ...part });

whenVisitEnds(() => store.set(nothing));

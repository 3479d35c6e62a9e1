'use client';

import { useSyncExternalStore } from 'react';
import type { BrowserReport } from '@/lib/phone/browser';
import type { PhoneCheck } from '@/lib/phone/check';
import type { SearchPlace } from '@/lib/phone/contact';
import type { PhoneWay } from '@/lib/phone/pages';
import { createStore } from '../store';
import { whenVisitEnds } from '../visit-end';

export interface PhoneVisit extends PhoneWay {
  /** `null` until the browser has been asked. */
  readonly check: PhoneCheck | null;
  /** The check of the phone that the page is open on, also while another one is checked. `null`: nothing is known of it. */
  readonly own: PhoneCheck | null;
  /** What the browser of this page says. */
  readonly report: BrowserReport | null;
  /** Where on its back the phone has noticed a card. */
  readonly place: SearchPlace | null;
}

const nothing: PhoneVisit = { check: null, own: null, pages: ['check'], report: null, place: null, trouble: 0 };
const store = createStore<PhoneVisit>(nothing);

/** The visitor's phone, in memory only, and gone with the visit. */
export const usePhone = (): PhoneVisit => useSyncExternalStore(store.subscribe, store.get, () => nothing);

export const getPhone = store.get;

export const changePhone = (part: Partial<PhoneVisit>): void => store.set({ ...store.get(), ...part });

/** The check goes on; that of this phone is kept. */
export const changeCheck = (check: PhoneCheck): void =>
  changePhone(check.isThisPhone ? { check, own: check } : { check });

whenVisitEnds(() => store.set(nothing));

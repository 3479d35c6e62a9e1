'use client';

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { mustStay } from '@/lib/practice/hold';
import { startContact } from '../phone/nfc';
import { useSurface } from '../place';
import { currentHold, tellHold } from './rehearse';

const never = (): (() => void) => () => undefined;
const hasNfc = (): boolean => 'NDEFReader' in window;

/** A browser at home that may notice cards. */
export const useCanNfc = (): boolean => {
  const isHome = useSurface() === 'home';
  return useSyncExternalStore(never, hasNfc, () => false) && isHome;
};

/** A card that may still lie there when the page is left would open another app. */
const lingerMs = 15_000;

export interface NfcHolds {
  /** From a tap only: the browser asks for permission. */
  start(): void;
  /** The phone looks for a card. */
  readonly isSearching: boolean;
  /** It was noticed again while it should have stayed: a hint, no more. */
  readonly hasMoved: boolean;
}

/** A card on this phone: that it was put there is told, that it has gone is not (web-card-access.md section 1.6). */
export const useNfcHolds = (): NfcHolds => {
  const [isSearching, setSearching] = useState(false);
  const [hasMoved, setMoved] = useState(false);
  const stop = useRef<() => void>(() => undefined);
  useEffect(
    () => () => {
      const mayLieThere = mustStay(currentHold()) || currentHold().name === 'done';
      setTimeout(stop.current, mayLieThere ? lingerMs : 0);
    },
    [],
  );
  const start = useCallback(() => {
    stop.current();
    stop.current = startContact(({ type }) => {
      if (type === 'started') {
        setSearching(true);
        tellHold({ type: 'again' });
      }
      if (type === 'readingerror' || type === 'reading') {
        setMoved(mustStay(currentHold()));
        tellHold({ type: 'put' });
      }
      if (type === 'failed') {
        setSearching(false);
        tellHold({ type: 'lost' });
      }
    });
  }, []);
  return { start, isSearching, hasMoved };
};

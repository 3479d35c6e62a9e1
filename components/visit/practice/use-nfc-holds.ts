'use client';

import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { startContact } from '../phone/nfc';
import { useSurface } from '../place';
import { tellHold } from './rehearse';

const never = (): (() => void) => () => undefined;
const hasNfc = (): boolean => 'NDEFReader' in window;

/** A browser at home that may notice cards. */
export const useCanNfc = (): boolean => {
  const isHome = useSurface() === 'home';
  return useSyncExternalStore(never, hasNfc, () => false) && isHome;
};

/**
 * A card on this phone: that it was put there is told, that it has gone is not (web-card-access.md section 1.6).
 *
 * @returns what begins it, from a tap only: the browser asks for permission
 */
export const useNfcHolds = (): (() => void) => {
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  return useCallback(() => {
    stop.current();
    stop.current = startContact(({ type }) => {
      if (type === 'readingerror' || type === 'reading') tellHold({ type: 'put' });
      if (type === 'failed') tellHold({ type: 'lost' });
    });
  }, []);
};

'use client';

import { useCallback, useEffect, useRef } from 'react';
import { startContact } from '../phone/nfc';
import { tellHold } from './rehearse';

export const hasNfc = (): boolean => 'NDEFReader' in window;

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

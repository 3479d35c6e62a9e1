'use client';

import { useSyncExternalStore } from 'react';
import { deskNow } from './desk-link';

const tickMs = 1_000;

const subscribe = (onTick: () => void): (() => void) => {
  const clock = setInterval(onTick, tickMs);
  return () => clearInterval(clock);
};

/** The same for a whole second, so that a render asks for no other. */
const thisSecond = (): number => Math.floor(deskNow() / tickMs) * tickMs;

/** By the server's clock, in milliseconds since 1970, anew each second; `null` before there is a browser. */
export const useNow = (): number | null => useSyncExternalStore<number | null>(subscribe, thisSecond, () => null);

'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { Setting } from '@/lib/advice/visit';
import { momentOf } from '@/lib/facts/moment';
import { usualOffice } from '@/lib/procedures/office';

const lookMs = 20_000;

const watchClock = (listener: () => void): (() => void) => {
  const clock = setInterval(listener, lookMs);
  document.addEventListener('visibilitychange', listener);
  return () => {
    clearInterval(clock);
    document.removeEventListener('visibilitychange', listener);
  };
};

const minuteNow = (): number => Math.floor(Date.now() / 60_000);

/** When and for which office advice is given. Until the page has come to life nobody asks: the first question is the same at any time. */
export const useSetting = (): Setting => {
  const minute = useSyncExternalStore(watchClock, minuteNow, () => 0);
  return useMemo(() => ({ now: momentOf(new Date(minute * 60_000)), office: usualOffice }), [minute]);
};

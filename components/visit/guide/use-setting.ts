'use client';

import { useMemo, useSyncExternalStore } from 'react';
import type { Setting } from '@/lib/advice/visit';
import { momentOf } from '@/lib/facts/moment';
import type { PublicOffice } from '@/lib/office/public-office';
import { useOffice } from '../office';

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

/** What staff have typed in for today, as the rules know it. */
const todayAt = ({ waitMinutes, outage }: PublicOffice): NonNullable<Setting['today']> => ({
  ...(waitMinutes === null ? {} : { waitMinutes: { value: waitMinutes, evidence: 'said' } }),
  // Terminals in stores are no part of the fact: the rules know the national system and マイナポータル.
  ...(outage?.systems.some((system) => system !== 'stores') ? { outage: { value: 'yes', evidence: 'said' } } : {}),
});

/** When and for which office advice is given. Until the page has come to life nobody asks: the first question is the same at any time. */
export const useSetting = (): Setting => {
  const minute = useSyncExternalStore(watchClock, minuteNow, () => 0);
  const office = useOffice();
  return useMemo(
    () => ({ now: momentOf(new Date(minute * 60_000)), office: office.office, today: todayAt(office) }),
    [minute, office],
  );
};

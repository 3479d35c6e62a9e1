'use client';

import { useEffect } from 'react';
import { type Insistence, insistence, type StageName, type Visit } from '@/lib/reader/stage';
import { isSoundOn } from './display';
import { playDone, playFound, playReminder, playWorking } from './sounds';
import type { VisitStore } from './visit-store';

const workingEveryMs = 1_200;
/** The more insistent the screen, the sooner it calls again. */
const remindEveryMs = { 1: 10_000, 2: 8_000, 3: 5_000 } as const;

const ifOn = (play: () => void) => (): void => {
  if (isSoundOn()) play();
};

/** The frame after the next one: what has just been rendered is on the screen by then. */
export const afterNextPaint = (act: () => void): (() => void) => {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(act);
  });
  return () => cancelAnimationFrame(frame);
};

const soundOf = (before: StageName, now: StageName): (() => void) | null => {
  if (before === now) return null;
  if (now === 'reading') return playFound;
  if (now === 'report' || (now === 'takeAway' && before === 'reading')) return playDone;
  return now === 'lifted' || now === 'failed' ? () => playReminder(1) : null;
};

/** The stage whose beginning was heard last. It outlives the screen, which a change of language builds anew. */
const heardLast = new WeakMap<VisitStore, StageName>();

/** Sounds follow the screen and never come before it: nothing final is heard while the card must stay. */
export const useSounds = (store: VisitStore, visit: Visit): void => {
  const now = visit.stage.name;
  const level = insistence(visit);

  useEffect(() => {
    return afterNextPaint(() => {
      const play = soundOf(heardLast.get(store) ?? 'connecting', now);
      heardLast.set(store, now);
      if (play !== null && isSoundOn()) play();
    });
  }, [store, now]);

  useEffect(() => {
    if (now !== 'reading') return;
    const pulse = setInterval(ifOn(playWorking), workingEveryMs);
    return () => clearInterval(pulse);
  }, [now]);

  useReminder(level);
};

/** A card that is left behind is called out, the more often the longer it lies. */
export const useReminder = (level: Insistence): void => {
  useEffect(() => {
    if (level === 0) return;
    const remind = ifOn(() => playReminder(level));
    remind();
    const call = setInterval(remind, remindEveryMs[level]);
    return () => clearInterval(call);
  }, [level]);
};

'use client';

import { useEffect } from 'react';
import { type Hold, type HoldName, mustStay, soundOf } from '@/lib/practice/hold';
import { isSoundOn } from '../display';
import { playDone, playFound, playReminder, playWorking } from '../sounds';
import { afterNextPaint } from '../use-sounds';

const workingEveryMs = 1_200;

const effects = {
  found: { play: playFound, vibration: [60] },
  done: { play: playDone, vibration: [80, 80, 240] },
  lifted: { play: () => playReminder(1), vibration: [300] },
} as const;

/** Outlives the screen, which a change of language builds anew. */
let heardLast: HoldName = 'ready';

/** Each change is heard, and felt, once it is on the screen, and none before. */
export const useHoldSounds = (hold: Hold): void => {
  const now = hold.name;
  const isWorking = mustStay(hold);

  useEffect(
    () =>
      afterNextPaint(() => {
        const sound = soundOf(heardLast, now);
        heardLast = now;
        if (sound === null) return;
        if ('vibrate' in navigator) navigator.vibrate(effects[sound].vibration);
        if (isSoundOn()) effects[sound].play();
      }),
    [now],
  );

  useEffect(() => {
    if (!isWorking) return;
    const pulse = setInterval(() => {
      if (isSoundOn()) playWorking();
    }, workingEveryMs);
    return () => clearInterval(pulse);
  }, [isWorking]);
};

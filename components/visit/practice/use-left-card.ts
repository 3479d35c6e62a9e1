'use client';

import { useEffect, useState } from 'react';
import { type Insistence, reminderAfterMs } from '@/lib/reader/stage';
import { useReminder } from '../use-sounds';
import { keepVisit } from '../visit-store';

/** Less than the shortest time after which the screen asks whether anybody is still there. */
const keepEveryMs = 5_000;

/** A real card may go and still lies on the reader: it is called out until it is taken, and nothing else is asked meanwhile. */
export const useLeftCard = (isLeft: boolean): void => {
  const [level, setLevel] = useState<Insistence>(0);
  useReminder(level);
  useEffect(() => {
    if (!isLeft) return;
    const keeping = setInterval(keepVisit, keepEveryMs);
    const calls = reminderAfterMs.map((ms, before) =>
      setTimeout(() => setLevel(([1, 2, 3] as const)[before] ?? 3), ms),
    );
    return () => {
      clearInterval(keeping);
      calls.forEach(clearTimeout);
      setLevel(0);
    };
  }, [isLeft]);
};

'use client';

import { useEffect, useReducer } from 'react';
import type { ReaderSettings, ReaderSource } from '@/lib/reader/protocol';
import type { ScenarioName } from '@/lib/reader/simulated/scenarios';
import { advance, beginning, type Visit, type VisitInput } from '@/lib/reader/stage';

/** A card that lives in the page, for machines without a reader. */
export interface DrawnCard {
  put(): void;
  take(): void;
}

const nothing: DrawnCard = { put: () => undefined, take: () => undefined };

interface Opened {
  readonly source: ReaderSource;
  readonly card: DrawnCard;
}

const openReader = async (settings: ReaderSettings): Promise<Opened | null> => {
  switch (settings.kind) {
    case 'reader': {
      const { connectReader } = await import('@/lib/reader/client');
      return { source: connectReader(settings), card: nothing };
    }
    case 'practice': {
      const [{ createPracticeReader }, { isScenarioName }] = await Promise.all([
        import('@/lib/reader/simulated/practice-reader'),
        import('@/lib/reader/simulated/scenarios'),
      ]);
      const reader = createPracticeReader();
      const scenario: ScenarioName = isScenarioName(settings.scenario) ? settings.scenario : 'all-fine';
      return { source: reader, card: { put: () => reader.put(scenario), take: () => reader.take() } };
    }
    case 'none':
      return null;
  }
};

const tickMs = 1_000;

/**
 * The reader of this counter, listened to only while the component that uses it is there: with it goes all that the card
 * has told.
 *
 * @param drawn - is told how to put down the card that is drawn, if there is no real one
 */
export const useCounterReader = (settings: ReaderSettings, drawn: (card: DrawnCard) => void): Visit => {
  const [visit, tell] = useReducer(advance, beginning);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reader is the same as long as its description is
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    const listen = (event: VisitInput): void => {
      if (!isGone) tell(event);
    };
    const clock = setInterval(() => listen({ type: 'waited', ms: tickMs }), tickMs);
    void openReader(settings).then((opened) => {
      if (isGone) return;
      if (opened === null) return listen({ type: 'reader', ready: false, error: 'readerMissing' });
      drawn(opened.card);
      stop = opened.source.subscribe(listen);
    });
    return () => {
      isGone = true;
      clearInterval(clock);
      stop?.();
    };
  }, [JSON.stringify(settings)]);
  return visit;
};

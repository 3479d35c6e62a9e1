'use client';

import { useEffect } from 'react';
import { mustStay } from '@/lib/practice/hold';
import type { HoldEvent as ReaderHold } from '@/lib/reader/hold-protocol';
import { useReaderSettings } from '../reader-settings';
import { keepVisit } from '../visit-store';
import { currentHold, forgetHold, type Happening, tellHold } from './rehearse';

/** A card on its way on or off may lose contact for a moment. So long after one has gone, none is a new one. */
const settleMs = 700;

const tellReaderHold = (happening: Happening): void => tellHold(happening, 'reader');

/** A contact this short is a card that is still being laid down. */
const landsMs = 150;

const tellGone = (heldMs: number | null): void => {
  const hold = currentHold();
  // Without a time nobody has seen it go. That it had been held long enough is known all the same.
  const isBlameless = heldMs === null || heldMs < landsMs;
  if (mustStay(hold) && isBlameless) forgetHold();
  else tellReaderHold({ type: 'taken', heldMs });
};

/** Turns what the reader feels into holds. @returns the way to stop */
const listen = (): { readonly hear: (event: ReaderHold) => void; readonly stop: () => void } => {
  let goneAtMs = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const put = (): void => {
    waiting = undefined;
    tellReaderHold({ type: 'put' });
  };
  const hear = (event: ReaderHold): void => {
    switch (event.type) {
      case 'reader':
        if (!event.ready) tellReaderHold({ type: 'lost' });
        else if (currentHold().name === 'stopped') tellReaderHold({ type: 'again' });
        return;
      case 'on': {
        // Somebody is here, although nobody touches the screen.
        keepVisit();
        if (!event.isNew) {
          tellReaderHold({ type: 'there' });
          return;
        }
        const settledInMs = goneAtMs + settleMs - performance.now();
        if (settledInMs <= 0) put();
        else waiting = setTimeout(put, settledInMs);
        return;
      }
      case 'off': {
        keepVisit();
        goneAtMs = performance.now();
        if (waiting === undefined) tellGone(event.heldMs);
        clearTimeout(waiting);
        waiting = undefined;
      }
    }
  };
  return { hear, stop: () => clearTimeout(waiting) };
};

/** As long as it is on, cards on the reader of the kiosk are felt and not read. */
export const useReaderHolds = (isOn: boolean): void => {
  const { data } = useReaderSettings();
  const address = data?.kind === 'reader' ? `${data.url} ${data.secret}` : null;
  useEffect(() => {
    const [url, secret] = address?.split(' ') ?? [];
    if (!isOn || url === undefined || secret === undefined) return;
    const { hear, stop } = listen();
    let unsubscribe = stop;
    let isOver = false;
    import('@/lib/reader/hold-client').then(
      ({ connectHold }) => {
        if (isOver) return;
        const leave = connectHold({ url, secret }).subscribe(hear);
        unsubscribe = () => {
          leave();
          stop();
        };
      },
      () => tellReaderHold({ type: 'lost' }),
    );
    return () => {
      isOver = true;
      unsubscribe();
      // From now on nobody sees whether it stays.
      if (mustStay(currentHold()) || currentHold().name === 'done') forgetHold();
    };
  }, [isOn, address]);
};

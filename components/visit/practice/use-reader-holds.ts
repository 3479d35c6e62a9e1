'use client';

import { useEffect } from 'react';
import type { HoldEvent as ReaderHold } from '@/lib/reader/protocol';
import { useReaderSettings } from '../reader-settings';
import { currentHold, tellHold } from './rehearse';

/** A card on its way on or off may lose contact for a moment. So long after one has gone, none is a new one. */
const settleMs = 700;

/** Without a time nobody has seen it go: nothing can be said about that try, but that another can begin. */
const tellGone = (heldMs: number | null): void => {
  if (heldMs !== null || currentHold().name === 'occupied') {
    tellHold({ type: 'taken', heldMs });
    return;
  }
  tellHold({ type: 'lost' });
  tellHold({ type: 'again' });
};

/** Turns what the reader feels into holds. @returns the way to stop */
const listen = (): { readonly hear: (event: ReaderHold) => void; readonly stop: () => void } => {
  let goneAtMs = Number.NEGATIVE_INFINITY;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const put = (): void => {
    waiting = undefined;
    tellHold({ type: 'put' });
  };
  const hear = (event: ReaderHold): void => {
    switch (event.type) {
      case 'reader':
        if (!event.ready) tellHold({ type: 'lost' });
        else if (currentHold().name === 'stopped') tellHold({ type: 'again' });
        return;
      case 'on': {
        if (!event.isNew) {
          tellHold({ type: 'there' });
          return;
        }
        const settledInMs = goneAtMs + settleMs - performance.now();
        if (settledInMs <= 0) put();
        else waiting = setTimeout(put, settledInMs);
        return;
      }
      case 'off': {
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
      () => tellHold({ type: 'lost' }),
    );
    return () => {
      isOver = true;
      unsubscribe();
    };
  }, [isOn, address]);
};

import type { EventLog } from '../event-log.ts';
import type { ContactEvent, HoldEvent } from '../hold-protocol.ts';

/** Milliseconds for which measuring goes on without a listener: a page that changes its language comes back at once. */
const usualLingerMs = 1_000;

/** Measuring goes on for as long as somebody listens here, and a moment longer. */
export interface HoldFeed {
  /** Calls `listener` with what is true now, then with what follows. Returns the way to stop. */
  readonly subscribe: (listener: (event: HoldEvent) => void) => () => void;
}

/**
 * @param log - knows the reader
 * @param measure - starts to measure and returns the way to stop
 */
export const createHoldFeed = (
  log: EventLog,
  measure: (listener: (event: ContactEvent) => void) => () => void,
  lingerMs = usualLingerMs,
): HoldFeed => {
  const listeners = new Set<(event: ContactEvent) => void>();
  let stopMeasuring: (() => void) | null = null;
  let hasContact = false;
  let lingering: NodeJS.Timeout | undefined;

  const stop = (): void => {
    stopMeasuring?.();
    stopMeasuring = null;
    hasContact = false;
  };

  const tell = (event: ContactEvent): void => {
    hasContact = event.type === 'on';
    for (const listener of [...listeners]) listener(event);
  };

  return {
    subscribe: (listener) => {
      clearTimeout(lingering);
      const stopReader = log.subscribe(null, ({ event }) => {
        if (event.type === 'reader') listener(event);
      });
      // Who has not seen a contact begin is not told how long it was.
      let cameLate = hasContact;
      if (cameLate) listener({ type: 'on', isNew: false });
      const hear = (event: ContactEvent): void => {
        listener(cameLate && event.type === 'off' ? { type: 'off', heldMs: null } : event);
        cameLate = false;
      };
      listeners.add(hear);
      stopMeasuring ??= measure(tell);
      return () => {
        stopReader();
        listeners.delete(hear);
        if (listeners.size === 0) lingering = setTimeout(stop, lingerMs);
      };
    },
  };
};

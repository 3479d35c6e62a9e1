import type { CardReport } from '../card/report.ts';
import type { ReaderEvent } from './protocol.ts';

export interface NumberedEvent {
  /** `<start of the process>-<number>`: an id of an earlier process never matches. */
  readonly id: string;
  readonly event: ReaderEvent;
}

export interface EventLog {
  readonly add: (event: ReaderEvent) => void;
  /**
   * Calls `listener` with everything after `lastId`, or, when that is not known any more, with all that is true now; then
   * with what follows. Returns the way to stop.
   */
  readonly subscribe: (lastId: string | null, listener: (numbered: NumberedEvent) => void) => () => void;
  /** The report of the card that lies on the reader now. */
  readonly report: () => CardReport | null;
  readonly readerState: () => Extract<ReaderEvent, { type: 'reader' }>;
}

/**
 * What a reader remembers: the state of the reader and the events of the card that is there. Nothing of a card
 * is kept once it is gone but that it was taken away.
 *
 * @param epoch - different at each start
 */
export const createEventLog = (epoch: string): EventLog => {
  let count = 0;
  let reader: NumberedEvent | null = null;
  let visit: NumberedEvent[] = [];
  const listeners = new Set<(numbered: NumberedEvent) => void>();

  const orderOf = (id: string): number =>
    id.startsWith(`${epoch}-`) ? Number(id.slice(epoch.length + 1)) : Number.NaN;

  const add = (event: ReaderEvent): void => {
    count += 1;
    const numbered = { id: `${epoch}-${count}`, event };
    if (event.type === 'reader') {
      reader = numbered;
      // A reader that is not there has no card.
      if (!event.ready) visit = [];
    } else if (event.type === 'removed') {
      visit = [numbered];
    } else if (event.type === 'card') {
      visit = [numbered];
    } else {
      // Each progress holds what the one before it held.
      visit = [...visit.filter((before) => before.event.type !== 'progress'), numbered];
    }
    for (const listener of [...listeners]) listener(numbered);
  };

  /** Nothing about the reader as long as nothing is known about it. */
  const readerNow = (): NumberedEvent[] => (reader === null ? [] : [reader]);

  const now = (): NumberedEvent[] => {
    const gone = visit[0]?.event.type === 'removed';
    return gone ? readerNow() : [...readerNow(), ...visit];
  };

  return {
    add,
    subscribe: (lastId, listener) => {
      const last = lastId === null ? Number.NaN : orderOf(lastId);
      const missed = [...readerNow(), ...visit]
        .filter(({ id }) => orderOf(id) > last)
        .sort((a, b) => orderOf(a.id) - orderOf(b.id));
      for (const numbered of Number.isNaN(last) ? now() : missed) listener(numbered);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    report: () => {
      for (const { event } of visit) if (event.type === 'report') return event.report;
      return null;
    },
    readerState: () => (reader?.event.type === 'reader' ? reader.event : { type: 'reader', ready: false, error: null }),
  };
};

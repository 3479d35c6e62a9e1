import type { Slot } from './pcsc.ts';

export interface CardSlots {
  readonly count: () => number;
  readonly get: (reader: string) => Slot | undefined;
  /** `performance.now()` when the last card was put on that reader; `-Infinity` when it lay there before the reader was known. */
  readonly arrivedAt: (reader: string) => number;
  /** To be called for every change of every reader. */
  readonly update: (slot: Slot) => void;
  /** Ends every wait for a change, so that what was waited for is looked at again. */
  readonly wake: () => void;
  /** Resolves with the next change, or after `withinMs`. */
  readonly changed: (withinMs?: number) => Promise<void>;
  /** The next card that has its turn. */
  readonly next: () => Promise<Slot>;
  /** Whether it is this card's turn: it lies there, and none has been put on another reader since. */
  readonly isServed: (slot: Slot) => boolean;
  readonly untilOver: (slot: Slot) => Promise<void>;
  /** Whether the service has noticed that the card is gone, and not just its reader or its turn. */
  readonly isTaken: (slot: Slot) => boolean;
  /** Whether the service notices within `ms` that the card is gone. */
  readonly goneWithin: (slot: Slot, ms: number) => Promise<boolean>;
  /** The card was given up, hangs, or lost its turn: it has none until something about it changes. */
  readonly setAside: (slot: Slot) => void;
}

export const hasCard = (slot: Slot | undefined): slot is Slot => slot?.state === 'present' || slot?.state === 'mute';

/** Which cards lie on which readers, and whose turn it is: with several readers that of the card that came last. */
export const createCardSlots = (): CardSlots => {
  const slots = new Map<string, Slot>();
  /** By reader, the event count of the card that has no turn. */
  const aside = new Map<string, number>();
  const arrivals = new Map<string, number>();
  const waiters = new Set<() => void>();

  const wake = (): void => {
    for (const waiter of [...waiters]) waiter();
  };

  const changed = (withinMs?: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        waiters.delete(done);
        resolve();
      };
      const timer = withinMs === undefined ? undefined : setTimeout(done, withinMs);
      waiters.add(done);
    });

  /** The same card as then, as far as the service has noticed: every insertion and removal counts one up. */
  const isStill = ({ reader, events }: Slot): boolean => {
    const slot = slots.get(reader);
    return hasCard(slot) && slot.events === events;
  };

  const hasTurn = (slot: Slot): boolean => hasCard(slot) && aside.get(slot.reader) !== slot.events;

  const isServed = (slot: Slot): boolean =>
    isStill(slot) && ![...slots.values()].some((other) => other.reader !== slot.reader && hasTurn(other));

  return {
    count: () => slots.size,
    get: (reader) => slots.get(reader),
    arrivedAt: (reader) => arrivals.get(reader) ?? Number.NEGATIVE_INFINITY,
    update: (slot) => {
      const before = slots.get(slot.reader);
      if (slot.state === 'gone') {
        slots.delete(slot.reader);
        aside.delete(slot.reader);
        arrivals.delete(slot.reader);
      } else {
        slots.set(slot.reader, slot);
        const isNew = hasCard(slot) && before !== undefined && before.events !== slot.events;
        if (isNew) arrivals.set(slot.reader, performance.now());
      }
      wake();
    },
    wake,
    changed,
    next: async () => {
      for (;;) {
        const slot = [...slots.values()].find(hasTurn);
        if (slot !== undefined) return slot;
        await changed();
      }
    },
    isServed,
    untilOver: async (slot) => {
      while (isServed(slot)) await changed();
    },
    isTaken: (slot) => slots.has(slot.reader) && !isStill(slot),
    goneWithin: async (slot, ms) => {
      const until = performance.now() + ms;
      while (isStill(slot) && performance.now() < until) await changed(until - performance.now());
      return !isStill(slot);
    },
    setAside: ({ reader, events }) => {
      aside.set(reader, events);
    },
  };
};

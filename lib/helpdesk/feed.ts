/**
 * What has changed, told to everybody who listens to this instance, in order and without a gap. The bell wakes it; the
 * table says what happened. One query for all streams, however many there are.
 */
import { activeStates } from './call.ts';
import { callsById, callsIn } from './store/calls.ts';
import { type EventKind, eventsAfter, newestEvent, oldestEvent } from './store/events.ts';
import type { Store } from './store/open.ts';
import { onDuty } from './store/presence.ts';
import type { Queue, StaffCall } from './wire.ts';

/** `call`: `null` when it has been deleted since. */
export interface Change {
  readonly seq: number;
  readonly kind: EventKind;
  readonly subject: string;
  readonly call: StaffCall | null;
}

export interface Feed {
  /** Everything up to this number has been told. */
  seq(): number;
  /** Calls that have not ended, and those that ended lately; oldest first. */
  calls(): readonly StaffCall[];
  onDuty(): Queue['onDuty'];
  /** The database has been read a moment ago: what is told is how things stand. */
  isCurrent(): boolean;
  /** Calls `listener` with every change from now on. Returns the way to stop. */
  subscribe(listener: (change: Change) => void): () => void;
  /** The changes after `after`, up to now, but who is on duty; `null` when some of them are no longer there. */
  since(after: number): Promise<readonly Change[] | null>;
  /** Resolves when everything that was committed before has been told, but who is on duty. */
  catchUp(): Promise<void>;
  /** Resolves when nothing reads the database any more. */
  close(): Promise<void>;
}

const batch = 500;
/** Should a bell not be heard, this is how long a change takes, in milliseconds. */
const pollMs = 1_000;
/**
 * Who is on duty is told at most this often, in milliseconds. When all consoles of a city come back at once, each would
 * otherwise be told about each.
 */
const dutyMs = 500;
/** Not having been able to read for so long, in milliseconds, a desk says that it cannot be reached. */
const currentMs = 5_000;
/** A call that has ended is shown to its visitor for so long. */
export const endedShownMs = 60_000;

const isActive = ({ state }: StaffCall): boolean => activeStates.some((active) => active === state);

/** @param onTrouble - told when the database cannot be read; the feed tries again by itself */
export const openFeed = async (store: Store, onTrouble: (message: string) => void): Promise<Feed> => {
  const listeners = new Set<(change: Change) => void>();
  // The number first: what changes while the calls are read is told once more, which does no harm.
  let seq = await newestEvent(store);
  const calls = new Map((await callsIn(store, activeStates)).map((call) => [call.id, call]));
  let duty = await onDuty(store, Date.now());
  let readAt = performance.now();
  let wasCurrent = true;
  let dutyTimer: NodeJS.Timeout | undefined;
  let tellingDuty: Promise<void> | undefined;
  let reading: Promise<void> | undefined;
  let isStale = false;
  let closed = false;

  const withCalls = async (
    events: readonly { readonly seq: number; readonly kind: EventKind; readonly subject: string }[],
  ): Promise<readonly Change[]> => {
    const ids = [...new Set(events.filter(({ kind }) => kind === 'call').map(({ subject }) => subject))];
    const loaded = new Map((await callsById(store, ids)).map((call) => [call.id, call]));
    return events.map((event) => ({ ...event, call: loaded.get(event.subject) ?? null }));
  };

  const keep = ({ kind, subject, call }: Change): void => {
    if (kind !== 'call') return;
    if (call === null) calls.delete(subject);
    else calls.set(subject, call);
  };

  const forgetEnded = (now: number): void => {
    for (const [id, call] of calls) {
      if (!isActive(call) && now - (call.endedAt ?? 0) > endedShownMs) calls.delete(id);
    }
  };

  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };

  const tellDuty = async (): Promise<void> => {
    try {
      duty = await onDuty(store, Date.now());
      dutyTimer = undefined;
      tell({ seq, kind: 'duty', subject: '', call: null });
    } catch (failure) {
      onTrouble(`feed: ${failure instanceof Error ? failure.message : String(failure)}`);
      if (!closed) dutyTimer = setTimeout(startTelling, dutyMs).unref();
    }
  };

  const startTelling = (): void => {
    // Begun by what was being read when everything ended.
    if (closed) return;
    tellingDuty = tellDuty();
  };

  const read = async (): Promise<void> => {
    for (;;) {
      const changes = await withCalls(await eventsAfter(store, seq, batch));
      for (const change of changes) {
        seq = change.seq;
        if (change.kind === 'duty') dutyTimer ??= setTimeout(startTelling, dutyMs).unref();
        else {
          keep(change);
          tell(change);
        }
      }
      if (changes.length < batch || closed) return;
    }
  };

  /** One reader at a time; a ring while it reads makes it read once more. */
  const pump = (): Promise<void> => {
    isStale = true;
    reading ??= (async () => {
      try {
        while (isStale && !closed) {
          isStale = false;
          await read();
          readAt = performance.now();
        }
        forgetEnded(Date.now());
      } catch (failure) {
        onTrouble(`feed: ${failure instanceof Error ? failure.message : String(failure)}`);
      } finally {
        reading = undefined;
      }
    })();
    return reading;
  };

  const stop = store.bell.listen(() => void pump());
  /** Also what nobody does is news: a console that is no longer renewed, a database that does not answer. */
  const look = async (): Promise<void> => {
    const isCurrent = performance.now() - readAt < currentMs;
    if (isCurrent !== wasCurrent) {
      wasCurrent = isCurrent;
      tell({ seq, kind: 'duty', subject: '', call: null });
    }
    await pump();
    try {
      const now = await onDuty(store, Date.now());
      if (JSON.stringify(now) !== JSON.stringify(duty) && !closed)
        dutyTimer ??= setTimeout(startTelling, dutyMs).unref();
    } catch {
      // Said by the pump; the next look comes in a second.
    }
  };
  let looking: Promise<void> | undefined;
  const poll = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
  }, pollMs);
  poll.unref();

  return {
    seq: () => seq,
    calls: () => [...calls.values()],
    onDuty: () => duty,
    isCurrent: () => performance.now() - readAt < currentMs,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    since: async (after) => {
      const upTo = seq;
      if (after >= upTo) return after > upTo ? null : [];
      const oldest = await oldestEvent(store);
      if (oldest === null || oldest > after + 1) return null;
      const events = [];
      for (let from = after; from < upTo; ) {
        const more = await eventsAfter(store, from, batch);
        events.push(...more.filter(({ seq: number, kind }) => number <= upTo && kind !== 'duty'));
        from = more.at(-1)?.seq ?? upTo;
      }
      return withCalls(events);
    },
    catchUp: async () => {
      await reading;
      await pump();
    },
    close: async () => {
      closed = true;
      stop();
      clearInterval(poll);
      clearTimeout(dutyTimer);
      await Promise.all([reading, tellingDuty, looking]);
    },
  };
};

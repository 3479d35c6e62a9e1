/** For tests: what a reader says, and a way to wait for it that ends. */
import type { ReaderEvent } from '../../protocol.ts';
import { type ReaderWatch, watchReader } from '../reader-watch.ts';

type EventOf<T extends ReaderEvent['type']> = Extract<ReaderEvent, { type: T }>;

export interface Recorder extends ReaderWatch {
  /** Everything so far but progress, e.g. `['reader', 'card', 'failed cardRemoved']`. */
  readonly said: () => string[];
  /** Forgets what was said so far. */
  readonly clear: () => void;
  /**
   * The next event of this type, or one that has come since the last `clear` and was not waited for.
   *
   * @throws {Error} with what was said instead, after `withinMs`
   */
  readonly next: <T extends ReaderEvent['type']>(type: T, withinMs?: number) => Promise<EventOf<T>>;
  readonly log: string[];
}

export const nameOf = (event: ReaderEvent): string => {
  switch (event.type) {
    case 'reader':
      return event.error === null ? 'ready' : `reader ${event.error}`;
    case 'failed':
      return `failed ${event.error}`;
    case 'removed':
      return event.early ? 'removed early' : 'removed';
    case 'card':
    case 'progress':
    case 'report':
      return event.type;
  }
};

const isOf =
  <T extends ReaderEvent['type']>(type: T) =>
  (event: ReaderEvent): event is EventOf<T> =>
    event.type === type;

/** Watches the reader of this machine. Long enough by default for everything but a card that never answers. */
export const recordReader = (options: { readerName?: string; watchAfterReport?: boolean } = {}): Recorder => {
  let events: ReaderEvent[] = [];
  let unread = 0;
  const log: string[] = [];
  const listeners = new Set<() => void>();
  const watch = watchReader({
    readerName: options.readerName ?? null,
    watchAfterReport: options.watchAfterReport ?? true,
    onEvent: (event) => {
      events.push(event);
      for (const listener of [...listeners]) listener();
    },
    onLog: (entry) => log.push(JSON.stringify(entry)),
  });
  const said = (): string[] => events.filter(({ type }) => type !== 'progress').map(nameOf);

  return {
    stop: watch.stop,
    measure: watch.measure,
    log,
    said,
    clear: () => {
      events = [];
      unread = 0;
    },
    next: (type, withinMs = 4_000) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const at = events.findIndex((event, index) => index >= unread && event.type === type);
          const found = events.slice(at, at + 1).find(isOf(type));
          if (at < 0 || found === undefined) return;
          unread = at + 1;
          clearTimeout(timer);
          listeners.delete(look);
          resolve(found);
        };
        const timer = setTimeout(() => {
          listeners.delete(look);
          reject(new Error(`no "${type}" within ${withinMs} ms; said: ${said().join(', ')}; log: ${log.join(' ')}`));
        }, withinMs);
        listeners.add(look);
        look();
      }),
  };
};

/** The browser's end of the reader process, and of the desk: one stream of events that heals itself. */
import { EventSourceParserStream } from 'eventsource-parser/stream';

/** Milliseconds until the next try. The first comes at once, so that a short drop is not noticed. */
const retryMs = [0, 300, 1_000] as const;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
};

/** The part of an event id that changes when the reader process starts anew. */
const epochOf = (id: string): string => id.slice(0, id.lastIndexOf('-'));

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });

/** Ends a stream that has gone silent: the other side sends something at least every 5 s. */
const silenceMs = 15_000;
/** A stream that lived this long was a good one; what ended it deserves a try at once. */
const goodStreamMs = 5_000;

/** Passes text on and calls `onSilence` when none has come for a while. */
const noticingSilence = (onSilence: () => void): TransformStream<string, string> => {
  let timer = setTimeout(onSilence, silenceMs);
  return new TransformStream({
    transform: (text, controller) => {
      clearTimeout(timer);
      timer = setTimeout(onSilence, silenceMs);
      controller.enqueue(text);
    },
    flush: () => clearTimeout(timer),
  });
};

export interface ReaderAddress {
  /** e.g. `http://127.0.0.1:41234` */
  readonly url: string;
  /** Made anew at each start of the reader process. */
  readonly secret: string;
}

/** Where a stream comes from. Without a secret: from the server of this page, which knows its own pages. */
export interface StreamAddress {
  readonly url: string;
  readonly secret: string | null;
}

export interface Stream<Event> {
  /** e.g. `/v1/events` */
  readonly path: string;
  /** From the parsed data of one event; `null` where that is not JSON. */
  readonly toEvent: (data: unknown) => Event;
  /** What is said while the process cannot be reached, and when another one has taken its place. */
  readonly processDown: Event;
  /** Called each time the stream has begun, before its first event. */
  readonly onBegin?: () => void;
}

/**
 * Follows one stream: first what is true now, then what follows. A dropped one is taken up where it ended, if its events
 * have ids. Returns the way to stop.
 */
export const followStream = <Event>(
  { url, secret }: StreamAddress,
  { path, toEvent, processDown, onBegin }: Stream<Event>,
  listener: (event: Event) => void,
): (() => void) => {
  const ended = new AbortController();
  const { signal } = ended;
  let lastId: string | null = null;
  let tries = 0;
  let unheard = 0;

  const tell = (event: Event): void => {
    if (!signal.aborted) listener(event);
  };

  /** Resolves or rejects when the stream ends, whichever way. */
  const listen = async (): Promise<void> => {
    const silent = new AbortController();
    const headers: Record<string, string> = {};
    if (secret !== null) headers.Authorization = `Bearer ${secret}`;
    if (lastId !== null) headers['Last-Event-ID'] = lastId;
    const response = await fetch(`${url}${path}`, {
      headers,
      signal: AbortSignal.any([signal, silent.signal]),
      cache: 'no-store',
      credentials: 'omit',
    });
    if (!response.ok || response.body === null) throw new Error(`reader process answered ${response.status}`);
    if (!signal.aborted) onBegin?.();
    const events = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(noticingSilence(() => silent.abort()))
      .pipeThrough(new EventSourceParserStream());
    const reader = events.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      unheard = 0;
      // Another process than before does not know what this page still shows.
      const isAnother = lastId !== null && value.id !== undefined && epochOf(value.id) !== epochOf(lastId);
      if (isAnother) tell(processDown);
      if (value.id !== undefined) lastId = value.id;
      tell(toEvent(parseJson(value.data)));
    }
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const beganAt = performance.now();
      try {
        await listen();
      } catch {
        // Not reachable, refused, broken off, silent: for the visitor all of it is the same, and the answer is to try again.
      }
      if (signal.aborted) return;
      if (performance.now() - beganAt > goodStreamMs) tries = 0;
      await pause(retryMs[Math.min(tries, retryMs.length - 1)] ?? 0, signal);
      tries += 1;
      unheard += 1;
      if (unheard === 2) {
        tell(processDown);
        lastId = null;
      }
    }
  };

  void run();
  return () => ended.abort();
};

/** The browser's end of the reader process: one stream of events that heals itself. */
import { EventSourceParserStream } from 'eventsource-parser/stream';
import * as v from 'valibot';
import { type ReaderEvent, type ReaderSource, readerEventSchema } from './protocol.ts';

/** Milliseconds until the next try. The first comes at once, so that a short drop is not noticed. */
const retryMs = [0, 300, 1_000] as const;

const processDown: ReaderEvent = { type: 'reader', ready: false, error: 'readerProcessDown' };
/** An event this page does not understand must not leave a visitor waiting. */
const notUnderstood: ReaderEvent = { type: 'failed', error: 'unknown', known: { pins: {} } };

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (failure) {
    if (failure instanceof SyntaxError) return null;
    throw failure;
  }
};

const toEvent = (data: string): ReaderEvent => {
  const parsed = v.safeParse(readerEventSchema, parseJson(data));
  return parsed.success ? parsed.output : notUnderstood;
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

/** Ends a stream that has gone silent: the reader process sends something at least every 5 s. */
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

/**
 * Events of the reader process. Each subscription has a stream of its own, first with what is true now. A dropped stream
 * is taken up where it ended; while the process cannot be reached the reader is `readerProcessDown`.
 */
export const connectReader = ({ url, secret }: ReaderAddress): ReaderSource => ({
  subscribe: (listener) => {
    const ended = new AbortController();
    const { signal } = ended;
    let lastId: string | null = null;
    let tries = 0;
    let unheard = 0;

    const tell = (event: ReaderEvent): void => {
      if (!signal.aborted) listener(event);
    };

    /** Resolves or rejects when the stream ends, whichever way. */
    const listen = async (): Promise<void> => {
      const silent = new AbortController();
      const headers: Record<string, string> = { Authorization: `Bearer ${secret}` };
      if (lastId !== null) headers['Last-Event-ID'] = lastId;
      const response = await fetch(`${url}/v1/events`, {
        headers,
        signal: AbortSignal.any([signal, silent.signal]),
        cache: 'no-store',
        credentials: 'omit',
      });
      if (!response.ok || response.body === null) throw new Error(`reader process answered ${response.status}`);
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
        tell(toEvent(value.data));
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
  },
});

import * as v from 'valibot';
import { followStream, type ReaderAddress } from './event-stream.ts';
import { type ReaderEvent, type ReaderSource, readerEventSchema } from './protocol.ts';

/** An event this page does not understand must not leave a visitor waiting. */
const notUnderstood: ReaderEvent = { type: 'failed', error: 'unknown', known: { pins: {} } };

const toEvent = (data: unknown): ReaderEvent => {
  const parsed = v.safeParse(readerEventSchema, data);
  return parsed.success ? parsed.output : notUnderstood;
};

/**
 * Events of the reader process. Each subscription has a stream of its own, first with what is true now. A dropped stream
 * is taken up where it ended; while the process cannot be reached the reader is `readerProcessDown`.
 */
export const connectReader = (address: ReaderAddress): ReaderSource => ({
  subscribe: (listener) =>
    followStream<ReaderEvent>(
      address,
      { path: '/v1/events', toEvent, processDown: { type: 'reader', ready: false, error: 'readerProcessDown' } },
      listener,
    ),
});

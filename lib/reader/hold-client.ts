import * as v from 'valibot';
import { followStream, type ReaderAddress } from './event-stream.ts';
import { type HoldEvent, type HoldSource, holdEventSchema } from './hold-protocol.ts';

/** An event this page does not understand must not leave a visitor holding the card. */
const notUnderstood: HoldEvent = { type: 'reader', ready: false, error: 'unknown' };

const toEvent = (data: unknown): HoldEvent => {
  const parsed = v.safeParse(holdEventSchema, data);
  return parsed.success ? parsed.output : notUnderstood;
};

/**
 * How long a card is held, from the reader process. Each subscription has a stream of its own, first with what is true now.
 * When a stream was dropped nobody saw how a contact went on: it ends with the next stream, without a time. While the
 * process cannot be reached the reader is `readerProcessDown`.
 */
export const connectHold = (address: ReaderAddress): HoldSource => ({
  subscribe: (listener) => {
    let hasContact = false;
    const tell = (event: HoldEvent): void => {
      if (event.type !== 'reader') hasContact = event.type === 'on';
      listener(event);
    };
    return followStream<HoldEvent>(
      address,
      {
        path: '/v1/hold',
        toEvent,
        processDown: { type: 'reader', ready: false, error: 'readerProcessDown' },
        onBegin: () => {
          if (hasContact) tell({ type: 'off', heldMs: null });
        },
      },
      tell,
    );
  },
});

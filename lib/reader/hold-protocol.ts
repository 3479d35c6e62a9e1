/** What the reader process says of how long a card is held; only pages that practise load it. */
import * as v from 'valibot';
import { count, readerStateSchema } from './protocol.ts';

/** How long a card is held. While somebody listens to these, cards are not read. */
export const holdEventSchema = v.variant('type', [
  /** As in {@link ReaderEvent}. A reader that is not ready has no card. */
  readerStateSchema,
  /**
   * Contact has begun. Not `isNew`: the card lay there already when this stream, or its measuring, began. Also said of a
   * card that was new and has hung the process that measured it.
   */
  v.strictObject({ type: v.literal('on'), isNew: v.boolean() }),
  /**
   * Contact was lost, `heldMs` milliseconds after `on`. `null` when that was not new, and when the contact was not seen to
   * its end: the service or the reader went away, the card never answered, or another reader was given the turn.
   */
  v.strictObject({ type: v.literal('off'), heldMs: v.nullable(count) }),
]);
export type HoldEvent = v.InferOutput<typeof holdEventSchema>;
export type ContactEvent = Exclude<HoldEvent, { type: 'reader' }>;

/** Where it is measured how long a card is held. Measuring lasts for as long as somebody is subscribed. */
export interface HoldSource {
  /** Calls `listener` with what is true now and with everything that follows. Returns the way to stop. */
  subscribe(listener: (event: HoldEvent) => void): () => void;
}

import type { PartialReport } from '../../card/report.ts';
import type { ContactEvent } from '../hold-protocol.ts';
import type { ReaderEvent } from '../protocol.ts';
import type { Exchange } from '../read-card.ts';

/** What the card process tells its parent, over Node's ipc channel. */
export type ChildMessage =
  /** The PC/SC service answered; sent at least once a second while all is well. */
  | { readonly type: 'alive' }
  /** There is no service to talk to. The child keeps trying. */
  | { readonly type: 'noService' }
  /** How many of the readers it may use are there. */
  | { readonly type: 'readers'; readonly count: number }
  /** A card event, as the screen will get it. */
  | { readonly type: 'event'; readonly event: Exclude<ReaderEvent, { type: 'reader' }> }
  /** A card that is measured, as the screen will get it. Sent only while measuring. */
  | { readonly type: 'contact'; readonly event: ContactEvent }
  /** One reading, for the log. */
  | { readonly type: 'exchanges'; readonly exchanges: readonly Exchange[] }
  /** A detail of PC/SC for the log, e.g. `transmit: NotTransacted`. */
  | { readonly type: 'detail'; readonly text: string }
  /** The service died; this process can do no more and ends. */
  | { readonly type: 'serviceGone' }
  /** A command never came back. This process is to be ended, and the reader left alone until its card is gone. */
  | { readonly type: 'cardHung'; readonly reader: string; readonly known: PartialReport };

/** What the card process is told, over the same channel. `on`: measure how long cards are held, and read none. */
export interface ParentMessage {
  readonly type: 'measure';
  readonly on: boolean;
}

/** How the parent starts it: one JSON argument. */
export interface ChildOptions {
  /** Use only readers whose name contains this. */
  readonly readerName: string | null;
  /** A reader whose present card is not to be touched. */
  readonly hungReader: string | null;
  /** Keep a connection after the report, so that a card swapped within the service's polling time is noticed. */
  readonly watchAfterReport: boolean;
  /** As {@link ParentMessage} says later. */
  readonly measure: boolean;
}

/** Calls to a card that end, whether it answers or not. What reading and measuring share. */
import type { PartialReport } from '../../card/report.ts';
import type { ChildMessage } from './child-protocol.ts';
import { type Connection, type Pcsc, PcscError, type Slot } from './pcsc.ts';

/** Milliseconds a card has for one command. FWI 14 allows a type B card 4.9 s (ISO/IEC 14443-3, 7.9.4.3). */
const answerMs = 5_000;

export interface CardCalls {
  /** Sends one command; when no answer comes, this process is given up. */
  readonly transmit: (
    slot: Slot,
    connection: Connection,
    command: Uint8Array,
    known: () => PartialReport,
  ) => Promise<Uint8Array>;
  /** Waits for as long as another program is inside a transaction: only the card has a time limit. */
  readonly inTransaction: <T>(connection: Connection, work: () => Promise<T>) => Promise<T>;
  /** Letting go of a card that is gone already fails, and that is no news to anybody but the log. */
  readonly letGo: (release: () => Promise<void>) => Promise<void>;
  readonly serviceLives: (pcsc: Pcsc) => Promise<boolean>;
  readonly detail: (thrown: PcscError) => void;
}

/** Runs `onLate` when `work` takes longer than `ms`; the work itself cannot be called back. */
export const noticingLate = async <T>(work: Promise<T>, ms: number, onLate: () => void): Promise<T> => {
  const timer = setTimeout(onLate, ms);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
};

export const createCardCalls = (send: (message: ChildMessage) => void): CardCalls => {
  const detail = (thrown: PcscError): void => send({ type: 'detail', text: thrown.message });

  const letGo = async (release: () => Promise<void>): Promise<void> => {
    try {
      await release();
    } catch (thrown) {
      if (!(thrown instanceof PcscError)) throw thrown;
      detail(thrown);
    }
  };

  return {
    transmit: (slot, connection, command, known) =>
      noticingLate(connection.transmit(command), answerMs, () =>
        send({ type: 'cardHung', reader: slot.reader, known: known() }),
      ),
    inTransaction: async (connection, work) => {
      await connection.begin();
      try {
        return await work();
      } finally {
        await letGo(connection.end);
      }
    },
    letGo,
    serviceLives: async (pcsc) => {
      try {
        await pcsc.probe();
        return true;
      } catch (thrown) {
        if (!(thrown instanceof PcscError)) throw thrown;
        return false;
      }
    },
    detail,
  };
};

/**
 * PC/SC as far as this product needs it, over pcsc-mini's native client. Only the child process loads this file: a hung
 * transmit cannot be called back, only its process can be ended (docs/decisions/0003-reader-process.md).
 */
import { assertHarmless } from './guard.ts';

/** Reader state bits, the same numbers on every platform (pcsclite.h: SCARD_STATE_*). */
const stateBit = { unknown: 0x04, unavailable: 0x08, empty: 0x10, present: 0x20, mute: 0x200 } as const;

/** pcsclite.h: SCARD_SHARE_SHARED, SCARD_PROTOCOL_*, SCARD_LEAVE_CARD. */
const shared = 2;
const protocol = { none: 0, t0: 1, any: 3 } as const;
const leave = 0;

export type SlotState = 'gone' | 'empty' | 'present' | 'mute';

export interface Slot {
  readonly reader: string;
  readonly state: SlotState;
  readonly atr: Uint8Array;
  /** Cards put on and taken off so far, as the service counts them: tells two cards in a row apart. */
  readonly events: number;
}

/** What a failed call means for the visitor; the grouping of docs/failure-codes.md. */
export type PcscFault = 'removed' | 'reset' | 'mute' | 'busy' | 'protocol' | 'reader' | 'service' | 'unknown';

const faultByCode: Readonly<Record<string, PcscFault>> = {
  CommDataLost: 'removed',
  NoSmartCard: 'removed',
  NotReady: 'removed',
  NotTransacted: 'removed',
  RemovedCard: 'removed',
  InvalidHandle: 'reset',
  ResetCard: 'reset',
  UnpoweredCard: 'reset',
  UnresponsiveCard: 'mute',
  SharingViolation: 'busy',
  ProtoMismatch: 'protocol',
  NoReadersAvailable: 'reader',
  ReaderUnavailable: 'reader',
  UnknownReader: 'reader',
  CommError: 'service',
  NoService: 'service',
  ServerTooBusy: 'service',
  ServiceStopped: 'service',
};

const lostInside = Object.assign(new Error('no status word'), { code: 'NotTransacted' });

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : 'none';

export class PcscError extends Error {
  override readonly name = 'PcscError';
  readonly fault: PcscFault;

  constructor(call: string, thrown: unknown) {
    const code = codeOf(thrown);
    super(`${call}: ${code}`, { cause: thrown });
    this.fault = faultByCode[code] ?? 'unknown';
  }
}

const slotState = (bits: number): SlotState => {
  if (bits & (stateBit.unknown | stateBit.unavailable)) return 'gone';
  if (bits & stateBit.mute) return 'mute';
  return bits & stateBit.present ? 'present' : 'empty';
};

export interface Connection {
  /** Whether the connection runs T=0. */
  readonly isT0: boolean;
  /** Begins the transaction; waits for as long as another program is inside one. */
  begin(): Promise<void>;
  /** Sends one command, past the guard. @throws {PcscError} */
  transmit(command: Uint8Array): Promise<Uint8Array>;
  end(): Promise<void>;
  /** Lets go of the card as it is: never reset, never powered down, which would break other programs. */
  close(): Promise<void>;
}

const calling = async <T>(call: string, run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (thrown) {
    throw new PcscError(call, thrown);
  }
};

export interface Pcsc {
  /** @throws {PcscError} with fault `service` while the service is not there; may be tried again. */
  start(): void;
  connect(reader: string): Promise<Connection>;
  /** Resolves once the service has answered anything at all. @throws {PcscError} with fault `service` when it is gone. */
  probe(): Promise<void>;
}

/** The binding links the service's own library, which is not there where the service was never installed. */
const load = async () => {
  try {
    return (await import('pcsc-mini/build/addon.node.js')).default;
  } catch (thrown) {
    throw new PcscError('load', Object.assign(new Error('no PC/SC library', { cause: thrown }), { code: 'NoService' }));
  }
};

/**
 * @param onSlot - every change of every reader; first once for each reader that is there.
 * @param onError - the service is gone; this client is of no more use.
 * @throws {PcscError} with fault `service`: there is no PC/SC on this machine.
 */
export const createPcsc = async (onSlot: (slot: Slot) => void, onError: (error: PcscError) => void): Promise<Pcsc> => {
  const client = (await load()).newClient();

  const connect = async (reader: string): Promise<Connection> => {
    // T=0|T=1: pcsc-lite then takes T=1 where the card offers it, as every My Number card does.
    const card = await calling('connect', () => client.connect(reader, shared, protocol.any));
    let transaction: Awaited<ReturnType<typeof card.transaction>> | null = null;
    return {
      isT0: card.protocol() === protocol.t0,
      begin: async () => {
        transaction = await calling('transaction', () => card.transaction());
      },
      transmit: async (command) => {
        assertHarmless(command);
        const answer = await calling('transmit', () => card.transmit(undefined, command));
        // Some drivers report a card taken away inside a command as a success with no bytes.
        if (answer.length < 2) throw new PcscError('transmit', lostInside);
        return answer;
      },
      end: async () => {
        await calling('end', async () => transaction?.end(leave));
        transaction = null;
      },
      close: () => calling('disconnect', () => card.disconnect(leave)),
    };
  };

  return {
    start: () => {
      try {
        client.start(
          (reader, bits, atr) =>
            onSlot({ reader, state: slotState(bits), atr: Uint8Array.from(atr), events: bits >>> 16 }),
          (thrown) => onError(new PcscError('watch', thrown)),
        );
      } catch (thrown) {
        throw new PcscError('start', thrown);
      }
    },
    connect,
    probe: async () => {
      // Refused by the service before it looks for the reader, and without a line in its log: an answer is all we want.
      await client.connect('Kazasu', shared, protocol.none).catch((thrown: unknown) => {
        const error = new PcscError('probe', thrown);
        if (error.fault === 'service') throw error;
      });
    },
  };
};

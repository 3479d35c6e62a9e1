/**
 * Puts a simulated card on the virtual reader of vsmartcard (vpcd), so that the real PC/SC service sees it.
 *
 * vpcd listens and the card connects. Each message is two bytes of length, then that many bytes. One byte is a control
 * code, of which only `getAtr` is answered; anything longer is a command.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { concat } from './bytes.ts';
import { type SimulatedCard, SimulatedCardGone } from './card.ts';

const control = { powerOff: 0x00, powerOn: 0x01, reset: 0x02, getAtr: 0x04 } as const;

/** Longer than any ATR may be (33 bytes): pcscd refuses to power the card up and reports it as mute. */
const muteAtr = new Uint8Array(64).fill(0xff);

export const defaultVpcdPort = 35963;

export interface VpcdOptions {
  readonly host?: string;
  readonly port?: number;
}

/** A card that lies on the virtual reader. */
export interface InsertedCard {
  /** Lifts the card. It can be inserted again, unless a fault lifted it before. */
  remove(): Promise<void>;
  /** Settles when the PC/SC service has noticed the card and powered it up, up to 0.4 s after it was put down. */
  readonly powered: Promise<void>;
  /** Settles when the card is no longer on the reader: removed, lifted by a fault, or the PC/SC service has ended. */
  readonly closed: Promise<void>;
}

const framed = (message: Uint8Array): Uint8Array =>
  concat(Uint8Array.of(message.length >> 8, message.length & 0xff), message);

/** Cuts the stream into messages. Returns those that are whole, and what is left over. */
const unframe = (stream: Uint8Array): { messages: Uint8Array[]; rest: Uint8Array } => {
  const messages: Uint8Array[] = [];
  let rest = stream;
  for (;;) {
    const [high, low] = rest;
    if (high === undefined || low === undefined) return { messages, rest };
    const end = 2 + ((high << 8) | low);
    if (rest.length < end) return { messages, rest };
    messages.push(rest.slice(2, end));
    rest = rest.slice(end);
  }
};

class CardOnVpcd implements InsertedCard {
  readonly powered: Promise<void>;
  readonly closed: Promise<void>;
  readonly #card: SimulatedCard;
  readonly #socket: Socket;
  #received: Uint8Array = new Uint8Array(0);
  readonly #poweredUp = Promise.withResolvers<void>();
  #powered = false;
  #answering = false;

  constructor(card: SimulatedCard, socket: Socket) {
    this.#card = card;
    this.#socket = socket;
    this.powered = this.#poweredUp.promise;
    const closed = Promise.withResolvers<void>();
    this.closed = closed.promise;
    socket.once('close', () => closed.resolve());
    // A service that ends, or is killed, resets the connection; 'close' follows and says all there is to say.
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      // Text only comes from a socket that was given an encoding.
      if (typeof bytes !== 'string') this.#receive(bytes);
    });
    card.whenGone.then(() => {
      // Inside an exchange, what is left to be said comes first.
      if (!this.#answering) this.#lift();
    });
  }

  async remove(): Promise<void> {
    this.#lift();
    await this.closed;
  }

  #lift(): void {
    this.#socket.destroy();
  }

  #receive(bytes: Uint8Array): void {
    const { messages, rest } = unframe(concat(this.#received, bytes));
    this.#received = rest;
    for (const message of messages) this.#handle(message);
  }

  #handle(message: Uint8Array): void {
    const [code] = message;
    if (message.length === 1 && code !== undefined) this.#control(code);
    else if (message.length > 1) void this.#transmit(message);
  }

  #control(code: number): void {
    if (code === control.powerOn) {
      this.#powered = true;
      this.#card.powerOn();
    } else if (code === control.powerOff) {
      this.#card.powerOff();
    } else if (code === control.reset) {
      this.#card.reset();
    } else if (code === control.getAtr) {
      const { atr } = this.#card;
      this.#send(atr.length === 0 ? muteAtr : atr);
    }
  }

  async #transmit(apdu: Uint8Array): Promise<void> {
    this.#answering = true;
    try {
      this.#send(await this.#card.transmit(apdu));
    } catch (error) {
      if (!(error instanceof SimulatedCardGone)) throw error;
      this.#lift();
    } finally {
      this.#answering = false;
    }
  }

  /** One write, or the second half would wait for the acknowledgement of the first. */
  #send(message: Uint8Array): void {
    if (this.#socket.destroyed) return;
    this.#socket.write(framed(message), () => {
      if (!this.#powered) return;
      this.#poweredUp.resolve();
      // A card that leaves before the first command does so as soon as it has been powered up.
      if (!this.#card.present) this.#lift();
    });
  }
}

/**
 * Puts the card on the reader.
 *
 * @returns once vpcd has taken the connection. pcscd looks every 0.4 s, so it notices the card a little later.
 * @throws no virtual reader listens there
 */
export const insertIntoVpcd = async (
  card: SimulatedCard,
  { host = '127.0.0.1', port = defaultVpcdPort }: VpcdOptions = {},
): Promise<InsertedCard> => {
  const socket = connect({ host, port, noDelay: true });
  try {
    await once(socket, 'connect');
  } catch (cause) {
    throw new Error(`no virtual reader (vpcd) takes a card at ${host}:${port}`, { cause });
  }
  return new CardOnVpcd(card, socket);
};

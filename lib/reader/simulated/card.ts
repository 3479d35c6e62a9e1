/**
 * A card that is not there: answers like a real one, in any JavaScript (this file and what it imports use neither node
 * nor the DOM). vpcd.ts shows it to a real PC/SC service.
 */
import type { CardProfile } from './card-profile.ts';
import { CardSystem } from './card-system.ts';
import { parseCommand } from './command-apdu.ts';

/**
 * What can go wrong with a card, on top of any profile. Exchanges are counted from 1, over the life of the card.
 * A card that has gone does not come back: to put it down again, make another from the same profile.
 */
export interface Faults {
  /** Time that each answer takes. */
  readonly latencyMs?: number;
  /** Lifted once this many commands have been answered; `0` is before the first. */
  readonly removeAfter?: number;
  /** Lifted inside this exchange: the command arrives, the answer does not. */
  readonly removeInside?: number;
  /** Does not answer in this exchange until it is lifted. */
  readonly neverAnswers?: number;
  /** Answers this status word, without data, to every command with this instruction. */
  readonly oddStatus?: { readonly ins: number; readonly sw: number };
  /** Upside down, broken or too far away: there is something, but it does not even give an ATR. */
  readonly mute?: boolean;
}

/** One line of a transcript: instruction, lengths and status word. Never data. */
export interface Exchange {
  readonly ins: number;
  /** Bytes of data in the command. */
  readonly lc: number;
  /** Bytes that might have come back; `null` when none were asked for. */
  readonly le: number | null;
  /** Bytes of data in the answer. */
  readonly length: number;
  /** `null` when the card was lifted before it answered. */
  readonly sw: number | null;
}

/** The card was lifted: no answer will come, and no later command reaches it. */
export class SimulatedCardGone extends Error {
  override readonly name = 'SimulatedCardGone';
}

export interface SimulatedCard {
  /** Answer to reset; empty when the card is mute. */
  readonly atr: Uint8Array;
  /** Whether a command would still reach it. */
  readonly present: boolean;
  /** Settles when the card is lifted, by `remove` or by a fault. */
  readonly whenGone: Promise<void>;
  /** Everything that was exchanged, in order. */
  readonly transcript: readonly Exchange[];
  /**
   * @returns data, then SW1 SW2
   * @throws {SimulatedCardGone} the card was lifted before it answered
   */
  transmit(apdu: Uint8Array): Promise<Uint8Array>;
  powerOn(): void;
  powerOff(): void;
  reset(): void;
  /** Lifts the card. A command that waits for its answer fails with `SimulatedCardGone`. */
  remove(): void;
}

export interface SimulatedCardOptions {
  readonly faults?: Faults;
  /** How time passes, for `latencyMs`. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** How many VERIFY commands carried data. Each could have cost a try of a real card, so this must always be 0. */
export const pinAttempts = (transcript: readonly Exchange[]): number =>
  transcript.filter(({ ins, lc }) => ins === 0x20 && lc > 0).length;

const letTimePass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

class Card implements SimulatedCard {
  readonly #profile: CardProfile;
  readonly #system: CardSystem;
  readonly #faults: Faults;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #transcript: Exchange[] = [];
  #leaveNow: () => void = () => undefined;
  readonly #gone = new Promise<void>((resolve) => {
    this.#leaveNow = resolve;
  });
  #begun = 0;
  #present: boolean;

  constructor(profile: CardProfile, { faults = {}, wait = letTimePass }: SimulatedCardOptions) {
    this.#profile = profile;
    this.#system = new CardSystem(profile);
    this.#faults = faults;
    this.#wait = wait;
    this.#present = faults.removeAfter !== 0;
  }

  get atr(): Uint8Array {
    return this.#faults.mute ? new Uint8Array(0) : this.#profile.atr;
  }

  get present(): boolean {
    return this.#present;
  }

  get whenGone(): Promise<void> {
    return this.#gone;
  }

  get transcript(): readonly Exchange[] {
    return this.#transcript;
  }

  powerOn(): void {
    this.#system.reset();
  }

  powerOff(): void {
    this.#system.reset();
  }

  reset(): void {
    this.#system.reset();
  }

  remove(): void {
    this.#present = false;
    this.#leaveNow();
  }

  async transmit(apdu: Uint8Array): Promise<Uint8Array> {
    if (this.#faults.mute) throw new Error('a mute card was never connected to');
    if (!this.#present) throw this.#leave();
    this.#begun += 1;
    const nth = this.#begun;

    await this.#untilAnswerIsDue(nth);
    if (nth === this.#faults.removeInside) this.remove();
    if (!this.#present) {
      this.#record(apdu, 0, null);
      throw this.#leave();
    }
    const answer = this.#answer(apdu);
    if (nth === this.#faults.removeAfter) this.remove();
    return answer;
  }

  async #untilAnswerIsDue(nth: number): Promise<void> {
    if (nth === this.#faults.neverAnswers) return this.#gone;
    const { latencyMs = 0 } = this.#faults;
    if (latencyMs > 0) await Promise.race([this.#wait(latencyMs), this.#gone]);
  }

  #answer(apdu: Uint8Array): Uint8Array {
    const { oddStatus } = this.#faults;
    const { data, sw } =
      oddStatus !== undefined && oddStatus.ins === apdu[1]
        ? { data: new Uint8Array(0), sw: oddStatus.sw }
        : this.#system.answer(parseCommand(apdu));
    this.#record(apdu, data.length, sw);
    return Uint8Array.of(...data, sw >> 8, sw & 0xff);
  }

  #record(apdu: Uint8Array, length: number, sw: number | null): void {
    const command = parseCommand(apdu);
    // Lengths that do not add up still show as data, so that a malformed attempt at a PIN does not go unseen.
    const lc = command?.data.length ?? Math.max(0, apdu.length - 5);
    this.#transcript.push({ ins: apdu[1] ?? 0, lc, le: command?.le ?? null, length, sw });
  }

  #leave(): SimulatedCardGone {
    this.remove();
    return new SimulatedCardGone('the card was lifted');
  }
}

/** A card to be put on a reader, simulated or in-process. It starts unselected, as after a reset. */
export const createSimulatedCard = (profile: CardProfile, options: SimulatedCardOptions = {}): SimulatedCard =>
  new Card(profile, options);

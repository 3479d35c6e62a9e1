/**
 * The inside of a simulated card: which application and file are selected, and what is answered to a command.
 *
 * Behaves as My Number cards have been seen to, for everything that needs no PIN (JICSAP 1.1 and docs/sources.md, "Reading
 * a card"). There is no PIN that is right: every attempt counts down, as a wrong one does.
 */
import type { Application, CardProfile, ElementaryFile } from './card-profile.ts';
import type { Command } from './command-apdu.ts';

export interface Answer {
  readonly data: Uint8Array;
  readonly sw: number;
}

type PinFile = Extract<ElementaryFile, { type: 'pin' }>;

const sw = {
  success: 0x9000,
  triesLeft: 0x63c0,
  wrongLength: 0x6700,
  channelUnknown: 0x6881,
  secureMessagingUnknown: 0x6882,
  secureMessagingRefused: 0x69fc,
  wrongFileType: 0x6981,
  pinNeeded: 0x6982,
  locked: 0x6984,
  noCurrentFile: 0x6986,
  notFound: 0x6a82,
  wrongParameters: 0x6a86,
  offsetBeyondEnd: 0x6b00,
  instructionUnknown: 0x6d00,
  classUnknown: 0x6e00,
} as const;

const noData = new Uint8Array(0);
const status = (word: number): Answer => ({ data: noData, sw: word });

const isPrefix = (start: Uint8Array, whole: Uint8Array): boolean =>
  start.length <= whole.length && start.every((byte, i) => whole[i] === byte);

/** Bits of CLA, ISO/IEC 7816-4, 5.1.1. */
const classError = ({ cla, ins }: Command): Answer | null => {
  if (cla === 0x00) return null;
  if (cla & 0x80) return status(sw.classUnknown);
  if (cla & 0x40 || cla & 0x03) return status(sw.channelUnknown);
  if (cla & 0x0c) return status(ins === 0xa4 ? sw.secureMessagingUnknown : sw.secureMessagingRefused);
  return status(sw.classUnknown);
};

export class CardSystem {
  readonly #profile: CardProfile;
  readonly #triesLeft = new Map<PinFile, number>();
  #application: Application | null = null;
  #file: ElementaryFile | null = null;

  constructor(profile: CardProfile) {
    this.#profile = profile;
  }

  /** Power on, power off and reset alike forget what was selected. Tries that were used up stay used up. */
  reset(): void {
    this.#application = null;
    this.#file = null;
  }

  /** @param command - `null` when its lengths did not add up. */
  answer(command: Command | null): Answer {
    if (this.#profile.refusesAllWith !== null) return status(this.#profile.refusesAllWith);
    if (command === null) return status(sw.wrongLength);
    return classError(command) ?? this.#perform(command);
  }

  #perform(command: Command): Answer {
    switch (command.ins) {
      case 0xa4:
        return this.#select(command);
      case 0xb0:
        return this.#readBinary(command);
      case 0x20:
        return this.#verify(command);
      default:
        return status(sw.instructionUnknown);
    }
  }

  #select(command: Command): Answer {
    if (command.p1 === 0x04) return this.#selectApplication(command);
    if (command.p1 === 0x02) return this.#selectFile(command);
    if (command.p1 === 0x00) return this.#selectMasterFile(command);
    return status(sw.wrongParameters);
  }

  /** Full name first; then the card also takes the first bytes of one (JICSAP 1.1, 4.2). */
  #selectApplication({ p2, data }: Command): Answer {
    if (data.length === 0 || data.length > 16) return status(sw.wrongLength);
    const candidates = this.#profile.applications.filter(({ aid }) => isPrefix(data, aid));
    const found = candidates.find(({ aid }) => aid.length === data.length) ?? candidates[0];
    if (found === undefined) return status(sw.notFound);
    if (found.selectP2 !== p2) return status(sw.wrongParameters);
    this.#application = found;
    this.#file = null;
    return { data: found.selectAnswer, sw: sw.success };
  }

  #selectFile({ p2, data }: Command): Answer {
    const [high, low] = data;
    if (high === undefined || low === undefined || data.length > 2) return status(sw.wrongLength);
    if (p2 !== 0x0c) return status(sw.wrongParameters);
    return this.#enter((high << 8) | low) ?? status(sw.success);
  }

  /** `00 A4 00 00` selects nothing: an error right after reset, and later a success that changes nothing. */
  #selectMasterFile({ data }: Command): Answer {
    if (data.length > 0) return status(sw.notFound);
    return status(this.#application === null ? sw.wrongParameters : sw.success);
  }

  /** Makes a file of the selected application the current one. Returns what is wrong, if anything. */
  #enter(id: number): Answer | null {
    const file = this.#application?.files.get(id);
    if (file === undefined) return status(sw.notFound);
    this.#file = file;
    return null;
  }

  #enterShort(id: number): Answer | null {
    return this.#profile.shortIds ? this.#enter(id) : status(sw.wrongParameters);
  }

  /** P1 bit 8 clear: P1-P2 is an offset of 15 bits. Set: P1 names the file, P2 is the offset (JICSAP 1.1, 6.4.1). */
  #readBinary({ p1, p2, data, le }: Command): Answer {
    if (data.length > 0 || le === null) return status(sw.wrongLength);
    if ((p1 & 0x80) === 0) return this.#readCurrentFile((p1 << 8) | p2, le);
    if ((p1 & 0x60) !== 0) return status(sw.wrongParameters);
    return this.#enterShort(p1 & 0x1f) ?? this.#readCurrentFile(p2, le);
  }

  #readCurrentFile(offset: number, le: number): Answer {
    const file = this.#file;
    if (file === null) return status(sw.noCurrentFile);
    if (file.type !== 'binary') return status(sw.wrongFileType);
    if (file.readable === 'withPin') return status(sw.pinNeeded);
    if (offset >= file.content.length) return status(sw.offsetBeyondEnd);
    return { data: file.content.slice(offset, offset + le), sw: sw.success };
  }

  /** P2 is 80 for the current file, or 80 + short identifier (JICSAP 1.1, 6.4.9). */
  #verify({ p1, p2, data }: Command): Answer {
    if (p1 !== 0x00 || (p2 & 0xe0) !== 0x80) return status(sw.wrongParameters);
    const wrong = p2 === 0x80 ? null : this.#enterShort(p2 & 0x1f);
    if (wrong !== null) return wrong;
    if (this.#file === null) return status(sw.noCurrentFile);
    if (this.#file.type !== 'pin') return status(sw.wrongFileType);
    return data.length === 0 ? this.#query(this.#file) : this.#attempt(this.#file);
  }

  #tries(pin: PinFile): number {
    return this.#triesLeft.get(pin) ?? pin.tries;
  }

  #query(pin: PinFile): Answer {
    const tries = this.#tries(pin);
    return status(tries === 0 ? pin.whenLocked : sw.triesLeft | tries);
  }

  /** What no program of this project may ever cause: a real card would be one try closer to being locked. */
  #attempt(pin: PinFile): Answer {
    const tries = this.#tries(pin);
    if (tries === 0) return status(sw.locked);
    this.#triesLeft.set(pin, tries - 1);
    return status(sw.triesLeft | (tries - 1));
  }
}

/**
 * Which commands are sent, in which order, and what their answers mean. A generator: it yields a command and is given the
 * answer, so it needs no reader and can be driven by a test, by the practice card and by PC/SC alike.
 *
 * Order: tries first, because a card lifted early has then told the most useful part; then the certificate; then the two
 * PINs fewer people meet. At most 15 commands. Sources: docs/sources.md, "Reading a card".
 */
import { kindOfToken, otherCards, storageCardKind } from './card-kind.ts';
import { certificateReport, parseValidity } from './certificate.ts';
import {
  aid,
  certificateHeadLength,
  ef,
  queryTries,
  queryTriesOf,
  readCurrentFile,
  readFile,
  selectApplication,
  selectFile,
  tokenNameLength,
} from './commands.ts';
import type { CardKind, CardReport, CertificateReport, PartialReport, PinName, PinReport } from './report.ts';
import { isNotFound, isSelected, isSuccess, type Response, wantedLength } from './response.ts';
import { lowerTries, type PlaceTries, parseTries, pinReport, triesMax, unknownPin } from './tries.ts';

/** No report takes more commands than this. */
export const exchangesMax = 15;

/** A report without the two figures only the one who drives the plan can know. */
export type PlanResult = Omit<CardReport, 'exchanges' | 'elapsedMs'>;

export interface PlanStep {
  readonly command: Uint8Array;
  /** What the answers so far have told. */
  readonly known: PartialReport;
}

export type ReadPlan = Generator<PlanStep, PlanResult, Response>;

export interface ReadPlanOptions {
  readonly atr: Uint8Array;
  readonly now: Date;
  /**
   * False on a T=0 connection: drivers there may turn the four-byte query into five bytes, and nobody has seen what a My
   * Number card makes of those. The card is still recognised; its tries stay unknown.
   */
  readonly mayQuery?: boolean;
}

/** 6A86: some cards with applications dislike a SELECT that asks for no answer data. */
const wrongParameters = 0x6a86;

const notRead: CertificateReport = { state: 'unreadable', notAfter: null };
const absent: CertificateReport = { state: 'absent', notAfter: null };
/** A flag of EF 0008. Real cards have been seen to say `8F`; anything but that and `00` is not understood. */
const flag = (byte: number | undefined): boolean | null => (byte === 0x8f ? true : byte === 0x00 ? false : null);

const unknownPins: Readonly<Record<PinName, PinReport>> = {
  authentication: unknownPin('authentication'),
  signature: unknownPin('signature'),
  cardInfoInput: unknownPin('cardInfoInput'),
  residentRegister: unknownPin('residentRegister'),
};

const otherCardResult = (card: CardKind): PlanResult => ({
  card,
  pins: unknownPins,
  authenticationCertificate: notRead,
  signatureCertificate: { present: null },
});

/** Talks to one card within the budget of commands. `ask` answers `null` once the budget is spent. */
class Conversation {
  private sent = 0;
  /** Whether READ BINARY by short identifier works here; tried with the first file, which every JPKI application has. */
  shortIds: 'untried' | 'work' | 'refused' = 'untried';
  private shortQueries = true;
  known: PartialReport = { pins: {} };

  get left(): number {
    return exchangesMax - this.sent;
  }

  *ask(command: Uint8Array): Generator<PlanStep, Response | null, Response> {
    if (this.left === 0) return null;
    this.sent += 1;
    return yield { command, known: this.known };
  }

  *select(name: Uint8Array, p2: 0x0c | 0x00 = 0x0c): Generator<PlanStep, boolean, Response> {
    const answer = yield* this.ask(selectApplication(name, p2));
    return answer !== null && isSelected(answer);
  }

  /** READ BINARY, once more with the length the card wants instead when it names one (6Cxx). */
  *readExactly(
    command: (length: number) => Uint8Array,
    length: number,
  ): Generator<PlanStep, Response | null, Response> {
    const answer = yield* this.ask(command(length));
    const wanted = answer === null ? null : wantedLength(answer);
    if (wanted === null || wanted > length) return answer;
    return yield* this.ask(command(wanted));
  }

  /** The first `length` bytes of a file: by short identifier where the card knows that, otherwise after SELECT. */
  *read(id: number, length: number): Generator<PlanStep, Response | null, Response> {
    if (this.shortIds !== 'refused') {
      const answer = yield* this.readExactly((le) => readFile(id, le), length);
      if (answer === null || this.shortIds === 'work') return answer;
      this.shortIds = isSuccess(answer) ? 'work' : 'refused';
      if (isSuccess(answer)) return answer;
    }
    const selected = yield* this.ask(selectFile(id));
    if (selected === null || !isSelected(selected)) return selected;
    return yield* this.readExactly(readCurrentFile, length);
  }

  /** Tries left of a PIN object, asked in the way seen on many real cards: SELECT, then the query. */
  *tries(id: number, max: number): Generator<PlanStep, number | null, Response> {
    const selected = yield* this.ask(selectFile(id));
    if (selected === null || !isSelected(selected)) return null;
    const answer = yield* this.ask(queryTries());
    return answer === null ? null : parseTries(answer, max);
  }

  /** The same by short identifier, which saves a command. A card that does not answer that is asked by SELECT from then on. */
  *triesByShortId(id: number, max: number): Generator<PlanStep, number | null, Response> {
    if (this.shortQueries) {
      const answer = yield* this.ask(queryTriesOf(id));
      const left = answer === null ? null : parseTries(answer, max);
      if (answer === null || left !== null) return left;
      this.shortQueries = false;
    }
    return yield* this.tries(id, max);
  }

  learnPin(name: PinName, left: number | null): void {
    this.known = { ...this.known, pins: { ...this.known.pins, [name]: pinReport(name, left) } };
  }
}

function* recogniseOther(talk: Conversation): Generator<PlanStep, PlanResult, Response> {
  for (const { kind, aid: name, p2 } of otherCards) {
    if (yield* talk.select(name, p2)) return otherCardResult(kind);
  }
  return otherCardResult('unknown');
}

/** What the certificate's file holds. Taken from the answer at once: its bytes are wiped before the next command. */
const inCertificateFile = (answer: Response | null, now: Date): CertificateReport | 'no certificate' => {
  if (answer === null) return notRead;
  if (isNotFound(answer)) return absent;
  if (!isSuccess(answer) || answer.data.length > certificateHeadLength) return notRead;
  if (answer.data[0] !== 0x30) return 'no certificate';
  const validity = parseValidity(answer.data);
  return validity === null ? notRead : certificateReport(validity, now);
};

interface CertificatesPresent {
  readonly signature: boolean | null;
  readonly authentication: boolean | null;
}

const certificatesPresent = (answer: Response | null): CertificatesPresent | null =>
  answer !== null && isSuccess(answer) && answer.data.length === 3
    ? { signature: flag(answer.data[0]), authentication: flag(answer.data[1]) }
    : null;

function* residentRegisterTries(talk: Conversation, name: Uint8Array): Generator<PlanStep, PlaceTries, Response> {
  const answer = yield* talk.ask(selectApplication(name));
  if (answer === null) return null;
  if (isNotFound(answer)) return 'absent';
  return isSelected(answer) ? yield* talk.triesByShortId(ef.residentRegisterPin, triesMax.residentRegister) : null;
}

function* readMyNumberCard(talk: Conversation, now: Date, mayQuery: boolean): ReadPlan {
  talk.known = { card: 'my-number', pins: {} };
  if (mayQuery) {
    talk.learnPin('authentication', yield* talk.tries(ef.authenticationPin, triesMax.authentication));
    talk.learnPin('signature', yield* talk.tries(ef.signaturePin, triesMax.signature));
  }
  const found = inCertificateFile(yield* talk.read(ef.authenticationCertificate, certificateHeadLength), now);
  // Without short identifiers the budget does not reach for everything, and a PIN is worth more than this flag.
  const flags = talk.shortIds === 'work' ? certificatesPresent(yield* talk.read(ef.certificatesPresent, 3)) : null;
  // A file without a certificate, on a card that says it has none, is an absent one; without that word it stays unread.
  const emptyFile = flags?.authentication === false ? absent : notRead;
  const certificate = found === 'no certificate' ? emptyFile : found;
  talk.known = { ...talk.known, authenticationCertificate: certificate };

  if (mayQuery) {
    if (yield* talk.select(aid.cardInfoInput)) {
      talk.learnPin('cardInfoInput', yield* talk.triesByShortId(ef.cardInfoInputPin, triesMax.cardInfoInput));
    }
    const one = yield* residentRegisterTries(talk, aid.residentRegister);
    const other = yield* residentRegisterTries(talk, aid.common);
    talk.learnPin('residentRegister', lowerTries(one, other));
  }
  return {
    card: 'my-number',
    pins: { ...unknownPins, ...talk.known.pins },
    authenticationCertificate: certificate,
    signatureCertificate: { present: flags?.signature ?? null },
  };
}

/** The whole conversation with whatever was put down. Answers may be anything; the plan always ends within its budget. */
export function* readPlan({ atr, now, mayQuery = true }: ReadPlanOptions): ReadPlan {
  const storageCard = storageCardKind(atr);
  if (storageCard !== null) return otherCardResult(storageCard);

  const talk = new Conversation();
  const jpki = yield* talk.ask(selectApplication(aid.jpki));
  if (jpki === null || !isSelected(jpki)) {
    // Any other refusal may be a passing fault, and a My Number card can carry a driver's licence too.
    const hasNoJpki = jpki !== null && (isNotFound(jpki) || jpki.sw === wrongParameters);
    return hasNoJpki ? yield* recogniseOther(talk) : otherCardResult('unknown');
  }

  const token = yield* talk.read(ef.tokenInfo, tokenNameLength);
  const named = token !== null && isSuccess(token) && token.data.length <= tokenNameLength;
  const kind = named ? kindOfToken(token.data) : 'unknown';
  return kind === 'my-number' ? yield* readMyNumberCard(talk, now, mayQuery) : otherCardResult(kind);
}

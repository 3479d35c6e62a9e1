/**
 * What the reader process says to the screen: one closed union, checked where it arrives. No raw card bytes, no way to
 * send any. See docs/decisions/0003-reader-process.md.
 */
import * as v from 'valibot';
import { cardKinds, certificateStates, pinStates } from '../card/report.ts';
import { toCardErrorCode } from '../errors/card-error.ts';

export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const pin = v.strictObject({ state: v.picklist(pinStates), triesLeft: v.nullable(count), triesMax: count });

const certificate = v.strictObject({
  state: v.picklist(certificateStates),
  notAfter: v.nullable(v.pipe(v.string(), v.isoDate())),
});

const report = v.strictObject({
  card: v.picklist(cardKinds),
  pins: v.strictObject({ authentication: pin, signature: pin, cardInfoInput: pin, residentRegister: pin }),
  authenticationCertificate: certificate,
  signatureCertificate: v.strictObject({ present: v.nullable(v.boolean()) }),
  exchanges: count,
  elapsedMs: count,
});

const partialReport = v.strictObject({
  card: v.exactOptional(v.picklist(cardKinds)),
  pins: v.strictObject({
    authentication: v.exactOptional(pin),
    signature: v.exactOptional(pin),
    cardInfoInput: v.exactOptional(pin),
    residentRegister: v.exactOptional(pin),
  }),
  authenticationCertificate: v.exactOptional(certificate),
});

const errorCode = v.pipe(v.unknown(), v.transform(toCardErrorCode));

/** The reader itself. `ready`: a card can be put down. `error` says why not, otherwise it is `null`. */
export const readerStateSchema = v.strictObject({
  type: v.literal('reader'),
  ready: v.boolean(),
  error: v.nullable(errorCode),
});

export const readerEventSchema = v.variant('type', [
  readerStateSchema,
  /** Something was put down. Reading starts; nothing is known yet. Also sent when reading starts over. */
  v.strictObject({ type: v.literal('card') }),
  /** `done` of about `of` commands have been answered; `known` is what they told. */
  v.strictObject({ type: v.literal('progress'), done: count, of: count, known: partialReport }),
  /** Everything there is to know. The card is still there. */
  v.strictObject({ type: v.literal('report'), report }),
  /** Reading ended without a report. Reading goes on by itself when a card is put (back) down. */
  v.strictObject({ type: v.literal('failed'), error: errorCode, known: partialReport }),
  /** The card is gone. `early`: before there was a report. */
  v.strictObject({ type: v.literal('removed'), early: v.boolean() }),
]);
export type ReaderEvent = v.InferOutput<typeof readerEventSchema>;

/** What the Kazasu server tells its own pages about the reader of this machine. */
export const readerSettingsSchema = v.variant('kind', [
  /** A reader process listens at `url`; `secret` is made anew at each start. */
  v.strictObject({ kind: v.literal('reader'), url: v.pipe(v.string(), v.url()), secret: v.string() }),
  /** No reader is used: the practice card runs in the page. `scenario` is one of lib/reader/simulated/scenarios.ts. */
  v.strictObject({ kind: v.literal('practice'), scenario: v.string() }),
  /** This server was started without a reader process. */
  v.strictObject({ kind: v.literal('none') }),
]);
export type ReaderSettings = v.InferOutput<typeof readerSettingsSchema>;

/** Where reader events come from: the reader process (client.ts) or the practice card (simulated/practice-reader.ts). */
export interface ReaderSource {
  /** Calls `listener` with what is true now and with everything that follows. Returns the way to stop. */
  subscribe(listener: (event: ReaderEvent) => void): () => void;
}

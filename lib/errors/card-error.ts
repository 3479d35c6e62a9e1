/**
 * Everything that can go wrong between a card and the screen. The list is closed: each code has a title and a remedy in
 * every messages file (`CardErrors.<code>`), a line in docs/failure-codes.md and an exit code of the command line.
 */
export const cardErrorCodes = [
  'serviceNotRunning',
  'serviceStopped',
  'serviceNotResponding',
  'readerMissing',
  'readerUnplugged',
  'readerBusy',
  'readerProcessDown',
  'cardMissing',
  'cardRemoved',
  'cardMute',
  'cardReset',
  'cardNotAnswering',
  'contactLost',
  'protocolMismatch',
  'unknown',
] as const;

export type CardErrorCode = (typeof cardErrorCodes)[number];

const isCode = (value: unknown): value is CardErrorCode => cardErrorCodes.some((code) => code === value);

/** A newer reader process must not crash an older screen: a code we do not know becomes `unknown`. */
export const toCardErrorCode = (value: unknown): CardErrorCode => (isCode(value) ? value : 'unknown');

/** `code` picks the text a person sees. `message` is for the log only and never carries card contents. */
export class CardError extends Error {
  override readonly name = 'CardError';
  readonly code: CardErrorCode;

  constructor(code: CardErrorCode, message: string = code, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

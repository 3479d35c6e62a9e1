/**
 * What may be known about a card without any PIN. This is the only card data that exists outside the reading function:
 * no name, no number, no certificate byte fits into it.
 */

export const cardKinds = [
  'my-number',
  'juki-card',
  'phone',
  'drivers-licence',
  'residence-card',
  'credit',
  'felica',
  'passport',
  'unknown',
] as const;
export type CardKind = (typeof cardKinds)[number];

/** In the order in which people meet them. */
export const pinNames = ['authentication', 'signature', 'cardInfoInput', 'residentRegister'] as const;
export type PinName = (typeof pinNames)[number];

export const pinStates = ['ok', 'low', 'last-try', 'locked', 'unknown'] as const;
export type PinState = (typeof pinStates)[number];

export interface PinReport {
  readonly state: PinState;
  /** Tries left before the card locks this PIN, 0 to `triesMax`; `null` when the card did not say. */
  readonly triesLeft: number | null;
  readonly triesMax: number;
}

export const certificateStates = ['valid', 'renewable', 'expired', 'absent', 'unreadable'] as const;
export type CertificateState = (typeof certificateStates)[number];

export interface CertificateReport {
  readonly state: CertificateState;
  /** Last day of validity in Asia/Tokyo, `YYYY-MM-DD`; `null` when absent or unreadable. */
  readonly notAfter: string | null;
}

export interface CardReport {
  readonly card: CardKind;
  readonly pins: Readonly<Record<PinName, PinReport>>;
  readonly authenticationCertificate: CertificateReport;
  /** Whether the card says that it holds a signature certificate; `null` when it did not say. Its dates need the password. */
  readonly signatureCertificate: { readonly present: boolean | null };
  /** Commands sent to the card for this report. */
  readonly exchanges: number;
  /** From the moment the card was found to the last answer, in milliseconds. */
  readonly elapsedMs: number;
}

/** What is known so far while a card is being read: a part of a report, and never to be shown as a whole one. */
export interface PartialReport {
  readonly card?: CardKind;
  readonly pins: Readonly<Partial<Record<PinName, PinReport>>>;
  readonly authenticationCertificate?: CertificateReport;
}

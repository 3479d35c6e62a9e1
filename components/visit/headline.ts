/** What a report says first: the one thing that matters most, chosen by what it stops. */
import type { CardReport, PinName } from '@/lib/card/report';
import { pinNames } from '@/lib/card/report';

export type Concern =
  | { readonly kind: 'expired' | 'authenticationAbsent' | 'signatureAbsent' | 'unknown' }
  | { readonly kind: 'renewable'; readonly until: string }
  | { readonly kind: 'severalLocked'; readonly count: number }
  | { readonly kind: 'locked'; readonly pin: PinName; readonly atStore: boolean }
  | { readonly kind: 'lastTry' | 'low'; readonly pin: PinName };

const hasState = ({ pins }: CardReport, state: string): PinName[] =>
  pinNames.filter((pin) => pins[pin].state === state);

const partner = { authentication: 'signature', signature: 'authentication' } as const;

/**
 * Whether this PIN may also be reset at a convenience-store terminal: only these two, only with the other one known and not
 * locked, and only while the certificates are valid (docs/sources.md, "Where a PIN is set anew").
 */
export const canResetAtStore = (report: CardReport, pin: PinName): boolean => {
  if (pin !== 'authentication' && pin !== 'signature') return false;
  const { state } = report.authenticationCertificate;
  const isCertificateGood = state === 'valid' || state === 'renewable';
  const other = report.pins[partner[pin]].state;
  return isCertificateGood && report.signatureCertificate.present === true && other !== 'locked' && other !== 'unknown';
};

const lockedConcerns = (report: CardReport): Concern[] => {
  const [first, ...rest] = hasState(report, 'locked');
  if (first === undefined) return [];
  if (rest.length > 0) return [{ kind: 'severalLocked', count: rest.length + 1 }];
  return [{ kind: 'locked', pin: first, atStore: canResetAtStore(report, first) }];
};

const certificateConcerns = ({ authenticationCertificate: { state, notAfter } }: CardReport): Concern[] => {
  if (state === 'absent') return [{ kind: 'authenticationAbsent' }];
  return state === 'renewable' && notAfter !== null ? [{ kind: 'renewable', until: notAfter }] : [];
};

const hasUnknown = (report: CardReport): boolean =>
  hasState(report, 'unknown').length > 0 ||
  report.authenticationCertificate.state === 'unreadable' ||
  report.signatureCertificate.present === null;

/** Everything in a report that its holder should know about, the most important first. Empty: nothing does. */
export const concernsOf = (report: CardReport): readonly Concern[] => [
  ...(report.authenticationCertificate.state === 'expired' ? [{ kind: 'expired' } as const] : []),
  ...lockedConcerns(report),
  ...hasState(report, 'last-try').map((pin) => ({ kind: 'lastTry', pin }) as const),
  ...certificateConcerns(report),
  ...(report.signatureCertificate.present === false ? [{ kind: 'signatureAbsent' } as const] : []),
  ...hasState(report, 'low').map((pin) => ({ kind: 'low', pin }) as const),
  ...(hasUnknown(report) ? [{ kind: 'unknown' } as const] : []),
];

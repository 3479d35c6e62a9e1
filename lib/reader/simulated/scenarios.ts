/** Cards by name, for the practice card, the tests and the command line. */
import type { CardProfile } from './card-profile.ts';
import { authenticationCertificate, type Corruption, corruptedCertificate, type Validity } from './certificate.ts';
import {
  creditCard,
  driversLicence,
  felica,
  jukiCard,
  type MyNumberCardOptions,
  myNumberCard,
  passport,
  phone,
  residenceCard,
  unknownCard,
} from './profiles.ts';

export const scenarioNames = [
  'all-fine',
  'signature-low',
  'signature-last-try',
  'signature-locked',
  'authentication-low',
  'authentication-last-try',
  'authentication-locked',
  'card-info-input-locked',
  'resident-register-locked',
  'resident-register-common-locked',
  'all-locked',
  'locked-6984',
  'locked-6983',
  'certificate-renewable',
  'certificate-ends-today',
  'certificate-expired',
  'certificate-absent',
  'certificate-empty',
  'certificate-garbage',
  'certificate-truncated',
  'no-signature-certificate',
  'no-short-ids',
  'with-drivers-licence',
  'juki-card',
  'phone',
  'drivers-licence',
  'residence-card',
  'credit',
  'felica',
  'passport',
  'unknown',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export const isScenarioName = (value: unknown): value is ScenarioName => scenarioNames.some((name) => name === value);

const dayMs = 24 * 60 * 60 * 1000;
/** Japan is nine hours ahead of UTC, all year. */
const japanMs = 9 * 60 * 60 * 1000;

interface Ahead {
  readonly years?: number;
  readonly days?: number;
}

/** Until 23:59:59 in Japan (14:59:59 UTC) of a day counted from today in Japan, and from five years before that. */
const endingIn = ({ years = 0, days = 0 }: Ahead, now: Date): Validity => {
  const today = new Date(now.getTime() + japanMs);
  const end = new Date(
    Date.UTC(today.getUTCFullYear() + years, today.getUTCMonth(), today.getUTCDate() + days, 14, 59, 59),
  );
  return { notBefore: new Date(end.getTime() - 5 * 365 * dayMs), notAfter: end };
};

const certificate = (ahead: Ahead, now: Date): Uint8Array => authenticationCertificate(endingIn(ahead, now));

const card =
  (options: Omit<MyNumberCardOptions, 'authenticationCertificate'> = {}, ahead: Ahead = { years: 3 }) =>
  (now: Date): CardProfile =>
    myNumberCard({ ...options, authenticationCertificate: certificate(ahead, now) });

const corrupted = (corruption: Corruption, now: Date): Uint8Array =>
  corruptedCertificate(corruption, endingIn({ years: 3 }, now));

const always = (profile: CardProfile) => (): CardProfile => profile;

const noTries = {
  authentication: 0,
  signature: 0,
  cardInfoInput: 0,
  residentRegister: 0,
  residentRegisterCommon: 0,
} as const;

const profiles: Readonly<Record<ScenarioName, (now: Date) => CardProfile>> = {
  'all-fine': card(),
  'signature-low': card({ tries: { signature: 3 } }),
  'signature-last-try': card({ tries: { signature: 1 } }),
  'signature-locked': card({ tries: { signature: 0 } }),
  'authentication-low': card({ tries: { authentication: 2 } }),
  'authentication-last-try': card({ tries: { authentication: 1 } }),
  'authentication-locked': card({ tries: { authentication: 0 } }),
  'card-info-input-locked': card({ tries: { cardInfoInput: 0 } }),
  'resident-register-locked': card({ tries: { residentRegister: 0, residentRegisterCommon: 0 } }),
  // Only the second of the two places that count the same PIN.
  'resident-register-common-locked': card({ tries: { residentRegisterCommon: 0 } }),
  'all-locked': card({ tries: noTries }),
  'locked-6984': card({ tries: noTries, whenLocked: 0x6984 }),
  'locked-6983': card({ tries: noTries, whenLocked: 0x6983 }),
  'certificate-renewable': card({}, { days: 45 }),
  'certificate-ends-today': card({}, {}),
  'certificate-expired': card({}, { days: -40 }),
  'certificate-absent': always(myNumberCard({ authenticationCertificate: 'noFile' })),
  'certificate-empty': always(myNumberCard({ authenticationCertificate: 'emptyFile' })),
  'certificate-garbage': (now) => myNumberCard({ authenticationCertificate: corrupted('garbage', now) }),
  'certificate-truncated': (now) => {
    const rest = corrupted('truncated', now);
    return myNumberCard({ authenticationCertificate: rest, certificateFileLength: rest.length });
  },
  'no-signature-certificate': card({ hasSignatureCertificate: false }),
  'no-short-ids': card({ shortIds: false }),
  'with-drivers-licence': card({ hasDriversLicence: true }),
  'juki-card': always(jukiCard),
  phone: always(phone),
  'drivers-licence': always(driversLicence),
  'residence-card': always(residenceCard),
  credit: always(creditCard),
  felica: always(felica),
  passport: always(passport),
  unknown: always(unknownCard),
};

/**
 * The card of that name.
 *
 * @param now - certificates are dated from here; without a word about it they last about three more years.
 */
export const scenario = (name: ScenarioName, now: Date): CardProfile => profiles[name](now);

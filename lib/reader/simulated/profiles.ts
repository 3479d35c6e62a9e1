/**
 * The cards people put on a reader, as profiles for `createSimulatedCard`. Files and applications: docs/sources.md,
 * "Reading a card". Names, numbers and keys are not there at all; files that hold them are empty and closed.
 */
import type { CardKind } from '../../card/report.ts';
import { atrs } from './atr.ts';
import { ascii, concat, hex, padEnd } from './bytes.ts';
import type { Application, CardProfile, ElementaryFile, LockedStatus } from './card-profile.ts';
import { authorityCertificate } from './certificate.ts';

/** Tries left, 0 to 15. The 住民基本台帳用 PIN is counted in two applications. */
export interface Tries {
  readonly authentication: number;
  readonly signature: number;
  readonly cardInfoInput: number;
  readonly residentRegister: number;
  readonly residentRegisterCommon: number;
}

const allTries: Tries = {
  authentication: 3,
  signature: 5,
  cardInfoInput: 3,
  residentRegister: 3,
  residentRegisterCommon: 3,
};

/** 照合番号 A and B and the birth date, which open the card face. */
const numberTries = 10;

const aids = {
  jpki: 'D392F000260100000001',
  common: 'D3921000310001010100',
  residentRegister: 'D3921000310001010401',
  cardFace: 'D3921000310001010402',
  cardInfoInput: 'D3921000310001010408',
  driversLicence: ['A0000002310100000000000000000000', 'A0000002310200000000000000000000'],
  residenceCard: ['D392F0004F0200000000000000000000', 'D392F0004F0300000000000000000000'],
  passport: 'A0000002471001',
} as const;

/** By file identifier. */
type Files = readonly (readonly [id: number, file: ElementaryFile])[];

const application = (aid: string, files: Files = []): Application => ({
  aid: hex(aid),
  selectP2: 0x0c,
  selectAnswer: new Uint8Array(0),
  files: new Map(files),
});

const readable = (content: Uint8Array): ElementaryFile => ({ type: 'binary', content, readable: 'always' });
const closed: ElementaryFile = { type: 'binary', content: new Uint8Array(0), readable: 'withPin' };
const key: ElementaryFile = { type: 'key' };

const pin = (tries: number, whenLocked: LockedStatus = 0x63c0): ElementaryFile => {
  if (!Number.isInteger(tries) || tries < 0 || tries > 15)
    throw new RangeError(`tries: 0 to 15 expected, got ${tries}`);
  return { type: 'pin', tries, whenLocked };
};

/** Names in EF 0006 by which the JPKI application says what it runs on. */
const tokenNames = {
  'my-number': 'JPKIAPICCTOKEN2',
  'juki-card': 'JPKIAPICCTOKEN',
  phone: 'JPKIAPGPSETOKEN',
} as const;

/** 160 bytes laid out as PKCS #11 CK_TOKEN_INFO: label 32, manufacturer 32, model 16, serial number 16, counts, time. */
const tokenInfo = (name: string): Uint8Array => {
  const text = concat(
    padEnd(ascii(name), 32, 0x20),
    padEnd(ascii('PRACTICE'), 32, 0x20),
    padEnd(ascii('PRACTICE'), 16, 0x20),
    padEnd(ascii('0000000000000000'), 16, 0x20),
  );
  return padEnd(text, 160, 0x00);
};

/** EF 0008: which certificates are there, signature first. 8F has been seen for "there"; 00 is assumed for "not there". */
const certificatesPresent = (signature: boolean, authentication: boolean): Uint8Array =>
  Uint8Array.of(signature ? 0x8f : 0x00, authentication ? 0x8f : 0x00, 0x00);

/** Certificate files are longer than what is in them, and filled with FF. */
const certificateFileLength = 2000;
const certificateFile = (certificate: Uint8Array, length: number = certificateFileLength): ElementaryFile =>
  readable(padEnd(certificate, length, 0xff));

export interface MyNumberCardOptions {
  /** What EF 000A holds. A card without the certificate has no such file, or one in which nothing was ever written. */
  readonly authenticationCertificate: Uint8Array | 'noFile' | 'emptyFile';
  /** Length of EF 000A when it is not that of a whole certificate and its filler. */
  readonly certificateFileLength?: number;
  readonly hasSignatureCertificate?: boolean;
  readonly tries?: Partial<Tries>;
  readonly whenLocked?: LockedStatus;
  readonly shortIds?: boolean;
  /** Since March 2025 the licence can be on the same card. */
  readonly hasDriversLicence?: boolean;
}

const driversLicenceApplications = aids.driversLicence.map((aid) => application(aid));

/** A plastic My Number card. */
export const myNumberCard = ({
  authenticationCertificate,
  certificateFileLength: fileLength = certificateFileLength,
  hasSignatureCertificate = true,
  tries: someTries = {},
  whenLocked = 0x63c0,
  shortIds = true,
  hasDriversLicence = false,
}: MyNumberCardOptions): CardProfile => {
  const tries = { ...allTries, ...someTries };
  const hasCertificate = authenticationCertificate instanceof Uint8Array;
  const content = hasCertificate ? authenticationCertificate : new Uint8Array(0);
  const certificateFiles: Files =
    authenticationCertificate === 'noFile' ? [] : [[0x000a, certificateFile(content, fileLength)]];
  return {
    kind: 'my-number',
    atr: atrs['my-number'],
    shortIds,
    refusesAllWith: null,
    applications: [
      application(aids.jpki, [
        [0x0001, closed],
        [0x0002, certificateFile(authorityCertificate('signature'))],
        [0x0006, readable(tokenInfo(tokenNames['my-number']))],
        [0x0008, readable(certificatesPresent(hasSignatureCertificate, hasCertificate))],
        ...certificateFiles,
        [0x000b, certificateFile(authorityCertificate('authentication'))],
        [0x0016, key],
        [0x0017, key],
        [0x0018, pin(tries.authentication, whenLocked)],
        [0x001a, key],
        [0x001b, pin(tries.signature, whenLocked)],
      ]),
      application(aids.cardInfoInput, [
        [0x0001, closed],
        [0x0002, closed],
        [0x0011, pin(tries.cardInfoInput, whenLocked)],
        // Blocked on every card ever examined. It is no fault of the card and nothing that a holder knows.
        [0x0012, pin(0)],
        [0x0014, pin(numberTries)],
        [0x0015, pin(numberTries)],
      ]),
      application(aids.cardFace, [
        [0x0001, closed],
        [0x0002, closed],
        [0x0011, pin(numberTries)],
        [0x0012, pin(numberTries)],
        [0x0013, pin(numberTries)],
      ]),
      application(aids.residentRegister, [[0x001c, pin(tries.residentRegister, whenLocked)]]),
      application(aids.common, [[0x001c, pin(tries.residentRegisterCommon, whenLocked)]]),
      ...(hasDriversLicence ? driversLicenceApplications : []),
    ],
  };
};

const otherCard = (kind: CardKind, atr: Uint8Array, applications: readonly Application[]): CardProfile => ({
  kind,
  atr,
  applications,
  shortIds: true,
  refusesAllWith: null,
});

/** The card before the My Number card. It held a signature certificate only, and the last ones have run out. */
export const jukiCard: CardProfile = otherCard('juki-card', atrs['juki-card'], [
  application(aids.jpki, [
    [0x0001, closed],
    [0x0002, certificateFile(authorityCertificate('signature'))],
    [0x0006, readable(tokenInfo(tokenNames['juki-card']))],
    [0x001b, pin(allTries.signature)],
  ]),
]);

/** Certificates in a phone: one application, and even the authentication certificate needs its PIN. */
export const phone: CardProfile = otherCard('phone', atrs.phone, [
  application(aids.jpki, [
    [0x0001, closed],
    [0x0006, readable(tokenInfo(tokenNames.phone))],
    [0x0008, readable(certificatesPresent(true, true))],
    [0x000a, closed],
    [0x0017, key],
    [0x0018, pin(allTries.authentication)],
    [0x001a, key],
    [0x001b, pin(allTries.signature)],
  ]),
]);

export const driversLicence: CardProfile = otherCard(
  'drivers-licence',
  atrs['drivers-licence'],
  driversLicenceApplications,
);

export const residenceCard: CardProfile = otherCard(
  'residence-card',
  atrs['residence-card'],
  aids.residenceCard.map((aid) => application(aid)),
);

export const passport: CardProfile = otherCard('passport', atrs.passport, [application(aids.passport)]);

/** Lists no payment application: FCI template, directory name, empty proprietary template (EMV book 1, 11.3). */
const paymentDirectory: Application = {
  aid: ascii('2PAY.SYS.DDF01'),
  selectP2: 0x00,
  selectAnswer: concat(hex('6F 12 84 0E'), ascii('2PAY.SYS.DDF01'), hex('A5 00')),
  files: new Map(),
};

export const creditCard: CardProfile = otherCard('credit', atrs.credit, [paymentDirectory]);

/** A memory card: there is nothing to select, and readers answer 6A81 to whoever tries. */
export const felica: CardProfile = { ...otherCard('felica', atrs.felica, []), refusesAllWith: 0x6a81 };

/** A card with files, and none that anybody here knows. */
export const unknownCard: CardProfile = otherCard('unknown', atrs.unknown, []);

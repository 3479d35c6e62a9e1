/**
 * Certificates as the JPKI application of a My Number card holds them, made up from beginning to end: the subject says
 * that it is nobody, no private key belongs to the public one, and the signature is filler.
 *
 * Layout: RFC 5280, with the names and object identifiers of the published CA certificates (docs/sources.md, "Reading a
 * card").
 */
import { ascii, concat, hex } from './bytes.ts';
import {
  bitString,
  boolean,
  element,
  explicit,
  implicit,
  integer,
  nothing,
  octetString,
  oid,
  printableString,
  sequence,
  set,
  time,
  utf8String,
} from './der.ts';

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** What the two certificates of a card are for; each has a certification authority of its own. */
export type CertificateUse = 'authentication' | 'signature';

const attribute = (type: string, value: Uint8Array): Uint8Array => set(sequence(oid(type), value));
const country = attribute('2.5.4.6', printableString('JP'));
const organization = (text: string): Uint8Array => attribute('2.5.4.10', utf8String(text));
const unit = (text: string): Uint8Array => attribute('2.5.4.11', utf8String(text));
const commonName = (text: string): Uint8Array => attribute('2.5.4.3', utf8String(text));

const unitOf: Readonly<Record<CertificateUse, string>> = {
  authentication: 'JPKI for user authentication',
  signature: 'JPKI for digital signature',
};

const authority = (use: CertificateUse): Uint8Array =>
  sequence(
    country,
    organization('JPKI'),
    unit(unitOf[use]),
    unit('Japan Agency for Local Authority Information Systems'),
  );

const sha256WithRsa = sequence(oid('1.2.840.113549.1.1.11'), nothing);

/** Bytes that look like key material and are none: 255, 248, 241, … with the last one odd. */
const filler = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, i) => (0xff - 7 * i) & 0xff).fill(0x01, -1);

const publicKey = sequence(
  sequence(oid('1.2.840.113549.1.1.1'), nothing),
  bitString(sequence(integer(concat(hex('00'), filler(256))), integer(hex('01 00 01')))),
);

const extension = (id: string, value: Uint8Array, critical = false): Uint8Array =>
  critical ? sequence(oid(id), boolean(true), octetString(value)) : sequence(oid(id), octetString(value));

const directoryName = (name: Uint8Array): Uint8Array => explicit(4, name);

const authorityKey = extension('2.5.29.35', sequence(implicit(0, filler(20))));
const subjectKey = extension('2.5.29.14', octetString(filler(20)));

const holderExtensions = sequence(
  extension('2.5.29.15', bitString(hex('80'), 7), true),
  extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.2'))),
  extension(
    '2.5.29.32',
    sequence(
      sequence(
        oid('1.2.392.200149.8.5.1.3.30'),
        sequence(sequence(oid('1.3.6.1.5.5.7.2.1'), element(0x16, ascii('http://policy.invalid/practice-card.html')))),
      ),
    ),
    true,
  ),
  extension(
    '2.5.29.18',
    sequence(
      directoryName(
        sequence(
          country,
          organization('公的個人認証サービス'),
          unit('公的個人認証サービス利用者証明用'),
          unit('地方公共団体情報システム機構'),
        ),
      ),
    ),
  ),
  extension(
    '2.5.29.31',
    sequence(
      sequence(
        explicit(
          0,
          explicit(
            0,
            directoryName(
              sequence(
                country,
                organization('JPKI'),
                unit(unitOf.authentication),
                unit('CRL Distribution Points'),
                unit('Practice'),
                commonName('Practice card CRL distribution point'),
              ),
            ),
          ),
        ),
      ),
    ),
  ),
  extension(
    '1.3.6.1.5.5.7.1.1',
    sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), implicit(6, ascii('http://ocsp.invalid/')))),
  ),
  extension(
    '2.5.29.35',
    sequence(implicit(0, filler(20)), explicit(1, directoryName(authority('authentication'))), implicit(2, hex('01'))),
  ),
  subjectKey,
);

const authorityExtensions = sequence(
  extension('2.5.29.15', bitString(hex('06'), 1), true),
  extension('2.5.29.19', sequence(boolean(true)), true),
  authorityKey,
  subjectKey,
);

interface Contents {
  readonly serialNumber: Uint8Array;
  readonly issuer: Uint8Array;
  readonly notBefore: Uint8Array;
  readonly notAfter: Uint8Array;
  readonly subject: Uint8Array;
  readonly extensions: Uint8Array;
}

const certificate = ({ serialNumber, issuer, notBefore, notAfter, subject, extensions }: Contents): Uint8Array =>
  sequence(
    sequence(
      explicit(0, integer(hex('02'))),
      integer(serialNumber),
      sha256WithRsa,
      issuer,
      sequence(notBefore, notAfter),
      subject,
      publicKey,
      explicit(3, extensions),
    ),
    sha256WithRsa,
    bitString(filler(256)),
  );

/** Real cards have been seen with serial numbers of 4 bytes; RFC 5280, 4.1.2.2, allows up to 20. */
export type SerialLength = 4 | 20;

const holderCertificate = (notBefore: Uint8Array, notAfter: Uint8Array, serialLength: SerialLength = 4): Uint8Array =>
  certificate({
    serialNumber: new Uint8Array(serialLength).fill(0x11),
    issuer: authority('authentication'),
    notBefore,
    notAfter,
    subject: sequence(country, commonName('PRACTICE-CARD-NOBODY-00000000000')),
    extensions: holderExtensions,
  });

/** The 利用者証明用 certificate of a holder that does not exist, in DER: about 1.5 kB. */
export const authenticationCertificate = (validity: Validity, serialLength: SerialLength = 4): Uint8Array =>
  holderCertificate(time(validity.notBefore), time(validity.notAfter), serialLength);

/** The certificate of the authority itself, as EF 000B and EF 0002 hold it, in DER. */
export const authorityCertificate = (use: CertificateUse): Uint8Array =>
  certificate({
    serialNumber: hex('01'),
    issuer: authority(use),
    notBefore: time(new Date('2023-09-01T15:00:00Z')),
    notAfter: time(new Date('2033-09-01T14:59:59Z')),
    subject: authority(use),
    extensions: authorityExtensions,
  });

export type Corruption = 'garbage' | 'truncated' | 'dates-reversed' | 'malformed-date';

/** Where a truncated certificate breaks off: inside the name of the issuer, before any date. */
const truncatedLength = 150;

const corrupt: Readonly<Record<Corruption, (validity: Validity) => Uint8Array>> = {
  garbage: () => filler(1500),
  truncated: (validity) => authenticationCertificate(validity).slice(0, truncatedLength),
  'dates-reversed': ({ notBefore, notAfter }) =>
    authenticationCertificate({ notBefore: notAfter, notAfter: notBefore }),
  // The 31st of a thirteenth month.
  'malformed-date': ({ notBefore }) => holderCertificate(time(notBefore), element(0x17, ascii('281331145959Z'))),
};

/** A certificate that no program should read a date from. */
export const corruptedCertificate = (corruption: Corruption, validity: Validity): Uint8Array =>
  corrupt[corruption](validity);

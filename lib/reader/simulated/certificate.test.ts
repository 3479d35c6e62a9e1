import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { authenticationCertificate, authorityCertificate, corruptedCertificate } from './certificate.ts';

const validity = { notBefore: new Date('2023-05-18T02:00:00Z'), notAfter: new Date('2028-05-17T14:59:59Z') };
const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

describe('the authentication certificate', () => {
  test('is one that OpenSSL reads, with the dates it was made for', () => {
    const certificate = new X509Certificate(authenticationCertificate(validity));
    expect(certificate.validFromDate).toEqual(validity.notBefore);
    expect(certificate.validToDate).toEqual(validity.notAfter);
    expect(certificate.publicKey.asymmetricKeyDetails).toEqual({ modulusLength: 2048, publicExponent: 65537n });
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2']);
  });

  test('names the authority of real ones, and nobody as its holder', () => {
    const certificate = new X509Certificate(authenticationCertificate(validity));
    expect(certificate.issuer.split('\n')).toEqual([
      'C=JP',
      'O=JPKI',
      'OU=JPKI for user authentication',
      'OU=Japan Agency for Local Authority Information Systems',
    ]);
    expect(certificate.subject.split('\n')).toEqual(['C=JP', 'CN=PRACTICE-CARD-NOBODY-00000000000']);
  });

  test('is as long as real ones and has its end where they have it', () => {
    const certificate = authenticationCertificate(validity);
    expect(certificate).toHaveLength(1598);
    expect(ascii(certificate.subarray(184, 199))).toBe('\x17\x0d280517145959Z');
  });

  test('with the longest serial number allowed still has its end within 224 bytes', () => {
    const certificate = authenticationCertificate(validity, 20);
    expect(ascii(certificate.subarray(200, 215))).toBe('\x17\x0d280517145959Z');
  });

  test('writes years from 2050 on as GeneralizedTime', () => {
    const certificate = authenticationCertificate({
      notBefore: new Date('2049-12-31T23:59:59Z'),
      notAfter: new Date('2050-01-01T14:59:59Z'),
    });
    expect(ascii(certificate)).toContain('\x17\x0d491231235959Z\x18\x0f20500101145959Z');
    expect(new X509Certificate(certificate).validToDate).toEqual(new Date('2050-01-01T14:59:59Z'));
  });
});

test.each([
  ['authentication', 'OU=JPKI for user authentication'],
  ['signature', 'OU=JPKI for digital signature'],
] as const)('the authority for %s vouches for itself', (use, unit) => {
  const certificate = new X509Certificate(authorityCertificate(use));
  expect(certificate.ca).toBe(true);
  expect(certificate.subject).toBe(certificate.issuer);
  expect(certificate.issuer).toContain(unit);
});

describe('corrupted certificates', () => {
  test('garbage does not begin like a certificate', () => {
    expect(corruptedCertificate('garbage', validity)[0]).not.toBe(0x30);
  });

  test('a truncated one ends before its dates', () => {
    const rest = corruptedCertificate('truncated', validity);
    expect(rest).toEqual(authenticationCertificate(validity).slice(0, 150));
  });

  test('reversed dates end before they begin', () => {
    const certificate = new X509Certificate(corruptedCertificate('dates-reversed', validity));
    expect(certificate.validFromDate).toEqual(validity.notAfter);
    expect(certificate.validToDate).toEqual(validity.notBefore);
  });

  test('a malformed date is a day that no calendar has', () => {
    expect(ascii(corruptedCertificate('malformed-date', validity))).toContain('281331145959Z');
  });
});

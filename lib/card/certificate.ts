/**
 * The end of an X.509 certificate, found in its first 224 bytes by walking the DER (RFC 5280, 4.1). Strict: what is not
 * well-formed is `null`, never a guess. A GeneralizedTime is taken before 2050 as well: it can only mean one day. Nothing but the two instants leaves this file.
 */
import type { CertificateReport } from './report.ts';

/** Japan has no daylight saving time. */
const tokyoOffsetMs = 9 * 60 * 60 * 1000;

const tag = {
  integer: 0x02,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  version: 0xa0,
} as const;

/** RFC 5280, 4.1.2.2: at most 20 octets; DER may need one more for a leading zero. */
const serialNumberMax = 21;

interface Element {
  readonly tag: number;
  /** Offset of the first content byte. */
  readonly start: number;
  /** Offset after the last content byte; may lie beyond the bytes that were read. */
  readonly end: number;
}

/** One DER element header at `at` (X.690, 8.1.3 and 10.1: definite length, shortest form). */
const element = (bytes: Uint8Array, at: number, expectedTag: number): Element | null => {
  if (bytes[at] !== expectedTag) return null;
  const first = bytes[at + 1];
  if (first === undefined) return null;
  if (first < 0x80) return { tag: expectedTag, start: at + 2, end: at + 2 + first };
  const lengthBytes = first & 0x7f;
  // Three length bytes would be a certificate over 64 KiB; no card holds one.
  if (lengthBytes < 1 || lengthBytes > 2) return null;
  const digits = bytes.subarray(at + 2, at + 2 + lengthBytes);
  if (digits.length < lengthBytes) return null;
  const length = digits.reduce((sum, digit) => sum * 256 + digit, 0);
  if (length < (lengthBytes === 1 ? 0x80 : 0x100)) return null;
  const start = at + 2 + lengthBytes;
  return { tag: expectedTag, start, end: start + length };
};

const digitsOf = (bytes: Uint8Array, { start, end }: Element): string | null => {
  if (end > bytes.length) return null;
  const text = String.fromCharCode(...bytes.subarray(start, end));
  return /^\d+Z$/.test(text) ? text.slice(0, -1) : null;
};

/** UTCTime `YYMMDDhhmmssZ`, years 50-99 = 19xx; GeneralizedTime `YYYYMMDDhhmmssZ` (RFC 5280, 4.1.2.5). Milliseconds since 1970. */
const instant = (bytes: Uint8Array, time: Element): number | null => {
  const digits = digitsOf(bytes, time);
  if (digits === null || digits.length !== (time.tag === tag.utcTime ? 12 : 14)) return null;
  const century = digits < '50' ? '20' : '19';
  const full = time.tag === tag.utcTime ? `${century}${digits}` : digits;
  const iso = full.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6.000Z');
  // RFC 5280, 4.1.2.5: 9999 stands for "no end", which no certificate of a card has.
  if (iso >= '9999') return null;
  const ms = Date.parse(iso);
  // Date.parse turns 30 February into 1 March and 24:00 into the next day; a certificate that says so is malformed.
  return Number.isNaN(ms) || new Date(ms).toISOString() !== iso ? null : ms;
};

const timeAt = (bytes: Uint8Array, at: number): Element | null =>
  element(bytes, at, tag.utcTime) ?? element(bytes, at, tag.generalizedTime);

export interface Validity {
  /** Milliseconds since 1970, inclusive. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/**
 * Reads notBefore and notAfter of a certificate.
 *
 * @param head - the first bytes of the certificate; 224 reach far enough for every certificate RFC 5280 allows under the
 *   issuer of JPKI. The length fields may point beyond what was read, but never outside the element around them.
 * @returns `null` for everything that is not well-formed up to and including notAfter, or ends before it begins.
 */
export const parseValidity = (head: Uint8Array): Validity | null => {
  const certificate = element(head, 0, tag.sequence);
  if (certificate === null || head[1] !== 0x82) return null;
  const body = element(head, certificate.start, tag.sequence);
  if (body === null || head[certificate.start + 1] !== 0x82 || body.end > certificate.end) return null;

  const version = element(head, body.start, tag.version);
  if (version === null || version.end - version.start !== 3) return null;
  // v3 is the only version with which JPKI issues.
  if (head[version.start] !== tag.integer || head[version.start + 1] !== 1 || head[version.start + 2] !== 2)
    return null;

  const serialNumber = element(head, version.end, tag.integer);
  if (serialNumber === null) return null;
  const serialLength = serialNumber.end - serialNumber.start;
  if (serialLength < 1 || serialLength > serialNumberMax) return null;

  const algorithm = element(head, serialNumber.end, tag.sequence);
  if (algorithm === null) return null;
  const issuer = element(head, algorithm.end, tag.sequence);
  if (issuer === null) return null;
  const validity = element(head, issuer.end, tag.sequence);
  if (validity === null || validity.end > body.end || validity.end > head.length) return null;

  const from = timeAt(head, validity.start);
  if (from === null) return null;
  const to = timeAt(head, from.end);
  if (to === null || to.end !== validity.end) return null;

  const notBefore = instant(head, from);
  const notAfter = instant(head, to);
  if (notBefore === null || notAfter === null || notAfter < notBefore) return null;
  return { notBefore, notAfter };
};

/** The calendar day in Asia/Tokyo, `YYYY-MM-DD`, whatever the time zone of the machine. */
export const tokyoDay = (ms: number): string => new Date(ms + tokyoOffsetMs).toISOString().slice(0, 10);

/**
 * The first day on which a certificate that ends on `notAfter` can be renewed: three months before (docs/sources.md,
 * "Certificates"). In a month without that day it is the month's last: 31 May → 28 or 29 February.
 *
 * @param notAfter - `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`
 */
export const renewableFrom = (notAfter: string): string => {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = notAfter.split('-').map(Number);
  const lastDayOfMonth = new Date(Date.UTC(year, month - 3, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 4, Math.min(day, lastDayOfMonth))).toISOString().slice(0, 10);
};

/**
 * What there is to say about a certificate today. One that has not begun yet is `unreadable`: then the clock is wrong, and
 * nothing can be said about the end either.
 *
 * @param now - the clock
 */
export const certificateReport = ({ notBefore, notAfter }: Validity, now: Date): CertificateReport => {
  if (now.getTime() < notBefore) return { state: 'unreadable', notAfter: null };
  const lastDay = tokyoDay(notAfter);
  if (now.getTime() > notAfter) return { state: 'expired', notAfter: lastDay };
  const renewable = tokyoDay(now.getTime()) >= renewableFrom(lastDay);
  return { state: renewable ? 'renewable' : 'valid', notAfter: lastDay };
};

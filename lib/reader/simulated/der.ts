/** The little of DER (ITU-T X.690) that it takes to write an X.509 certificate. */
import { ascii, concat } from './bytes.ts';

const lengthOctets = (length: number): Uint8Array => {
  if (length < 0x80) return Uint8Array.of(length);
  if (length < 0x100) return Uint8Array.of(0x81, length);
  return Uint8Array.of(0x82, length >> 8, length & 0xff);
};

/** One element: tag, length, then the parts of its value. Values up to 65535 bytes. */
export const element = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const value = concat(...parts);
  return concat(Uint8Array.of(tag), lengthOctets(value.length), value);
};

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => element(0x30, ...parts);
export const set = (...parts: readonly Uint8Array[]): Uint8Array => element(0x31, ...parts);
export const integer = (value: Uint8Array): Uint8Array => element(0x02, value);
export const boolean = (value: boolean): Uint8Array => element(0x01, Uint8Array.of(value ? 0xff : 0x00));
export const nothing = element(0x05);
export const octetString = (value: Uint8Array): Uint8Array => element(0x04, value);
export const printableString = (text: string): Uint8Array => element(0x13, ascii(text));
export const utf8String = (text: string): Uint8Array => element(0x0c, new TextEncoder().encode(text));
export const bitString = (value: Uint8Array, unusedBits = 0): Uint8Array =>
  element(0x03, Uint8Array.of(unusedBits), value);
/** Context-specific element that holds other elements. */
export const explicit = (number: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  element(0xa0 | number, ...parts);
/** Context-specific element that holds plain bytes. */
export const implicit = (number: number, value: Uint8Array): Uint8Array => element(0x80 | number, value);

const base128 = (arc: number): number[] => {
  const digits = [arc & 0x7f];
  for (let rest = arc >> 7; rest > 0; rest >>= 7) digits.unshift(0x80 | (rest & 0x7f));
  return digits;
};

/** An object identifier from its dotted spelling. */
export const oid = (dotted: string): Uint8Array => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Uint8Array.from([first * 40 + second, ...rest].flatMap(base128)));
};

/** UTCTime up to 2049, GeneralizedTime from 2050 on (RFC 5280, 4.1.2.5). */
export const time = (date: Date): Uint8Array => {
  const digits = date.toISOString().slice(0, 19).replaceAll(/\D/g, '');
  return date.getUTCFullYear() < 2050
    ? element(0x17, ascii(`${digits.slice(2)}Z`))
    : element(0x18, ascii(`${digits}Z`));
};

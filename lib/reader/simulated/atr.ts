import { concat, hex } from './bytes.ts';

/**
 * Completes an ATR by its check byte TCK: the exclusive or of everything from T0 on is then zero (ISO/IEC 7816-3, 8.2.5).
 */
const withCheck = (bytes: Uint8Array): Uint8Array =>
  concat(bytes, Uint8Array.of(bytes.slice(1).reduce((check, byte) => check ^ byte, 0)));

/**
 * The ATR a contactless reader makes up for a type B card (PC/SC part 3, 3.1.3.2.3.2): four bytes of application data,
 * three of protocol information, MBLI.
 */
const typeB = (applicationData: string, protocol: string): Uint8Array =>
  withCheck(hex(`3B 88 80 01 ${applicationData} ${protocol} 00`));

/** Type A without historical bytes: phones, credit cards and passports look like this. */
const typeA = withCheck(hex('3B 80 80 01'));

/**
 * What a reader reports for each kind of card. The first two, the licence and FeliCa are as collected from real cards
 * (pcsc-tools, smartcard_list.txt); the others are made up to the same rules.
 */
export const atrs = {
  'my-number': typeB('00 00 41 E0', 'B3 81 A1'),
  'juki-card': typeB('00 00 14 E0', 'B3 81 91'),
  phone: typeA,
  'drivers-licence': typeB('00 00 00 00', '91 81 C1'),
  'residence-card': typeB('00 00 00 00', 'B3 81 C1'),
  credit: typeA,
  felica: withCheck(hex('3B 8F 80 01 80 4F 0C A0 00 00 03 06 11 00 3B 00 00 00 00')),
  passport: typeA,
  unknown: typeB('00 00 00 00', '33 81 81'),
} as const;

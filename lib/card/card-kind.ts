import { parseAid } from './commands.ts';
import type { CardKind } from './report.ts';

/** CK_TOKEN_INFO names in EF 0006 of the JPKI application. Source: docs/sources.md, "Token names". */
const kindByTokenName: ReadonlyMap<string, CardKind> = new Map([
  ['JPKIAPICCTOKEN2', 'my-number'],
  ['JPKIAPICCTOKEN', 'juki-card'],
  ['JPKIAPGPSETOKEN', 'phone'],
  ['JPKIAPIOSTOKEN', 'phone'],
]);

/**
 * Which token the name stands for.
 *
 * @param bytes - the first 32 bytes of EF 0006; padded with spaces (PKCS #11) or NULs.
 */
export const kindOfToken = (bytes: Uint8Array): CardKind => {
  const name = String.fromCharCode(...bytes).replace(/[ \0]+$/, '');
  return kindByTokenName.get(name) ?? 'unknown';
};

/** RID of PC/SC for memory cards and FeliCa (PC/SC part 3, 3.1.3.2.3.1): there is no application to select on these. */
const storageCardRid = parseAid('A000000306');
/** Byte that follows the RID in that ATR: standard 11 = FeliCa. */
const felicaStandard = 0x11;

/**
 * Cards without applications show themselves in the ATR: FeliCa (transport, e-money), and other memory cards. Nothing else
 * is ever decided by an ATR, because the same My Number card has several.
 *
 * @returns `null` for a card that has applications to ask.
 */
export const storageCardKind = (atr: Uint8Array): 'felica' | 'unknown' | null => {
  for (let at = 0; at + storageCardRid.length < atr.length; at++) {
    const found = storageCardRid.every((byte, i) => atr[at + i] === byte);
    if (found) return atr[at + storageCardRid.length] === felicaStandard ? 'felica' : 'unknown';
  }
  return null;
};

export interface OtherCard {
  readonly kind: CardKind;
  readonly aid: Uint8Array;
  readonly p2: 0x0c | 0x00;
}

const other = (kind: CardKind, hex: string, p2: 0x0c | 0x00 = 0x0c): OtherCard => ({ kind, aid: parseAid(hex), p2 });

/**
 * What else people put down, asked in this order once the card has no JPKI application. (A My Number card may carry a
 * driver's licence as well, so JPKI comes first.)
 */
export const otherCards: readonly OtherCard[] = [
  other('drivers-licence', 'A0000002310100000000000000000000'),
  other('drivers-licence', 'A0000002480300000000000000000000'),
  other('residence-card', 'D392F0004F0200000000000000000000'),
  other('passport', 'A0000002471001'),
  // 2PAY.SYS.DDF01 (contactless) and 1PAY.SYS.DDF01 (contact), EMV book 1
  other('credit', '325041592E5359532E4444463031', 0x00),
  other('credit', '315041592E5359532E4444463031', 0x00),
];

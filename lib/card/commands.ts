/**
 * The commands this product can send, and nothing else: SELECT, READ BINARY and the VERIFY query.
 * Framing: ISO/IEC 7816-4, short APDUs.
 */

/** Application names (AID), ISO/IEC 7816-5. */
export const aid = {
  /** 公的個人認証AP: both certificates and their PINs. */
  jpki: fromHex('D392F000260100000001'),
  /** 券面事項入力補助AP. */
  cardInfoInput: fromHex('D3921000310001010408'),
  /** 住基AP. */
  residentRegister: fromHex('D3921000310001010401'),
  /** 共通カードAP: keeps a second, separately counted copy of the 住民基本台帳用 PIN. */
  common: fromHex('D3921000310001010100'),
} as const;

/** File identifiers (EF). Their last five bits are the short identifier. */
export const ef = {
  /** PKCS #11 token information; the first 32 bytes are its name. */
  tokenInfo: 0x0006,
  /** Three bytes that say which certificates are there. */
  certificatesPresent: 0x0008,
  authenticationCertificate: 0x000a,
  cardInfoInputPin: 0x0011,
  authenticationPin: 0x0018,
  signaturePin: 0x001b,
  residentRegisterPin: 0x001c,
} as const;

/** Bytes of the authentication certificate that are read: enough to reach notAfter with the longest serial number allowed. */
export const certificateHeadLength = 224;

/** Length of the token name at the start of EF 0006. The bytes after it hold a serial number and are never read. */
export const tokenNameLength = 32;

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/** An application name from its hexadecimal spelling, two digits per byte. */
export const parseAid = (hex: string): Uint8Array<ArrayBuffer> => fromHex(hex);

/**
 * SELECT by application name, always the full name: the card also accepts the first bytes of one (JICSAP 1.1, 4.2).
 *
 * @param p2 - `0x0c` asks for no answer data; EMV cards insist on `0x00`.
 */
export const selectApplication = (name: Uint8Array, p2: 0x0c | 0x00 = 0x0c): Uint8Array =>
  p2 === 0x0c
    ? Uint8Array.of(0x00, 0xa4, 0x04, p2, name.length, ...name)
    : Uint8Array.of(0x00, 0xa4, 0x04, p2, name.length, ...name, 0x00);

/** SELECT of an EF below the selected application. P1=02 is the form My Number cards answer; P1=09 is not. */
export const selectFile = (id: number): Uint8Array => Uint8Array.of(0x00, 0xa4, 0x02, 0x0c, 0x02, id >> 8, id & 0xff);

/**
 * READ BINARY from the start of the current EF.
 *
 * @param length - 1 to 256 bytes
 */
export const readCurrentFile = (length: number): Uint8Array => Uint8Array.of(0x00, 0xb0, 0x00, 0x00, length & 0xff);

/** READ BINARY by short file identifier, from offset 0; also makes that EF the current one. */
export const readFile = (id: number, length: number): Uint8Array =>
  Uint8Array.of(0x00, 0xb0, 0x80 | (id & 0x1f), 0x00, length & 0xff);

/**
 * The VERIFY query: four bytes, no data, so it cannot be an attempt. The only place that builds INS 20.
 * Asks how many tries the current EF has left.
 */
export const queryTries = (): Uint8Array => Uint8Array.of(0x00, 0x20, 0x00, 0x80);

/** The same query for an EF named by its short identifier, without selecting it first. Four bytes as well. */
export const queryTriesOf = (id: number): Uint8Array => Uint8Array.of(0x00, 0x20, 0x00, 0x80 | (id & 0x1f));

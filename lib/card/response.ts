/** A card's answer: data, then SW1-SW2 as one 16-bit number (ISO/IEC 7816-4, 5.6). */
export interface Response {
  readonly data: Uint8Array;
  readonly sw: number;
}

/**
 * Splits the bytes that came back. Fewer than two are not an answer of a card: the contact was lost.
 *
 * @returns `null` when there is no status word.
 */
export const parseResponse = (bytes: Uint8Array): Response | null => {
  const sw1 = bytes.at(-2);
  const sw2 = bytes.at(-1);
  if (sw1 === undefined || sw2 === undefined) return null;
  return { data: bytes.subarray(0, -2), sw: (sw1 << 8) | sw2 };
};

export const isSuccess = ({ sw }: Response): boolean => sw === 0x9000;

/** 61xx: done, and more data could be fetched. A SELECT that asked for none is a success all the same (T=0 readers). */
export const isSelected = ({ sw }: Response): boolean => sw === 0x9000 || sw >> 8 === 0x61;

/** 6A82: no such file or application on this card. */
export const isNotFound = ({ sw }: Response): boolean => sw === 0x6a82;

/** 6Cxx: the length the card wants instead, 1-256; `null` for every other answer. */
export const wantedLength = ({ sw }: Response): number | null => (sw >> 8 === 0x6c ? sw & 0xff || 256 : null);

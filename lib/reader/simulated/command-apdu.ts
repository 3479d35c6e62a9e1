/** A short command APDU as the card sees it (ISO/IEC 7816-4, 5.1). */
export interface Command {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** How many bytes may come back, 1 to 256; `null` when none were asked for. */
  readonly le: number | null;
}

const noData = new Uint8Array(0);

const expected = (byte: number | undefined): number | null => (byte === undefined ? null : byte || 256);

/** Reads the four cases of short APDUs. `null`: lengths that do not add up; extended lengths are not spoken. */
export const parseCommand = (apdu: Uint8Array): Command | null => {
  const [cla, ins, p1, p2, p3] = apdu;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return null;
  const header = { cla, ins, p1, p2 };
  // One byte after the header is a length expected, even 00: so `00 20 00 80 00` carries no data and is a query.
  if (p3 === undefined || apdu.length === 5) return { ...header, data: noData, le: expected(p3) };
  const end = 5 + p3;
  if (p3 === 0 || apdu.length < end || apdu.length > end + 1) return null;
  return { ...header, data: apdu.slice(5, end), le: expected(apdu[end]) };
};

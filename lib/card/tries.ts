import type { PinName, PinReport, PinState } from './report.ts';
import type { Response } from './response.ts';

/** Wrong entries in a row until the card locks a PIN. Source: docs/sources.md, "Tries". */
export const triesMax: Readonly<Record<PinName, number>> = {
  authentication: 3,
  signature: 5,
  cardInfoInput: 3,
  residentRegister: 3,
};

export const unknownPin = (name: PinName): PinReport => ({
  state: 'unknown',
  triesLeft: null,
  triesMax: triesMax[name],
});

const stateOf = (left: number, max: number): PinState => {
  if (left === 0) return 'locked';
  if (left === 1) return 'last-try';
  return left < max ? 'low' : 'ok';
};

/**
 * Tries left as the card answers the VERIFY query.
 *
 * 63Cx: x left. 6984 (JICSAP 1.1, table 25) and 6983 (ISO/IEC 7816-4): locked. 9000 is no count: JPKI cards answer 63Cx
 * even after a correct PIN, so it comes from some other card. Anything else, a count above `max` and an answer that
 * carries data are not an answer to this question either.
 *
 * @returns tries left, 0 to `max`; `null` when the card did not say.
 */
export const parseTries = ({ data, sw }: Response, max: number): number | null => {
  if (data.length > 0) return null;
  if (sw === 0x6984 || sw === 0x6983) return 0;
  if (sw >> 4 !== 0x63c) return null;
  const left = sw & 0xf;
  return left <= max ? left : null;
};

export const pinReport = (name: PinName, left: number | null): PinReport =>
  left === null
    ? unknownPin(name)
    : { state: stateOf(left, triesMax[name]), triesLeft: left, triesMax: triesMax[name] };

/** What one of the two places says that count the 住民基本台帳用 PIN; `absent` when this card does not have the place. */
export type PlaceTries = number | null | 'absent';

/**
 * The lower of the two places is what stops the holder of the card. A lock in one of them is certain; any other count needs
 * the word of both, because the one that did not answer may be the lower one.
 */
export const lowerTries = (one: PlaceTries, other: PlaceTries): number | null => {
  if (one === 0 || other === 0) return 0;
  if (one === 'absent') return other === 'absent' ? null : other;
  if (other === 'absent') return one;
  return one === null || other === null ? null : Math.min(one, other);
};

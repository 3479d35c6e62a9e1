/** Bytes from their hexadecimal spelling; spaces are for the reader. */
export const hex = (spelling: string): Uint8Array =>
  Uint8Array.from(spelling.replaceAll(' ', '').match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

export const concat = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** `bytes` followed by as many `filler` bytes as it takes to be `length` long. */
export const padEnd = (bytes: Uint8Array, length: number, filler: number): Uint8Array =>
  concat(bytes, new Uint8Array(Math.max(0, length - bytes.length)).fill(filler));

/** With the spaces and hyphens that people put between the parts of a number. */
const withoutGaps = (text: string): string => text.normalize('NFKC').replace(/[\s‐-―−-]/g, '');

/** Who writes what it is has written a PIN, whatever else stands around it. */
const named = /(?:暗証番号|パスワード|pin|password)\D{0,3}\d{4}(?!\d)/i;

/** A PIN of four digits before it is anything else. */
export const isFourDigits = (text: string): boolean => /^\d{4}$/.test(withoutGaps(text));

/**
 * Whether a text could be one of the four PINs: four digits, or 6 to 16 letters and digits with both among them. No field
 * keeps such a text unless it is known to be something else.
 */
export const looksLikePin = (text: string): boolean => {
  const plain = withoutGaps(text);
  if (isFourDigits(text) || named.test(plain)) return true;
  return /^[A-Za-z\d]{6,16}$/.test(plain) && /\d/.test(plain) && /[A-Za-z]/.test(plain);
};

/**
 * Whether a text could be one of the four PINs: four digits, or 6 to 16 letters and digits with both among them. No field
 * keeps such a text unless it is known to be something else.
 */
export const looksLikePin = (text: string): boolean => {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{4}$/.test(plain)) return true;
  return /^[A-Za-z\d]{6,16}$/.test(plain) && /\d/.test(plain) && /[A-Za-z]/.test(plain);
};

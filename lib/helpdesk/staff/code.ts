/** One-time codes that are read from a screen and typed: capital letters and digits without those that look alike. */
import { randomInt } from 'node:crypto';

const characters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 16;

/** 80 bits, as `ABCD-EFGH-JKLM-NPQR`. */
export const newCode = (): string => {
  const code = Array.from({ length }, () => characters.charAt(randomInt(characters.length))).join('');
  return code.replace(/(.{4})(?=.)/g, '$1-');
};

/** As somebody typed it: in any case and width, with or without its hyphens. @returns `null` if it cannot be one */
export const readCode = (typed: string): string | null => {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}ー−]/gu, '');
  const isCode = code.length === length && [...code].every((each) => characters.includes(each));
  return isCode ? code.replace(/(.{4})(?=.)/g, '$1-') : null;
};

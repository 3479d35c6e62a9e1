import { expect, test } from 'vitest';
import { kindOfToken, storageCardKind } from './card-kind.ts';
import { parseAid } from './commands.ts';

const name = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['JPKIAPICCTOKEN2                 ', 'my-number'],
  ['JPKIAPICCTOKEN2\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0', 'my-number'],
  ['JPKIAPICCTOKEN                  ', 'juki-card'],
  ['JPKIAPGPSETOKEN                 ', 'phone'],
  ['JPKIAPIOSTOKEN \0 \0', 'phone'],
  ['JPKIAPICCTOKEN22                ', 'unknown'],
  [' JPKIAPICCTOKEN2', 'unknown'],
  ['', 'unknown'],
])('the token name %j is a %s', (text, kind) => {
  expect(kindOfToken(name(text))).toBe(kind);
});

test.each([
  ['3B8F8001804F0CA0000003061100 3B0000000042', 'felica'],
  ['3B8F8001804F0CA000000306030001000000006A', 'unknown'],
  ['3B888001000041E0B381A1003B', null],
  ['3BF59100FF918171FE400042000100D1D6', null],
  ['', null],
  ['A000000306', null],
])('the ATR %s tells %j', (hex, kind) => {
  expect(storageCardKind(parseAid(hex.replace(' ', '')))).toBe(kind);
});

import { expect, it } from 'vitest';
import { newCode, readCode } from './code.ts';

it('a code has 80 bits and no characters that look alike', () => {
  const codes = Array.from({ length: 200 }, newCode);
  for (const code of codes) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
  expect(new Set(codes).size).toBe(200);
});

it.each([
  ['ABCD-EFGH-JKLM-NPQR'],
  ['abcdefghjklmnpqr'],
  [' abcd efgh jklm npqr '],
  ['ＡＢＣＤ－ＥＦＧＨ－ＪＫＬＭ－ＮＰＱＲ'],
  ['ABCDーEFGHーJKLMーNPQR'],
])('"%s" is the code that was meant', (typed) => {
  expect(readCode(typed)).toBe('ABCD-EFGH-JKLM-NPQR');
});

it.each([[''], ['ABCD-EFGH-JKLM'], ['ABCD-EFGH-JKLM-NPQ0'], ['ABCD-EFGH-JKLM-NPQRS'], ["' or 1=1 --"]])(
  '"%s" is none',
  (typed) => {
    expect(readCode(typed)).toBeNull();
  },
);

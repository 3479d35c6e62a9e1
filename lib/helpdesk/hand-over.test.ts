import * as v from 'valibot';
import { expect, test } from 'vitest';
import { codeLetters, type HandOver, handOverSchema, isOfToday, readCode, showCode } from './hand-over.ts';

const slip: HandOver = {
  language: 'ja',
  facts: {
    'triesLeft.signature': { value: 0, evidence: 'measured' },
    'pin.authentication': { value: 'forgotten', evidence: 'said' },
  },
  tried: ['read-card', 'looked-for-slip'],
  asked: ['reset-signature'],
  cardErrors: ['cardRemoved'],
  appErrors: ['certificate-not-verified'],
  pages: ['pin-locked-signature'],
};

test('a slip holds facts and choices of closed lists', () => {
  expect(v.parse(handOverSchema, JSON.parse(JSON.stringify(slip)))).toEqual(slip);
});

test.each([
  ['a note', { ...slip, note: 'Yamada' }],
  ['a sentence among what was tried', { ...slip, tried: ['called Yamada'] }],
  ['a number among the facts', { ...slip, facts: { 'pin.signature': { value: '1234', evidence: 'said' } } }],
  ['a fact that is a birthday', { ...slip, facts: { certificateEnds: { value: '2028-05-17', evidence: 'measured' } } }],
  ['a word within a fact', { ...slip, facts: { card: { value: 'lost', evidence: 'said', by: 'Yamada' } } }],
  ['an unknown error', { ...slip, appErrors: ['Yamada'] }],
  ['an unknown page', { ...slip, pages: ['Yamada'] }],
  ['a list without end', { ...slip, tried: Array.from({ length: 25 }, () => 'read-card') }],
])('%s does not fit in', (_, given) => {
  expect(v.safeParse(handOverSchema, given).success).toBe(false);
});

test('a code is read however it is written, and nothing else is one', () => {
  expect(readCode('acde-3467')).toBe('ACDE3467');
  expect(readCode(' ACDE 3467 ')).toBe('ACDE3467');
  expect(readCode('ACDE346')).toBeNull();
  expect(readCode('ACDE3461')).toBeNull();
  expect(showCode('ACDE3467')).toBe('ACDE-3467');
});

test('no two letters of a code look alike', () => {
  expect(new Set(codeLetters).size).toBe(codeLetters.length);
  for (const pair of ['0O', '1I', '1L', '2Z', '5S', '8B', 'UV', 'MN']) {
    expect([...pair].every((letter) => codeLetters.includes(letter))).toBe(false);
  }
});

test('a slip is of one day in Tokyo', () => {
  const lastMinute = Date.parse('2026-11-26T23:59:59+09:00');
  expect(isOfToday(Date.parse('2026-11-26T08:30:00+09:00'), lastMinute)).toBe(true);
  expect(isOfToday(Date.parse('2026-11-26T08:30:00+09:00'), lastMinute + 1_000)).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { lowerTries, parseTries, pinReport } from './tries.ts';

const answer = (sw: number, data: number[] = []) => ({ data: Uint8Array.from(data), sw });

describe('the answer to the VERIFY query', () => {
  test.each([
    [0x63c5, 5, 5],
    [0x63c3, 3, 3],
    [0x63c1, 5, 1],
    [0x63c0, 3, 0],
    [0x6984, 3, 0],
    [0x6983, 5, 0],
  ])('%j of %i tries means %i left', (sw, max, left) => {
    expect(parseTries(answer(sw), max)).toBe(left);
  });

  test.each([0x9000, 0x6300, 0x6700, 0x6981, 0x6985, 0x6986, 0x6a82, 0x6a86, 0x6a88, 0x6d00, 0x6e00, 0x0000, 0xffff])(
    '%j says nothing about tries',
    (sw) => {
      expect(parseTries(answer(sw), 5)).toBeNull();
    },
  );

  test('a count above the maximum is not believed', () => {
    expect(parseTries(answer(0x63c4), 3)).toBeNull();
    expect(parseTries(answer(0x63cf), 5)).toBeNull();
  });

  test('an answer that carries data is not an answer to this question', () => {
    expect(parseTries(answer(0x63c3, [0x00]), 3)).toBeNull();
  });
});

describe('the state of a PIN', () => {
  test.each([
    ['signature', 5, 'ok'],
    ['signature', 4, 'low'],
    ['signature', 2, 'low'],
    ['signature', 1, 'last-try'],
    ['signature', 0, 'locked'],
    ['authentication', 3, 'ok'],
    ['authentication', 2, 'low'],
    ['authentication', 1, 'last-try'],
    ['authentication', 0, 'locked'],
    ['cardInfoInput', 3, 'ok'],
    ['residentRegister', 0, 'locked'],
    ['residentRegister', null, 'unknown'],
  ] as const)('%s with %j left is %s', (name, left, state) => {
    expect(pinReport(name, left)).toEqual({ state, triesLeft: left, triesMax: name === 'signature' ? 5 : 3 });
  });
});

test('of the two places that count the resident register PIN the lower one is shown', () => {
  expect(lowerTries(3, 1)).toBe(1);
  expect(lowerTries(0, 3)).toBe(0);
  expect(lowerTries('absent', 2)).toBe(2);
  expect(lowerTries(2, 'absent')).toBe(2);
});

test('a resident register PIN that only one place tells of is locked or unknown, never fine', () => {
  expect(lowerTries(null, 0)).toBe(0);
  expect(lowerTries(0, null)).toBe(0);
  expect(lowerTries(null, 2)).toBeNull();
  expect(lowerTries(3, null)).toBeNull();
  expect(lowerTries(null, 'absent')).toBeNull();
  expect(lowerTries('absent', 'absent')).toBeNull();
});

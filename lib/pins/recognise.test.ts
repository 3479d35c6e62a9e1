import { describe, expect, it } from 'vitest';
import { entryShapes, recognise, screenUses } from './recognise.ts';

it.each([
  ['login', { kind: 'pin', pin: 'authentication' }],
  ['konbini', { kind: 'pin', pin: 'authentication' }],
  ['insurance', { kind: 'pin', pin: 'authentication' }],
  ['fill-in', { kind: 'pin', pin: 'cardInfoInput' }],
  ['counter', { kind: 'pin', pin: 'residentRegister' }],
  ['phone-own', { kind: 'phone-pin' }],
  ['unknown', { kind: 'several', pins: ['authentication', 'cardInfoInput', 'residentRegister'] }],
] as const)('four digits on a screen for %s', (use, expected) => {
  expect(recognise('digits-4', use)).toEqual(expected);
});

it('four digits alone do not say which PIN it is', () => {
  expect(recognise('digits-4', null)).toBeNull();
});

describe('whatever the screen is for', () => {
  it.each([null, ...screenUses])('(%s) letters and digits are the signature password', (use) => {
    expect(recognise('letters-digits', use)).toEqual({ kind: 'pin', pin: 'signature' });
  });

  it.each([
    ['digits-6', 'app-code'],
    ['digits-12', 'my-number'],
    ['digits-14', 'verification-number'],
  ] as const)('%s are no PIN but %s', (shape, kind) => {
    for (const use of [null, ...screenUses]) expect(recognise(shape, use)).toEqual({ kind });
  });
});

it('every shape but a name leads to an answer', () => {
  const open = entryShapes.filter((shape) => recognise(shape, 'unknown') === null);
  expect(open).toEqual(['label']);
});

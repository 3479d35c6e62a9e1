import fc from 'fast-check';
import { expect, it } from 'vitest';
import { looksLikePin } from './looks-like-pin.ts';

it.each([
  '0000',
  '1234',
  '１２３４',
  ' 9876 ',
  'ABC123',
  'A1B2C3D4E5F6G7H8',
  'abcd12',
  '1 2 3 4',
  '１２　３４',
  '1234-',
  'ABC 123',
  'A1-B2C3D4',
  '暗証番号は1234',
  'EI123-2008',
])('%j could be a PIN', (text) => {
  expect(looksLikePin(text)).toBe(true);
});

it.each(['', '115', '503', '62010', 'E0008', 'ABCDEF', '123456', 'SO-51C', '失効しています', '1234 5678'])(
  '%j is none',
  (text) => {
    expect(looksLikePin(text)).toBe(false);
  },
);

it('every PIN of four digits and every signature password is taken for one', () => {
  const digits = fc.stringMatching(/^\d{4}$/);
  const password = fc.stringMatching(/^[A-Z0-9]{6,16}$/).filter((text) => /[A-Z]/.test(text) && /\d/.test(text));
  fc.assert(
    fc.property(fc.oneof(digits, password), (pin) => {
      expect(looksLikePin(pin)).toBe(true);
    }),
  );
});

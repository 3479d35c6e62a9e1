import { expect, test } from 'vitest';
import { isNotFound, isSelected, isSuccess, parseResponse, wantedLength } from './response.ts';

test('data comes before the status word', () => {
  expect(parseResponse(Uint8Array.of(1, 2, 0x63, 0xc5))).toEqual({ data: Uint8Array.of(1, 2), sw: 0x63c5 });
});

test('fewer than two bytes are no answer of a card', () => {
  expect(parseResponse(new Uint8Array())).toBeNull();
  expect(parseResponse(Uint8Array.of(0x90))).toBeNull();
});

test('only 9000 is a success, and 61xx is one for a SELECT', () => {
  const of = (sw: number) => ({ data: new Uint8Array(), sw });
  expect([isSuccess(of(0x9000)), isSuccess(of(0x6110)), isSuccess(of(0x6300))]).toEqual([true, false, false]);
  expect([isSelected(of(0x9000)), isSelected(of(0x6110)), isSelected(of(0x6a82))]).toEqual([true, true, false]);
  expect([isNotFound(of(0x6a82)), isNotFound(of(0x6a86))]).toEqual([true, false]);
});

test('6Cxx names the length the card wants, 00 standing for 256', () => {
  expect(wantedLength({ data: new Uint8Array(), sw: 0x6c10 })).toBe(16);
  expect(wantedLength({ data: new Uint8Array(), sw: 0x6c00 })).toBe(256);
  expect(wantedLength({ data: new Uint8Array(), sw: 0x9000 })).toBeNull();
});

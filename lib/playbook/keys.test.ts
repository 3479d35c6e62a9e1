import { expect, test } from 'vitest';
import { type KeyPress, keyed, up } from './keys.ts';
import { type Trail, top } from './tree.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  ...more,
});

const atTop: Trail = [top];
const deep: Trail = [top, 'locked', 'pin-locked-signature'];

test('a digit chooses from a menu, and from what comes next on a page', () => {
  expect(keyed(press('2'), atTop, true)).toBe('locked');
  expect(keyed(press('1'), [top, 'locked'], true)).toBe('pin-locked-signature');
  expect(keyed(press('1'), deep, true)).toBe('store-signature');
});

test('a digit without an entry leads nowhere', () => {
  expect(keyed(press('9'), deep, true)).toBeNull();
});

test.each(['Backspace', 'Escape', '0'])('%s leads one up the way that was taken', (key) => {
  expect(keyed(press(key), deep, true)).toBe('locked');
  expect(keyed(press(key), atTop, true)).toBeNull();
});

test.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey', 'repeat'] as const)('nothing happens with %s', (modifier) => {
  expect(keyed(press('2', { [modifier]: true }), atTop, true)).toBeNull();
  expect(keyed(press('Escape', { [modifier]: true }), deep, true)).toBeNull();
});

test('with digits switched off only Backspace and Escape are left', () => {
  expect(keyed(press('2'), atTop, false)).toBeNull();
  expect(keyed(press('0'), deep, false)).toBeNull();
  expect(keyed(press('Escape'), deep, false)).toBe('locked');
});

test.each(['/', 'a', 'Enter', 'Tab', ' ', '１'])('%j means nothing', (key) => {
  expect(keyed(press(key), deep, true)).toBeNull();
});

test('there is nothing above the top', () => {
  expect(up(atTop)).toBeNull();
  expect(up(deep)).toBe('locked');
});

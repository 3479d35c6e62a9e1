import { expect, it } from 'vitest';
import { createTapGuard, type Target } from './tap-guard.ts';

const at = (ms: number, x = 100, y = 100) => ({ x, y, at: ms });

/** One finger, down and up; what the browser would click is told as well. */
const tap = (
  guard: ReturnType<typeof createTapGuard>,
  from: number,
  to: number,
  target: Target = 'button',
  x = 100,
) => {
  guard.down(1, at(from, x));
  guard.up(1, at(to, x));
  return guard.strike(at(to, x), target);
};

it.each([1, 50, 300, 1_500, 3_000])('a tap of %d ms counts', (ms) => {
  expect(tap(createTapGuard(), 0, ms)).toBe(true);
});

it('a hand that leans on the screen does not', () => {
  const guard = createTapGuard();
  expect(tap(guard, 0, 3_001)).toBe(false);
  expect(tap(guard, 4_000, 4_100)).toBe(true);
});

it.each([
  [50, false],
  [399, false],
  [400, true],
  [1_500, true],
  [3_000, true],
  [3_001, false],
])('after %d ms the guard itself has to count the tap: %s', (ms, isLong) => {
  const guard = createTapGuard();
  guard.down(1, at(0));
  expect(guard.up(1, at(ms))).toBe(isLong);
});

it('a long press that has wandered, or became scrolling, is no tap', () => {
  const guard = createTapGuard();
  guard.down(1, at(0));
  expect(guard.up(1, at(800, 141))).toBe(false);
  guard.down(1, at(2_000));
  guard.cancel(1);
  expect(guard.up(1, at(2_800))).toBe(false);
});

it.each([
  ['button', 499, false],
  ['button', 500, true],
  ['key', 149, false],
  ['key', 150, true],
] as const)('a second strike on a %s after %d ms counts: %s', (target, ms, counts) => {
  const guard = createTapGuard();
  expect(guard.strike(at(0), target)).toBe(true);
  expect(guard.strike(at(ms), target)).toBe(counts);
});

it('a hand that trembles for a second strikes once in half a second, not once at all', () => {
  const guard = createTapGuard();
  const counted = [0, 120, 240, 360, 480, 600, 720].filter((ms) => guard.strike(at(ms), 'button'));
  expect(counted).toEqual([0, 600]);
});

it('another place is another wish, however soon', () => {
  const guard = createTapGuard();
  expect(guard.strike(at(0, 100), 'key')).toBe(true);
  expect(guard.strike(at(80, 185), 'key')).toBe(true);
  expect(guard.strike(at(160, 100), 'key')).toBe(true);
});

it('the screen that a tap has led to does not take the echo of that tap', () => {
  const guard = createTapGuard();
  expect(guard.strike(at(0), 'key')).toBe(true);
  expect(guard.strike(at(200), 'button')).toBe(false);
});

it('two fingers do nothing, until both are gone', () => {
  const guard = createTapGuard();
  guard.down(1, at(0));
  guard.down(2, at(20, 500));
  expect(guard.up(2, at(900, 500))).toBe(false);
  expect(guard.strike(at(900, 500), 'button')).toBe(false);
  guard.down(3, at(1_000, 600));
  expect(guard.up(3, at(1_600, 600))).toBe(false);
  expect(guard.up(1, at(1_700))).toBe(false);
  expect(guard.strike(at(1_700), 'button')).toBe(false);
  expect(tap(guard, 2_000, 2_100)).toBe(true);
});

import { expect, it } from 'vitest';
import { createTapGuard, type Target } from './tap-guard.ts';

/** 10 mm of the usual panel. */
const near = 40;
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
  expect(tap(createTapGuard(near), 0, ms)).toBe(true);
});

it('a hand that leans on the screen does not', () => {
  const guard = createTapGuard(near);
  expect(tap(guard, 0, 3_001)).toBe(false);
  expect(tap(guard, 4_000, 4_100)).toBe(true);
});

it.each([
  [50, 0, true],
  [50, 40, true],
  [399, 30, true],
  [3_000, 40, true],
  [50, 41, false],
  [3_000, 41, false],
  [3_001, 0, false],
])('a finger that goes after %d ms, %d pixels from where it came, has tapped: %s', (ms, slipped, hasTapped) => {
  const guard = createTapGuard(near);
  guard.down(1, at(0));
  expect(guard.up(1, at(ms, 100 + slipped))).toBe(hasTapped);
});

it('a finger that the browser has taken for scrolling has not', () => {
  const guard = createTapGuard(near);
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
  const guard = createTapGuard(near);
  expect(guard.strike(at(0), target)).toBe(true);
  expect(guard.strike(at(ms), target)).toBe(counts);
});

it('a hand that trembles for a second strikes once in half a second, not once at all', () => {
  const guard = createTapGuard(near);
  const counted = [0, 120, 240, 360, 480, 600, 720].filter((ms) => guard.strike(at(ms), 'button'));
  expect(counted).toEqual([0, 600]);
});

it('another place is another wish, however soon', () => {
  const guard = createTapGuard(near);
  expect(guard.strike(at(0, 100), 'key')).toBe(true);
  expect(guard.strike(at(80, 185), 'key')).toBe(true);
  expect(guard.strike(at(160, 100), 'key')).toBe(true);
});

it('the screen that a tap has led to does not take the echo of that tap', () => {
  const guard = createTapGuard(near);
  expect(guard.strike(at(0), 'key')).toBe(true);
  expect(guard.strike(at(200), 'button')).toBe(false);
});

it('two fingers do nothing, until both are gone', () => {
  const guard = createTapGuard(near);
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

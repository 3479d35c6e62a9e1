import { beforeEach, expect, it } from 'vitest';
import { type ConsoleClock, consoleClock } from './console-clock.ts';

const hourMs = 3_600_000;
/** By a clock that is right. */
const start = Date.parse('2026-12-01T10:00:00+09:00');

/** What has passed, and how far the kiosk's clock is ahead. */
let passedMs: number;
let aheadMs: number;
let clock: ConsoleClock;
beforeEach(() => {
  [passedMs, aheadMs] = [0, 0];
  clock = consoleClock(
    () => start + passedMs + aheadMs,
    () => passedMs + 0.25,
  );
});

/** @param offMs - how far the clock of the console is ahead */
const hear = (offMs = 0): void => clock.hear(start + passedMs + offMs);

it('before a console has told anything, nothing is known', () => {
  expect(clock.skewMs()).toBeUndefined();
});

it('a clock that is ahead of the console is known to be, also hours after the console has gone', () => {
  aheadMs = hourMs;
  hear();
  expect(clock.skewMs()).toBe(hourMs);
  passedMs = 5 * hourMs;
  expect(clock.skewMs()).toBe(hourMs);
});

it('setting the clock right ends the doubt at once, without the console', () => {
  aheadMs = hourMs;
  hear();
  aheadMs = 0;
  expect(clock.skewMs()).toBe(0);
});

it('a clock that jumps is noticed at once, without the console', () => {
  hear();
  passedMs = 1_000;
  aheadMs = -hourMs;
  expect(clock.skewMs()).toBe(-hourMs);
});

it('a console whose clock has been set right is believed', () => {
  hear(hourMs);
  expect(clock.skewMs()).toBe(-hourMs);
  hear();
  expect(clock.skewMs()).toBe(0);
});

it('a device whose clock is wrong does not outweigh one that agrees with the kiosk', () => {
  hear();
  passedMs = 23 * hourMs;
  hear(hourMs);
  expect(clock.skewMs()).toBe(0);
});

it('nor does one that is further off than another', () => {
  hear(hourMs);
  hear(-2 * hourMs);
  expect(clock.skewMs()).toBe(-hourMs);
  hear(-hourMs / 2);
  expect(clock.skewMs()).toBe(hourMs / 2);
});

it('the newest of those that agree counts, and for a day from then', () => {
  hear();
  passedMs = 20 * hourMs;
  hear(120_000);
  expect(clock.skewMs()).toBe(-120_000);
  passedMs = 40 * hourMs;
  hear(hourMs);
  expect(clock.skewMs()).toBe(-120_000);
});

it('after a day it has to agree anew', () => {
  hear();
  passedMs = 24 * hourMs + 1;
  expect(clock.skewMs()).toBe(0);
  hear(hourMs);
  expect(clock.skewMs()).toBe(-hourMs);
});

import { expect, it } from 'vitest';
import { hubClock } from './hub-requests.ts';

const hourMs = 3_600_000;

it('how far a kiosk’s clock is from its hub’s holds while the hub is away, also when the clock is set', () => {
  let now = 1_000_000;
  let running = 5_000;
  const clock = hubClock(
    () => now,
    () => running,
  );
  expect(clock.skewMs()).toBeUndefined();
  // It took 400 ms, in the middle of which the hub looked at its own.
  clock.hear(1_000_000 - 200 + 60_000, now - 400, now);
  expect(clock.skewMs()).toBe(-60_000);
  running += hourMs;
  now += hourMs;
  expect(clock.skewMs()).toBe(-60_000);
  // Somebody sets it an hour ahead.
  now += hourMs;
  expect(clock.skewMs()).toBe(hourMs - 60_000);
  clock.hear(now, now, now);
  expect(clock.skewMs()).toBe(0);
});

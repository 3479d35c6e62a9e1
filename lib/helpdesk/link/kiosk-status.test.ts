import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Machine, type MachineOptions, watchMachine } from './kiosk-status.ts';

const ends: (() => void)[] = [];
beforeEach(() => {
  // A day that can be.
  vi.setSystemTime('2026-12-01T10:00:00+09:00');
});
afterEach(() => {
  vi.useRealTimers();
  for (const end of ends.splice(0)) end();
});

const watch = (options: Partial<MachineOptions> = {}): Machine => {
  const machine = watchMachine({
    version: '0.1.0',
    reader: undefined,
    printer: undefined,
    otherClock: 'hub',
    clockSkewMs: () => undefined,
    outbox: () => 0,
    ...options,
  });
  ends.push(machine.close);
  return machine;
};

it('a kiosk without a printer says so at once, one with a printer when it has looked', () => {
  expect(watch().state()).toEqual({ printer: 'none', clock: 'right' });
  expect(watch({ printer: { queue: undefined } }).state().printer).toBe('unknown');
});

it.each([
  ['hub', 120_000, 'right'],
  ['hub', -120_001, 'doubtful'],
  ['console', 120_000, 'right'],
  ['console', -120_001, 'doubtful'],
] as const)(
  'compared with the %s, a clock that is %d ms ahead is %s, to the board and to the pages',
  (otherClock, skewMs, clock) => {
    const machine = watch({ otherClock, clockSkewMs: () => skewMs });
    expect(machine.state().clock).toBe(clock);
    expect(machine.status()).toMatchObject({ clockSkewMs: skewMs, clock });
  },
);

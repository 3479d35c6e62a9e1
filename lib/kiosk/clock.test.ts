import { expect, it } from 'vitest';
import { clockStateOf } from './clock.ts';

const at = (text: string): number => Date.parse(text);

it.each([
  ['two minutes ahead of the hub', 120_000, 'right'],
  ['more than that', 120_001, 'doubtful'],
  ['more than two minutes behind', -120_001, 'doubtful'],
] as const)('%s: %d ms, %s', (_, skewMs, state) => {
  expect(clockStateOf(at('2026-12-01T10:00:00+09:00'), skewMs, 'hub')).toBe(state);
});

it.each([
  ['two minutes behind the console', -120_000, 'right'],
  ['more than that', -120_001, 'doubtful'],
  ['more than two minutes ahead', 120_001, 'doubtful'],
] as const)('without a hub, %s: %d ms, %s', (_, skewMs, state) => {
  expect(clockStateOf(at('2026-12-01T10:00:00+09:00'), skewMs, 'console')).toBe(state);
});

it.each([
  ['1970-01-01T00:00:00Z', 'doubtful'],
  ['2026-11-22T23:59:59+09:00', 'doubtful'],
  ['2026-11-23T00:00:00+09:00', 'right'],
  ['2030-12-31T23:59:59+09:00', 'right'],
  ['2031-01-01T00:00:00+09:00', 'doubtful'],
] as const)('without a hub, %s is %s, also when a console agrees', (time, state) => {
  expect(clockStateOf(at(time), undefined, 'console')).toBe(state);
  expect(clockStateOf(at(time), 0, 'console')).toBe(state);
});

it('a hub knows better than the calendar of the release', () => {
  expect(clockStateOf(at('2031-01-01T00:00:00+09:00'), 0, 'hub')).toBe('right');
  expect(clockStateOf(at('2031-01-01T00:00:00+09:00'), undefined, 'hub')).toBe('doubtful');
});

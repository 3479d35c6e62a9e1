import { expect, test } from 'vitest';
import type { Facts } from '../facts/fact.ts';
import type { Moment } from '../facts/moment.ts';
import { type Office, usualOffice } from '../procedures/office.ts';
import { cardCounterDay, counterDay, onlineDay } from './estimates.ts';
import { type Setting, visitOf } from './visit.ts';

const thursday: Moment = { day: '2026-11-26', minute: 10 * 60 };
const atHome: Facts = {};
const visit = (office: Partial<Office>, more: Partial<Setting> = {}) =>
  visitOf(atHome, { now: thursday, office: { ...usualOffice, ...office }, ...more });
const days = usualOffice.days;

test('an office that is closed today is reached on the next day on which it is open', () => {
  const closures = [{ from: '2026-11-26', until: '2026-11-27' }] as const;
  expect(counterDay(visit({ days: { ...days, closures } }))).toBe('2026-11-30');
});

test('an office that opens on a Saturday is reached on it', () => {
  const saturday = { day: '2026-11-28', opens: 540, closes: 720 } as const;
  const closures = [{ from: '2026-11-26', until: '2026-11-27' }] as const;
  expect(counterDay(visit({ days: { ...days, closures, extra: [saturday] } }))).toBe('2026-11-28');
});

test('whoever comes after the last reception comes too late', () => {
  const late = { now: { day: '2026-11-26', minute: 15 * 60 + 30 } } as const;
  expect(counterDay(visit({}, late))).toBe('2026-11-26');
  expect(counterDay(visit({ lastReception: 60 }, late))).toBe('2026-11-27');
});

test('another office does not follow the hours of this one', () => {
  const closures = [{ from: '2026-11-26', until: '2026-11-27' }] as const;
  expect(counterDay(visit({ days: { ...days, closures } }), 'tax-office')).toBe('2026-11-26');
});

test('what staff have established for today is known without the visitor saying it', () => {
  const outage = { value: 'yes', evidence: 'said' } as const;
  const waitMinutes = { value: 600, evidence: 'said' } as const;
  expect(onlineDay(visit({}, { today: { outage } }))).toBe('2026-11-27');
  expect(cardCounterDay(visit({}, { today: { outage } }))).toBe('2026-11-27');
  expect(counterDay(visit({}, { today: { waitMinutes } }))).toBe('2026-11-27');
});

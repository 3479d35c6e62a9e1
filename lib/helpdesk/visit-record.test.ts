import { expect, test } from 'vitest';
import type { Step } from './step.ts';
import { newRecord, outcomeOf, steppedTo, type VisitRecord } from './visit-record.ts';

const walked = (...steps: readonly Step[]): VisitRecord => steps.reduce(steppedTo, newRecord);

test('every report and every early lift counts once, however often its screen is looked at', () => {
  const record = walked('card:reading', 'card:lifted', 'card:lifted', 'card:reading', 'card:report', 'card:report');
  expect(record).toMatchObject({ reads: 1, liftsWhileRead: 1, lastStep: 'card:report' });
});

test.each<[string, Partial<VisitRecord>, string]>([
  ['staff came, whatever else was done', { wasHelped: true, channel: 'online' }, 'helped'],
  ['the best way of the advice', { channel: 'convenience-store', reads: 1 }, 'store'],
  ['a card was read', { channel: 'none', reads: 1, hasPractised: true }, 'read-card'],
  ['a card was held', { hasPractised: true }, 'practised'],
  ['nothing was finished', {}, 'left'],
])('a visit counts as one thing: %s', (_, part, outcome) => {
  expect(outcomeOf({ ...newRecord, ...part })).toBe(outcome);
});

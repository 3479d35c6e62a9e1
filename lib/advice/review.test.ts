import { expect, it } from 'vitest';
import { procedures } from '../procedures/procedures.ts';
import { overdueReviews, reviews } from './review.ts';

it('every errand, the rules and the holidays are looked at again, the most urgent first', () => {
  expect(reviews.map(({ subject }) => subject).toSorted()).toEqual(
    [...Object.keys(procedures), 'rules', 'holidays'].toSorted(),
  );
  expect(reviews.map(({ by }) => by)).toEqual(reviews.map(({ by }) => by).toSorted());
});

it('nothing is overdue on the day itself', () => {
  const [first] = reviews;
  expect(overdueReviews(first?.by ?? '2026-01-01')).toEqual([]);
});

it('the holidays are overdue when their table has ended', () => {
  expect(overdueReviews('2031-01-01').map(({ subject }) => subject)).toContain('holidays');
  expect(overdueReviews('2030-12-31').map(({ subject }) => subject)).not.toContain('holidays');
});

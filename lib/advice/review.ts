/** When somebody has to look at the sources again. Complaints go to operators and staff, never onto a visitor's screen. */
import type { Day } from '../facts/day.ts';
import type { Errand } from '../facts/fact.ts';
import { holidaysKnownUntil } from '../procedures/holidays.ts';
import { procedures } from '../procedures/procedures.ts';
import { pagesReviewBy } from './rule-sources.ts';

/** `rules`: the pages that rules rest on. `holidays`: the table of days on which no counter is open. */
export interface Review {
  readonly subject: Errand | 'rules' | 'holidays';
  readonly by: Day;
}

/** Everything that is to be looked at again, the most urgent first. */
export const reviews: readonly Review[] = [
  ...Object.values(procedures).map(({ id, reviewBy }): Review => ({ subject: id, by: reviewBy })),
  { subject: 'rules', by: pagesReviewBy } as const,
  { subject: 'holidays', by: holidaysKnownUntil } as const,
].sort((one, other) => one.by.localeCompare(other.by));

/** What should have been looked at by now. */
export const overdueReviews = (today: Day): readonly Review[] => reviews.filter(({ by }) => by < today);

import type { Figure, Group, Numbers } from '@/lib/helpdesk/numbers';

/** Nothing was counted where a value is not there. */
export const countOf = (group: Group, value: string): Figure => {
  const found = group.find((each) => each.value === value);
  return found === undefined ? 0 : found.count;
};

/** The share of calls that nobody came to in time, in percent; `null`: of too few. */
export const abandonedShare = ({ asked, ends }: Numbers['calls']): Figure => {
  const abandoned = countOf(ends, 'abandoned');
  return asked === null || asked === 0 || abandoned === null ? null : Math.round((abandoned / asked) * 100);
};

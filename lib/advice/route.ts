import { addDays, type Day } from '../facts/day.ts';
import type { Duration } from '../procedures/procedure.ts';
import { addWorkingDays } from '../procedures/working-days.ts';
import { type Advice, type Route, type StepName, stepNames } from './advice.ts';

export type Routes = readonly [Route, ...Route[]];

export const unique = <Item>(items: readonly Item[]): readonly Item[] => [...new Set(items)];

const inOrder = (steps: readonly StepName[]): readonly StepName[] => stepNames.filter((name) => steps.includes(name));

/** A route from what is particular about it. Steps come into the order in which they are done; nothing is named twice. */
export const routeOf = (parts: Pick<Route, 'channel'> & Partial<Route>): Route => ({
  channel: parts.channel,
  by: parts.by ?? null,
  first: inOrder(parts.first ?? []),
  doneBy: parts.doneBy ?? null,
  resultBy: parts.resultBy ?? null,
  visits: parts.visits ?? 0,
  bring: unique(parts.bring ?? []),
  rules: unique(parts.rules ?? []),
});

/** The latest day of a result that was handed in on `day`. */
export const resultDay = (day: Day | null, processing: Duration | null): Day | null => {
  if (day === null || processing === null) return null;
  return processing.unit === 'days' ? addDays(day, processing.most) : addWorkingDays(day, processing.most);
};

/** Steps that take a visit to the municipality. */
export const isCounterStep = (step: StepName): boolean => step.endsWith('-counter');
export const isStoreStep = (step: StepName): boolean => step.endsWith('-konbini');

/** Advice about an errand that has only the routes given. */
export const adviceOf = (parts: Pick<Advice, 'errand' | 'routes'> & Partial<Advice>): Advice => ({
  errand: parts.errand,
  routes: parts.routes,
  blocked: parts.blocked ?? [],
  notes: parts.notes ?? [],
  assumed: parts.assumed ?? [],
  processing: parts.processing ?? null,
});

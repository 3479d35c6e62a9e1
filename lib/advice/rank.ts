/** Which way comes first, and which comes too late. */
import type { Blocked, Route } from './advice.ts';
import { isCounterStep, type Routes } from './route.ts';
import type { Visit } from './visit.ts';

/** Without a further visit to an office; by post; with a visit. A letter spares the queue, so it goes before a visit. */
const effort = (visit: Visit, route: Route): number => {
  if (route.channel === 'post') return 1;
  // To be in the office already saves the way to its terminal, but not the queue of its counter.
  const isHere = visit.peek('place') === 'office' && route.by === 'office-terminal' && !route.first.some(isCounterStep);
  return route.visits > (isHere ? 1 : 0) ? 2 : 0;
};

const never = '9999-12-31';

/** Best first. Ties keep the order in which the routes were found. */
export const ranked = (visit: Visit, routes: readonly Route[]): readonly Route[] =>
  [...routes].sort(
    (one, other) =>
      Number(one.doneBy === null) - Number(other.doneBy === null) ||
      effort(visit, one) - effort(visit, other) ||
      (one.doneBy ?? never).localeCompare(other.doneBy ?? never) ||
      one.visits - other.visits ||
      one.first.length - other.first.length,
  );

const isInTime = (route: Route, deadline: string): boolean => route.doneBy !== null && route.doneBy <= deadline;

/** Whether the last day could put another route first: then it has to be known. */
export const dependsOnDeadline = ([best, ...others]: readonly Route[]): boolean =>
  best !== undefined && others.some(({ doneBy }) => doneBy !== null && (best.doneBy === null || doneBy < best.doneBy));

export interface Timely {
  readonly routes: Routes;
  readonly late: readonly Blocked[];
}

/**
 * The routes that meet the deadline; the others are blocked by it. If none meets it, all stay, quickest first, each
 * saying that it is late: to stop there would leave the visitor with nothing.
 */
export const inTime = ([best, ...others]: Routes, deadline: string | undefined): Timely => {
  const routes: Routes = [best, ...others];
  if (deadline === undefined || deadline === 'none') return { routes, late: [] };
  const [first, ...rest] = routes.filter((route) => isInTime(route, deadline));
  if (first === undefined) return { routes: lateOnes(routes), late: [] };
  const kept = (route: Route): Route => ({ ...route, rules: [...route.rules, 'deadline-kept'] });
  const late = routes
    .filter((route) => !isInTime(route, deadline))
    .map(({ channel, by }): Blocked => ({ channel, by, because: ['deadline-missed'], check: ['deadline'] }));
  return { routes: [kept(first), ...rest.map(kept)], late };
};

const lateOnes = (routes: Routes): Routes => {
  const late = (route: Route): Route => ({ ...route, rules: ['deadline-missed', ...route.rules] });
  const [best, ...others] = [...routes].sort((one, other) =>
    (one.doneBy ?? never).localeCompare(other.doneBy ?? never),
  );
  return best === undefined ? routes : [late(best), ...others.map(late)];
};

/** A visit as the laws look at it. They judge advice from the facts alone and share nothing with the rules. */
import type { FactName, Facts, FactValue } from '../../facts/fact.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { procedures } from '../../procedures/procedures.ts';
import type { Advice, Route } from '../advice.ts';
import type { EndedVisit } from '../every-visit.ts';
import type { Setting } from '../visit.ts';

export interface Seen extends Setting {
  readonly facts: Facts;
  readonly asked: readonly FactName[];
  readonly advice: Advice;
  readonly procedure: Procedure;
  /** The errand cannot be applied for on this day. */
  readonly isClosed: boolean;
  value<Name extends FactName>(fact: Name): FactValue<Name> | undefined;
}

export const seenOf = (setting: Setting, { facts, asked, advice }: EndedVisit): Seen => {
  const procedure = procedures[advice.errand];
  const { from, until } = procedure.open;
  const { day } = setting.now;
  return {
    ...setting,
    facts,
    asked,
    advice,
    procedure,
    isClosed: (from !== null && day < from) || (until !== null && day > until),
    value: (fact) => facts[fact]?.value,
  };
};

/** What a law has to say against a visit; `null`: nothing. */
export type Law = (seen: Seen) => string | null;

export const describeRoute = ({ channel, by, first, doneBy }: Route): string =>
  [by === null ? channel : `${channel} by ${by}`, ...first, doneBy ?? 'no day'].join(', ');

/** The first route against which there is something to say, with what that is. */
export const eachRoute =
  (judge: (route: Route, seen: Seen) => string | null): Law =>
  (seen) => {
    for (const route of seen.advice.routes) {
      const complaint = judge(route, seen);
      if (complaint !== null) return `${complaint} (${describeRoute(route)})`;
    }
    return null;
  };

/** @param complaint - said unless `holds` */
export const unless = (holds: boolean, complaint: string): string | null => (holds ? null : complaint);

/** The visit by what is known and what was asked, so that a failure can be played again. */
export const nameOf = (start: string, { facts, asked, now }: Pick<Seen, 'facts' | 'asked' | 'now'>): string => {
  const known = Object.entries(facts).map(([name, { value }]) => `${name}=${value}`);
  const time = `${Math.floor(now.minute / 60)}:${String(now.minute % 60).padStart(2, '0')}`;
  return `${start} [${now.day} ${time}] ${known.join(' ')} (asked: ${asked.join(', ')})`;
};

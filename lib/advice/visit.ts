import type { FactName, Facts, FactValue } from '../facts/fact.ts';
import type { Moment } from '../facts/moment.ts';
import type { Office } from '../procedures/office.ts';

/** Thrown by `ask`: nobody knows this fact yet, so it is the next question. */
export class NotKnown extends Error {
  override readonly name = 'NotKnown';
  readonly fact: FactName;
  constructor(fact: FactName) {
    super(`not known yet: ${fact}`);
    this.fact = fact;
  }
}

/** When and for which office the advice is given. */
export interface Setting {
  readonly now: Moment;
  readonly office: Office;
  /** What staff have established for today. It is no answer of the visitor, so it is not among their facts. */
  readonly today?: Pick<Facts, 'waitMinutes' | 'outage'>;
}

/** What the rules see of a visit: facts, read as they are needed, and the setting. */
export interface Visit extends Setting {
  /** The value, if anybody has established it. */
  peek<Name extends FactName>(fact: Name): FactValue<Name> | undefined;
  /** The value; without one it becomes the next question. */
  ask<Name extends FactName>(fact: Name): FactValue<Name>;
  /** The value, or what is taken for granted and shown as such. */
  assume<Name extends FactName>(fact: Name, otherwise: FactValue<Name>): FactValue<Name>;
  /** As `peek`, for something that would be asked if it mattered enough. */
  read<Name extends FactName>(fact: Name): FactValue<Name> | undefined;
  /** What was taken for granted so far. */
  assumed(): readonly FactName[];
  /** What was asked or read and is known, in the order in which it would have been asked. */
  heeded(): readonly FactName[];
}

export const visitOf = (said: Facts, { now, office, today }: Setting): Visit => {
  const facts: Facts = { ...today, ...said };
  const assumed = new Set<FactName>();
  const heeded = new Set<FactName>();
  const peek: Visit['peek'] = (fact) => facts[fact]?.value;
  const read: Visit['read'] = (fact) => {
    const value = peek(fact);
    if (value !== undefined) heeded.add(fact);
    return value;
  };
  return {
    now,
    office,
    peek,
    read,
    ask: (fact) => {
      const value = read(fact);
      if (value === undefined) throw new NotKnown(fact);
      return value;
    },
    assume: (fact, otherwise) => {
      const value = peek(fact);
      if (value !== undefined) return value;
      assumed.add(fact);
      return otherwise;
    },
    assumed: () => [...assumed],
    heeded: () => [...heeded],
  };
};

/**
 * Reads facts for a way that may turn out not to be the best one: what nobody knows is noted down, not asked at once.
 * `missing` keeps the order of reading, so its first is the question to ask if the way is worth asking for.
 */
export interface Reading {
  readonly visit: Visit;
  read<Name extends FactName>(fact: Name): FactValue<Name> | undefined;
  missing(): readonly FactName[];
}

export const readingOf = (visit: Visit): Reading => {
  const missing = new Set<FactName>();
  return {
    visit,
    read: (fact) => {
      const value = visit.read(fact);
      if (value === undefined) missing.add(fact);
      return value;
    },
    missing: () => [...missing],
  };
};

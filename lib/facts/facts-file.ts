import { isDay } from './day.ts';
import { type Evidence, type FactName, type Facts, factDefinitions, factNames } from './fact.ts';

/** What is wrong with an object that should hold facts. `allowed` lists what would have been right. */
export type FactsMistake =
  | { readonly kind: 'notAnObject' }
  | { readonly kind: 'unknownName'; readonly name: string; readonly allowed: readonly string[] }
  | {
      readonly kind: 'unknownValue';
      readonly name: FactName;
      readonly value: unknown;
      readonly allowed: readonly string[];
    };

export type FactsRead =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly mistakes: readonly [FactsMistake, ...FactsMistake[]] };

export const isFactName = (name: string): name is FactName => Object.hasOwn(factDefinitions, name);

/** What may stand as the value of a fact, in words: its closed list, a day, a range. */
export const allowedValues = (name: FactName): readonly string[] => {
  const definition = factDefinitions[name];
  if (definition.kind === 'count') return [`0-${definition.max}`];
  return definition.kind === 'day' ? [...definition.values, 'YYYY-MM-DD'] : definition.values;
};

export const isFactValue = (name: FactName, value: unknown): boolean => {
  const definition = factDefinitions[name];
  if (definition.kind === 'count')
    return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= definition.max;
  const values: readonly unknown[] = definition.values;
  return values.includes(value) || (definition.kind === 'day' && isDay(value));
};

/** Tries left and what the office says are never hearsay; everything else in a file is what somebody said. */
const evidenceIn = (name: FactName): Evidence => (factDefinitions[name].kind === 'count' ? 'measured' : 'said');

/**
 * Facts from a plain object, as `kazasu advise --facts` takes them: every member optional, no name and no value that is
 * not in fact.ts.
 */
export const readFacts = (json: unknown): FactsRead => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { ok: false, mistakes: [{ kind: 'notAnObject' }] };
  }
  const facts: Record<string, unknown> = {};
  const mistakes: FactsMistake[] = [];
  for (const [name, value] of Object.entries(json)) {
    if (!isFactName(name)) mistakes.push({ kind: 'unknownName', name, allowed: factNames });
    else if (!isFactValue(name, value)) {
      mistakes.push({ kind: 'unknownValue', name, value, allowed: allowedValues(name) });
    } else facts[name] = { value, evidence: evidenceIn(name) };
  }
  const [first, ...rest] = mistakes;
  // Every member has been checked against its definition.
  return first === undefined ? { ok: true, facts: facts as Facts } : { ok: false, mistakes: [first, ...rest] };
};

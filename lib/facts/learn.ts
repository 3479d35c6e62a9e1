import { type Evidence, evidences, type FactName, type Facts, type FactValue } from './fact.ts';

const isWeaker = (one: Evidence, other: Evidence): boolean => evidences.indexOf(one) < evidences.indexOf(other);

/** The facts and this one, unless the same is already known on stronger evidence. */
export const learn = <Name extends FactName>(
  facts: Facts,
  name: Name,
  value: FactValue<Name>,
  evidence: Evidence,
): Facts => {
  const known = facts[name];
  if (known !== undefined && isWeaker(evidence, known.evidence)) return facts;
  return { ...facts, [name]: { value, evidence } };
};

/** Both, the stronger of each; of two equally strong ones, the `newer`. */
export const merge = (older: Facts, newer: Facts): Facts => {
  const merged: Record<string, unknown> = { ...older };
  for (const name of Object.keys(newer) as FactName[]) {
    const [before, after] = [older[name], newer[name]];
    if (after !== undefined && (before === undefined || !isWeaker(after.evidence, before.evidence)))
      merged[name] = after;
  }
  return merged as Facts;
};

/** The facts without this one: the visitor wants to answer it again. */
export const forget = (facts: Facts, name: FactName): Facts => {
  const { [name]: _, ...rest } = facts;
  return rest;
};

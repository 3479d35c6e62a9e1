import type { Facts } from '../facts/fact.ts';
import type { Consultation } from './advice.ts';
import { advise } from './rules.ts';
import { NotKnown, type Setting, visitOf } from './visit.ts';

/** Runs the rules until they either advise or read a fact that nobody has established yet: that one is the next question. */
export const consult = (facts: Facts, setting: Setting): Consultation => {
  const visit = visitOf(facts, setting);
  try {
    return { kind: 'advice', advice: advise(visit), heeded: visit.heeded() };
  } catch (stop) {
    if (stop instanceof NotKnown) return { kind: 'question', fact: stop.fact, heeded: visit.heeded() };
    throw stop;
  }
};

'use client';

import type { FactName, FactValue } from '@/lib/facts/fact';
import { forget, learn } from '@/lib/facts/learn';
import { getGuide, keepFacts } from './guide/guide-store';

/**
 * What a person says outside the questions of the guide, which then does not ask for it. It replaces what was said or
 * detected; what was measured stands.
 */
export const sayFact = <Name extends FactName>(name: Name, value: FactValue<Name>): void => {
  const { facts } = getGuide();
  if (facts[name]?.evidence === 'measured') return;
  keepFacts(learn(forget(facts, name), name, value, 'said'));
};

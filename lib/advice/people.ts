/** Whose card it is, and what that changes (docs/sources.md, "People"). */
import type { FactValue } from '../facts/fact.ts';
import type { BringItem, OnlineChannel, Procedure } from '../procedures/procedure.ts';
import type { RuleId } from './rule-book.ts';
import type { Visit } from './visit.ts';

export type Holder = FactValue<'holder'>;

/** Asked where the card may well be somebody else's; elsewhere taken for the visitor's own, which the screen says. */
export const holderOf = (visit: Visit, { asksHolder }: Procedure): Holder =>
  asksHolder ? visit.ask('holder') : visit.assume('holder', 'self');

/** Children and adults under guardianship have no signature certificate, as a rule. */
export const holderObstacle = (holder: Holder, { pins, adultsOnly }: OnlineChannel): RuleId | null => {
  if (holder === 'child-under-15' && adultsOnly) return 'adults-only';
  if (!pins.includes('signature')) return null;
  if (holder === 'child-under-15') return 'no-signature-under-15';
  return holder === 'adult-guardianship' ? 'no-signature-guardianship' : null;
};

export const isRepresented = (holder: Holder): boolean =>
  holder === 'child-under-15' || holder === 'adult-guardianship';

/** What somebody who comes for the holder brings for PINs and certificates. */
export const companionBrings = ({ office }: Visit, holder: Holder): readonly BringItem[] => {
  if (isRepresented(holder)) return office.representativeBrings;
  return holder === 'helping-someone' ? office.proxyBrings : [];
};

export const companionRules = (holder: Holder): readonly RuleId[] => {
  if (isRepresented(holder)) return ['representative'];
  return holder === 'helping-someone' ? ['proxy-two-visits'] : [];
};

/** Visits to the counter for PINs and certificates. */
export const counterVisits = (holder: Holder): number => (holder === 'helping-someone' ? 2 : 1);

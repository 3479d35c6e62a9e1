import type { FactName, Facts } from '../facts/fact.ts';
import type { OnlinePin } from '../procedures/procedure.ts';
import { procedures } from '../procedures/procedures.ts';

/**
 * What one screen asks. `pins`: all PINs of the errand at once, so that whoever has them at hand taps once; one by one
 * only where one of them is not.
 */
export type ScreenQuestion =
  | { readonly kind: 'one'; readonly fact: FactName }
  | { readonly kind: 'pins'; readonly pins: readonly [OnlinePin, OnlinePin, ...OnlinePin[]] };

const openPins = (facts: Facts): readonly OnlinePin[] => {
  const errand = facts.errand?.value;
  const pins = errand === undefined ? [] : (procedures[errand].online?.pins ?? []);
  return pins.filter((pin) => facts[`pin.${pin}`] === undefined && facts[`triesLeft.${pin}`]?.value !== 0);
};

/**
 * The screen for the question `fact`.
 *
 * @param isOneByOne - the visitor has said that not all PINs are at hand
 */
export const screenQuestion = (fact: FactName, facts: Facts, isOneByOne: boolean): ScreenQuestion => {
  const [first, second, ...rest] = openPins(facts);
  if (isOneByOne || !fact.startsWith('pin.') || first === undefined || second === undefined)
    return { kind: 'one', fact };
  return { kind: 'pins', pins: [first, second, ...rest] };
};

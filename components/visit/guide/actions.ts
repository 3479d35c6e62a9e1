'use client';

import type { Guide } from '@/lib/advice/guide';
import type { PinsAnswer } from '@/lib/advice/pins-together';
import type { Setting } from '@/lib/advice/visit';
import type { FactName, FactValue } from '@/lib/facts/fact';
import type { OnlinePin } from '@/lib/procedures/procedure';
import { afterPaint } from '../after-paint';
import { getGuide, goOn, visitNumber } from './guide-store';
import { type Rules, whenRules } from './rules-store';

/**
 * Does what a tap asks for, once the tap has been seen and the rules are there. Nothing, if the visit has ended meanwhile.
 *
 * @param next - `null`: nothing changes
 */
const act = async (next: (rules: Rules, guide: Guide) => Guide | null): Promise<Guide | null> => {
  const visit = visitNumber();
  await afterPaint();
  const rules = await whenRules();
  const guide = visit === visitNumber() ? next(rules, getGuide()) : null;
  if (guide !== null) goOn(guide);
  return guide;
};

export const answer = <Name extends FactName>(name: Name, value: FactValue<Name>): Promise<unknown> =>
  act(({ answered }, guide) => answered(guide, name, value));

export const answerPins = (pins: readonly OnlinePin[], value: PinsAnswer): Promise<unknown> =>
  act(({ answeredPins }, guide) => answeredPins(guide, pins, value));

/** Asks again. The answer stands until there is another. */
export const reopen = (name: FactName, setting: Setting): Promise<unknown> =>
  act(({ questionAbout }, guide) => ({ ...guide, reopened: questionAbout(guide, setting, name) }));

/** @returns whether there was a question before this one */
export const goBack = async (setting: Setting): Promise<boolean> =>
  (await act(({ wentBack }, guide) => wentBack(guide, setting))) !== null;

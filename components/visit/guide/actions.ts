'use client';

import type { PinsAnswer } from '@/lib/advice/pins-together';
import type { Setting } from '@/lib/advice/visit';
import type { FactName, FactValue } from '@/lib/facts/fact';
import type { OnlinePin } from '@/lib/procedures/procedure';
import { getGuide, goOn } from './guide-store';
import { loadLater } from './use-later';

/** What a tap of the visitor does. Each waits for the rules, which are almost always there. */

export const answer = async <Name extends FactName>(name: Name, value: FactValue<Name>): Promise<void> => {
  const { answered } = await loadLater();
  goOn(answered(getGuide(), name, value));
};

export const answerPins = async (pins: readonly OnlinePin[], value: PinsAnswer): Promise<void> => {
  const { answeredPins } = await loadLater();
  goOn(answeredPins(getGuide(), pins, value));
};

/** Asks again. The answer stands until there is another. */
export const reopen = async (name: FactName, setting: Setting): Promise<void> => {
  const { questionAbout } = await loadLater();
  goOn({ ...getGuide(), reopened: questionAbout(getGuide(), setting, name) });
};

/** @returns whether there was a question before this one */
export const goBack = async (setting: Setting): Promise<boolean> => {
  const { wentBack } = await loadLater();
  const before = wentBack(getGuide(), setting);
  if (before !== null) goOn(before);
  return before !== null;
};

'use client';

import type { PinsAnswer } from '@/lib/advice/pins-together';
import type { Setting } from '@/lib/advice/visit';
import type { FactName, Facts, FactValue } from '@/lib/facts/fact';
import type { OnlinePin } from '@/lib/procedures/procedure';
import { afterPaint } from '../after-paint';
import { getGuide, goOn } from './guide-store';
import { type Later, loadLater } from './use-later';

/** What a tap of the visitor does. Each waits for the rules, which are almost always there, and for the tap to be seen. */
const rules = async (): Promise<Later> => {
  await afterPaint();
  return loadLater();
};

export const answer = async <Name extends FactName>(name: Name, value: FactValue<Name>): Promise<void> => {
  const { answered } = await rules();
  goOn(answered(getGuide(), name, value));
};

export const answerPins = async (pins: readonly OnlinePin[], value: PinsAnswer): Promise<void> => {
  const { answeredPins } = await rules();
  goOn(answeredPins(getGuide(), pins, value));
};

/** Asks again. The answer stands until there is another. */
export const reopen = async (name: FactName, setting: Setting): Promise<void> => {
  const { questionAbout } = await rules();
  goOn({ ...getGuide(), reopened: questionAbout(getGuide(), setting, name) });
};

/** @returns whether there was a question before this one */
export const goBack = async (setting: Setting): Promise<boolean> => {
  const { wentBack } = await rules();
  const before = wentBack(getGuide(), setting);
  if (before !== null) goOn(before);
  return before !== null;
};

/** What the browser has found out counts until the visitor says otherwise. */
export const learnFacts = async (facts: Facts): Promise<void> => {
  const { learned } = await rules();
  goOn({ ...learned(getGuide(), facts), reopened: null });
};

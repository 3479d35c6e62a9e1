'use client';

import type { FactName, FactValue } from '@/lib/facts/fact';
import { forget, learn } from '@/lib/facts/learn';
import { findByCode } from '@/lib/phone/catalogue';
import { checkOf, factsOf, newCheck, openQuestion, type PhoneCheck, wentBack } from '@/lib/phone/check';
import type { SearchPlace } from '@/lib/phone/contact';
import { loadCatalogue } from '@/lib/phone/load';
import type { Surface } from '@/lib/place/place';
import { afterPaint } from '../after-paint';
import { getGuide, keepFacts, visitNumber } from '../guide/guide-store';
import { askBrowser } from './ask-browser';
import { changePhone, getPhone, type PhonePage } from './phone-store';

/** On a screen that many share, the phone in question is in the visitor's hand. */
export const beginCheck = async (surface: Surface): Promise<void> => {
  if (surface === 'kiosk') return changePhone({ check: newCheck });
  const visit = visitNumber();
  const report = await askBrowser();
  const models = report.model === null ? [] : findByCode(await loadCatalogue(), report.model);
  if (visit !== visitNumber() || getPhone().check !== null) return;
  const check = checkOf(report, models);
  changePhone({ report, check });
  learnPhone(check);
  if (report.device === 'pc') learnByBrowser('pc', 'yes');
};

const learnByBrowser = <Name extends FactName>(name: Name, value: FactValue<Name>): void => {
  const { facts } = getGuide();
  keepFacts(learn(facts, name, value, 'detected'));
};

/** The guide learns what the check has found out; that nothing was found out takes nothing away. */
const learnPhone = (check: PhoneCheck): void => {
  const { phone } = factsOf(check);
  const { facts } = getGuide();
  if (openQuestion(check) !== null || phone === undefined) return;
  if (phone.value === 'unknown' && facts.phone !== undefined) return;
  keepFacts({ ...facts, phone });
};

/** What a person says here replaces what was known. */
export const say = <Name extends FactName>(name: Name, value: FactValue<Name>): void => {
  const { facts } = getGuide();
  keepFacts(learn(forget(facts, name), name, value, 'said'));
};

/** The answer to a question, seen on the screen before what follows from it is worked out. */
export const addToCheck = async (part: Partial<PhoneCheck>): Promise<void> => {
  const visit = visitNumber();
  await afterPaint();
  if (visit !== visitNumber()) return;
  const check = { ...(getPhone().check ?? newCheck), ...part };
  changePhone({ check });
  learnPhone(check);
};

/** About another phone; what this browser says of this one does not matter any more. */
export const checkAnother = (): void => changePhone({ check: newCheck, pages: ['check'], place: null });

export const openPage = (page: PhonePage): void => {
  const { pages } = getPhone();
  changePhone({ pages: [...pages.filter((each) => each !== page), page], trouble: 0 });
};

/** @returns whether there was something before this */
export const goBack = (): boolean => {
  const { check, pages, trouble } = getPhone();
  if (pages.at(-1) === 'trouble' && trouble > 0) {
    changePhone({ trouble: trouble - 1 });
    return true;
  }
  if (pages.length > 1) {
    changePhone({ pages: pages.slice(0, -1) });
    return true;
  }
  const before = check === null ? null : wentBack(check);
  if (before !== null) changePhone({ check: before });
  return before !== null;
};

/** Where on its back the phone has noticed a card; the guide prints it. */
export const rememberPlace = (place: SearchPlace): void => {
  changePhone({ place });
  say('phoneSpot', place);
};

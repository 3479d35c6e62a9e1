'use client';

import { learn } from '@/lib/facts/learn';
import type { BrowserReport } from '@/lib/phone/browser';
import { findByCode } from '@/lib/phone/catalogue';
import {
  checkOf,
  forgotPhone,
  isSearchedWith,
  learnedFrom,
  newCheck,
  openQuestion,
  type PhoneCheck,
  sawContact,
  wentBack,
  withModels,
} from '@/lib/phone/check';
import type { SearchPlace } from '@/lib/phone/contact';
import type { ContactSeen } from '@/lib/phone/decide';
import type { PhoneModel } from '@/lib/phone/model';
import { opened, type PhonePage, wayBack } from '@/lib/phone/pages';
import type { Surface } from '@/lib/place/place';
import { closeQuestion, getGuide, keepFacts, visitNumber } from '../guide/guide-store';
import { onceSeen } from '../once-seen';
import { sayFact } from '../say-fact';
import { askBrowser } from './ask-browser';
import { loadPhones } from './late-catalogue';
import { changeCheck, changePhone, getPhone } from './phone-store';
import { within } from './within';

/** For so long the first question waits for the data of the phones. */
const patienceMs = 3_000;

const modelsOf = async ({ model }: BrowserReport): Promise<readonly PhoneModel[]> =>
  model === null ? [] : findByCode(await loadPhones(), model);

/** On a screen that many share, the phone in question is in the visitor's hand. */
export const beginCheck = async (surface: Surface): Promise<void> => {
  if (surface === 'kiosk') return changeCheck(newCheck);
  const visit = visitNumber();
  const report = await askBrowser();
  const coming = modelsOf(report);
  const models = await within(coming, patienceMs);
  if (visit !== visitNumber() || getPhone().check !== null) return;
  changePhone({ report });
  setCheck(checkOf(report, models ?? []));
  if (report.device === 'pc') learnOfPc();
  if (models === null) addModels(await coming, visit);
};

const setCheck = (check: PhoneCheck): void => {
  changeCheck(check);
  learnPhone(check);
};

/** The data of the phones has come after all. */
const addModels = (models: readonly PhoneModel[], visit: number): void => {
  const { check, own } = getPhone();
  if (visit !== visitNumber() || own === null) return;
  const known = withModels(own, models);
  if (check === own) setCheck(known);
  else changePhone({ own: known });
};

/** That this is a PC says no more than that one is there; who has said something knows better. */
const learnOfPc = (): void => {
  const { facts } = getGuide();
  if (facts.pc === undefined) keepFacts(learn(facts, 'pc', 'yes', 'detected'));
};

/** What the check has found out answers the question of the guide. */
const learnPhone = (check: PhoneCheck): void => {
  if (openQuestion(check) !== null) return;
  keepFacts(learnedFrom(getGuide().facts, check));
  closeQuestion('phone');
};

/** The answer to a question, seen on the screen before what follows from it is worked out. */
const change = (next: (check: PhoneCheck) => PhoneCheck): Promise<void> =>
  onceSeen(() => setCheck(next(getPhone().check ?? newCheck)));

export const addToCheck = (part: Partial<PhoneCheck>): Promise<void> => change((check) => ({ ...check, ...part }));

/** What the contact test has shown, of the phone that it ran on. */
export const addContact = (seen: ContactSeen): Promise<void> =>
  change((check) => (check.isThisPhone ? sawContact(check, seen) : check));

/** NFC that was off is on. */
export const noteSearch = (): Promise<void> => change((check) => (check.isThisPhone ? isSearchedWith(check) : check));

const begunAnew = { pages: ['check'], place: null, trouble: 0 } as const;

/** About another phone; what this browser says of this one does not matter any more. */
export const checkAnother = (): void => {
  changePhone({ check: newCheck, ...begunAnew });
  keepFacts(forgotPhone(getGuide().facts));
};

/** About the phone that the page is open on, as it was left. */
export const checkOwn = (own: PhoneCheck): void => {
  changePhone(begunAnew);
  keepFacts(forgotPhone(getGuide().facts));
  setCheck(own);
};

export const openPage = (page: PhonePage): void => changePhone(opened(getPhone(), page));

/** The visitor has no phone at all, so what there is besides is asked. */
export const sayNoPhone = (): void => {
  sayFact('phone', 'none');
  closeQuestion('phone');
  openPage('other-ways');
};

/** @returns whether there was something before this */
export const goBack = (): boolean => {
  const { check, ...way } = getPhone();
  const back = wayBack(way);
  if (back !== null) {
    changePhone(back);
    return true;
  }
  const before = check === null ? null : wentBack(check);
  if (before !== null) changeCheck(before);
  return before !== null;
};

/** Where the phone has noticed a card, as far as the page knows. Only the person can say so. */
export const notePlace = (place: SearchPlace): void => changePhone({ place });

/** Where on its back the phone has noticed a card, as the person says; the guide prints it. */
export const sayPlace = (place: SearchPlace): void => {
  notePlace(place);
  sayFact('phoneSpot', place);
};

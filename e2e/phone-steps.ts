import { execFileSync } from 'node:child_process';
import { expect, type Locator, type Page } from '@playwright/test';
import type { AnswerWords } from '../lib/phone/answer-words.ts';
import type { DecisionStep, PhoneVerdict } from '../lib/phone/decide.ts';
import { atHome, type Place } from '../lib/place/place.ts';
import { expectToSay, type Locale, named, words } from './answers.ts';
import { asBrowser, type BrowserName } from './as-browser.ts';
import { type FakeNfcConfig, fakeNfc, ordinaryNfc, put, set } from './fake-nfc.ts';

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
export const back = (page: Page): Locator => page.locator('.action-back');
export const toGuide = (page: Page): Locator => page.locator('.action-guide');

/** All that a place says, without the readings above it. */
export const textOf = (place: Locator): Promise<string> =>
  place.evaluate((element) => {
    const copy = element.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const silent of copy.querySelectorAll('rt, script')) silent.remove();
    return copy.textContent ?? '';
  });

/** The check as it opens in this browser. `nfc`: what its Web NFC does; `null` where it has none. */
export const openPhone = async (page: Page, browser: BrowserName, locale: Locale, nfc: FakeNfcConfig | null) => {
  await asBrowser(page, browser);
  if (nfc !== null) await page.addInitScript(fakeNfc, nfc);
  await page.goto(`/${locale}/phone`);
};

/** A message with its arguments, as a voice reads it. */
export const wordsWith = (locale: Locale, path: string, values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(new RegExp(`\\{${name}(, number)?\\}`, 'g'), `${value}`),
    words(locale, path),
  );

const isVersion = (name: string): boolean => name === 'androidVersion' || name === 'iosVersion';

/** @param name - as in `PhoneReplies` */
export const question = (page: Page, name: string): Locator =>
  page.locator(`[data-question="${isVersion(name) ? 'os' : name}"]`);

/** The button of an answer: the keys of its message in `PhoneCheck`. */
export const reply = (page: Page, locale: Locale, name: string, answer: string): Locator =>
  question(page, name)
    .getByRole('button', { name: named(words(locale, `PhoneCheck.${name}.answers.${answer}`)) })
    .first();

export const searchField = (page: Page): Locator => page.getByRole('searchbox');
/** Types once the new heading has taken the focus, which it would else take away from the field. */
export const searchFor = async (page: Page, text: string): Promise<void> => {
  await searchField(page).waitFor();
  await expect(page.locator('h1:focus, .search-field:focus')).toHaveCount(1);
  await searchField(page).fill(text);
};

export const notInList = (page: Page): Locator => page.locator('.search-none');
export const found = (page: Page, name: string): Locator =>
  page
    .locator('.search-results')
    .getByRole('button', { name: named(name) })
    .first();

/** Questions and their answers, in order. `model` is answered with the name of a phone, or with `not-listed`. */
export type PhoneReplies = Readonly<Record<string, string>>;

/** Gives these answers, each on its question. */
export const replyAll = async (page: Page, locale: Locale, replies: PhoneReplies): Promise<void> => {
  for (const [name, answer] of Object.entries(replies)) {
    if (name !== 'model') await reply(page, locale, name, answer).click();
    else if (answer === 'not-listed') await notInList(page).click();
    else {
      await searchFor(page, answer);
      await found(page, answer).click();
    }
  }
};

export const phoneAnswer = (page: Page): Locator => page.locator('.phone-answer');

/** What an update takes is said of one system alone. */
const bodies = (locale: Locale, says: string): readonly string[] =>
  says === 'too-old'
    ? [words(locale, 'PhoneCheck.update.hintAndroid'), words(locale, 'PhoneCheck.update.hintIos')]
    : [words(locale, `PhoneAnswer.steps.${says}.body`)];

/** @param says - a key in `PhoneAnswer.steps` */
export const expectAnswer = async (
  page: Page,
  locale: Locale,
  step: DecisionStep,
  verdict: PhoneVerdict,
  says: AnswerWords | DecisionStep = step,
): Promise<void> => {
  const answer = phoneAnswer(page);
  await expect(answer).toBeVisible();
  const decided = { step: await answer.getAttribute('data-step'), verdict: await answer.getAttribute('data-verdict') };
  expect(decided).toEqual({ step, verdict });
  await expectToSay(heading(page), words(locale, `PhoneAnswer.steps.${says}.title`));
  expect(bodies(locale, says)).toContain(await textOf(answer.locator('.stage-lead')));
};

/** What leads from the answer to a page of help. @param name - `PhoneAnswer.actions` */
export const action = (page: Page, locale: Locale, name: string): Locator =>
  page.locator('.phone-actions').getByRole('button', { name: named(words(locale, `PhoneAnswer.actions.${name}`)) });

/** From the answer to the check of another phone. */
export const again = (page: Page, locale: Locale): Locator =>
  page.getByRole('button', { name: named(words(locale, 'PhoneAnswer.again')) });

/** Which page of the check is open. @param title - its only heading of the first level */
export const expectScreen = async (page: Page, name: string, title: string): Promise<void> => {
  await expect(page.locator('main')).toHaveAttribute('data-screen', name);
  await expect(heading(page)).toHaveCount(1);
  await expectToSay(heading(page), title);
};

export const contactPage = (page: Page): Locator => page.locator('.contact-page');

/** @param name - `PhoneContact` */
export const contactButton = (page: Page, locale: Locale, name: string): Locator =>
  contactPage(page).getByRole('button', { name: named(words(locale, `PhoneContact.${name}`)) });

/** From the answer to the contact test, and begins it. */
export const startContact = async (page: Page, locale: Locale): Promise<void> => {
  await action(page, locale, 'contact').click();
  await contactButton(page, locale, 'start').click();
};

export const searching = (page: Page): Promise<void> =>
  expect(contactPage(page)).toHaveAttribute('data-contact', 'searching');

/** How many times the page itself has asked for the list of phones; what its worker keeps for later does not count. */
export const listRequests = (page: Page): (() => Promise<number>) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text());
  });
  return async () => (await Promise.all(scripts)).filter((script) => script.includes('lineage_wiki')).length;
};

/** What a phone reads from a picture on the screen. */
export const scanned = async (picture: Locator): Promise<string> =>
  execFileSync('zbarimg', ['--raw', '--quiet', '-Sbinary', '-'], {
    input: await picture.screenshot(),
    encoding: 'utf8',
  }).trim();

/** Together they meet every question. */
const longWays: readonly PhoneReplies[] = [
  { kind: 'iphone', iphone: '8-or-x', iosVersion: 'too-old', update: 'yes' },
  { kind: 'android', model: 'not-listed', androidVersion: 'new-enough', readBefore: 'no', nfcItem: 'no' },
];

/** @param look - called on each question there is */
export const onEveryQuestion = async (page: Page, locale: Locale, look: (name: string) => Promise<void>) => {
  for (const replies of longWays) {
    await page.goto(`/${locale}/phone`);
    for (const [name, answer] of Object.entries(replies)) {
      await question(page, name).getByRole('button').first().waitFor();
      await look(name);
      await replyAll(page, locale, { [name]: answer });
    }
  }
};

/** Where this server says that its pages are, whatever it was started as. */
export const placeIs = (page: Page, place: Partial<Place>): Promise<unknown> =>
  page.route('**/api/place', (route) => route.fulfill({ json: { ...atHome, ...place } }));

/** Leads to one screen of the check. */
type PhonePath = (page: Page, locale: Locale) => Promise<void>;

const byHand =
  (replies: PhoneReplies, ...goOn: readonly PhonePath[]): PhonePath =>
  async (page, locale) => {
    await page.goto(`/${locale}/phone`);
    await replyAll(page, locale, replies);
    for (const each of goOn) await each(page, locale);
  };

const press =
  (name: string): PhonePath =>
  (page, locale) =>
    action(page, locale, name).click();

const offered =
  (name: 'none' | 'ownPhone'): PhonePath =>
  (page, locale) =>
    question(page, 'kind')
      .getByRole('button', { name: named(words(locale, `PhoneCheck.${name}`)) })
      .click();

const search: PhonePath = async (page) => {
  await searchFor(page, 'AQUOS');
  await page.locator('.search-results button').first().waitFor();
};

const listedPhone = { kind: 'android', model: 'Google Pixel 7', androidVersion: 'new-enough' };

/** Each screen by answers, on a kiosk whose office has pages for home. */
export const phoneScreens: Readonly<Record<string, PhonePath>> = {
  kind: byHand({}),
  search: byHand({ kind: 'android' }, search),
  answer: byHand(listedPhone),
  settings: byHand(listedPhone, press('settings')),
  trouble: byHand(listedPhone, press('trouble')),
  app: byHand(listedPhone, press('app')),
  pc: byHand(listedPhone, press('pc')),
  'card in the phone': byHand(listedPhone, press('card-in-phone')),
  'other ways': byHand({}, offered('none')),
  'own phone': byHand({}, offered('ownPhone')),
};

const onOwnPhone =
  (...goOn: readonly PhonePath[]): PhonePath =>
  async (page, locale) => {
    await page.goto(`/${locale}/phone`);
    await phoneAnswer(page).waitFor();
    for (const each of goOn) await each(page, locale);
  };

const noticeCard: PhonePath = async (page) => {
  await searching(page);
  await put(page, 'isodep');
  await expect(contactPage(page)).toHaveAttribute('data-contact', 'found');
};

const noticeThatNfcIsOff: PhonePath = async (page, locale) => {
  await set(page, { hardware: 'off' });
  await startContact(page, locale);
  await expect(contactPage(page)).toHaveAttribute('data-contact', 'failed');
};

/** Each screen of the contact test, on a page that `becomePhone` was called for. */
export const contactScreens: Readonly<Record<string, PhonePath>> = {
  'answer on the phone itself': onOwnPhone(),
  'contact, before': onOwnPhone(press('contact')),
  'contact, searching': onOwnPhone(startContact, searching),
  'contact, found': onOwnPhone(startContact, noticeCard),
  'contact, NFC off': onOwnPhone(noticeThatNfcIsOff),
};

/** From now on the page is at home, on a phone with NFC that nobody knows. */
export const becomePhone = async (page: Page): Promise<void> => {
  await placeIs(page, { surface: 'home' });
  await asBrowser(page, 'unknownPhone');
  await page.addInitScript(fakeNfc, ordinaryNfc);
};

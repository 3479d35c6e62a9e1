import { expect, type Locator, type Page } from '@playwright/test';
import { type Locale, named, words } from './answers.ts';

/** The part of the practice that is opened from its first page, in the order of its list. */
const parts = ['hold', 'pin', 'journeys'] as const;

export const openPart = async (page: Page, locale: Locale, name: (typeof parts)[number]): Promise<void> => {
  await page.goto(`/${locale}/practice`);
  await part(page, locale, name).click();
};

/** @param name - `PracticeMenu` */
export const part = (page: Page, locale: Locale, name: string): Locator =>
  page.getByRole('button', { name: named(words(locale, `PracticeMenu.${name}.title`)) });

/** The button that puts the card down, takes it, and leads on. */
export const holdButton = (page: Page): Locator => page.locator('.hold-action');
/** Once a finger can move the card. */
export const scene = (page: Page): Locator => page.locator('.hold-scene:not([data-touch="none"])');

export const expectHold = (page: Page, state: string): Promise<void> =>
  expect(page.locator('.hold-screen')).toHaveAttribute('data-hold-state', state, { timeout: 15_000 });

/** So long no hold takes; the time of the page has to be in the hands of the test (`page.clock.install`). */
const longEnoughMs = 16_000;

/** Lets the application read to its end. */
export const readToTheEnd = async (page: Page): Promise<void> => {
  await page.locator('[data-hold-state="working"]').waitFor();
  await page.clock.runFor(longEnoughMs);
  await expectHold(page, 'done');
};

/** Every kind of screen of the practice, on a page whose time is in the hands of the test. */
export const practiceScreens: Readonly<Record<string, (page: Page, locale: Locale) => Promise<void>>> = {
  'practice, menu': async (page, locale) => {
    await page.goto(`/${locale}/practice`);
    await part(page, locale, 'hold').waitFor();
  },
  'practice, ready': (page, locale) => openPart(page, locale, 'hold'),
  'practice, working': async (page, locale) => {
    await openPart(page, locale, 'hold');
    await holdButton(page).click();
    await expectHold(page, 'working');
  },
  'practice, lifted': async (page, locale) => {
    await openPart(page, locale, 'hold');
    await holdButton(page).click();
    await holdButton(page).click();
    await expectHold(page, 'lifted');
  },
  'practice, done': async (page, locale) => {
    await openPart(page, locale, 'hold');
    await holdButton(page).click();
    await readToTheEnd(page);
  },
  'practice, held': async (page, locale) => {
    await openPart(page, locale, 'hold');
    await holdOnce(page);
  },
  'practice, learned': async (page, locale) => {
    // With one that ended early there is the most to say.
    await openPart(page, locale, 'hold');
    await holdButton(page).click();
    await holdButton(page).click();
    await expectHold(page, 'lifted');
    await holdButton(page).click();
    await learnToHold(page);
  },
  'practice, digits': async (page, locale) => {
    await openPart(page, locale, 'pin');
    await holdButton(page).click();
    await expectHold(page, 'asking');
    await page.keyboard.press('9');
    await page.locator('[data-wrong]').waitFor();
  },
  'practice, letters': async (page, locale) => {
    await openPart(page, locale, 'pin');
    await holdButton(page).click();
    await typePin(page, 'authentication');
    await readToTheEnd(page);
    await holdButton(page).click();
    await holdButton(page).click();
    await holdButton(page).click();
    await expectHold(page, 'asking');
    await page.keyboard.press('9');
    await page.locator('[data-wrong]').waitFor();
  },
  'practice, journeys': (page, locale) => openPart(page, locale, 'journeys'),
  'practice, first step': async (page, locale) => {
    await openPart(page, locale, 'journeys');
    await part(page, locale, 'pc').click();
    await holdButton(page).waitFor();
  },
  'practice, step with letters': async (page, locale) => {
    await openPart(page, locale, 'journeys');
    await part(page, locale, 'signature').click();
    await holdButton(page).click();
    await page.locator('[data-pin="signature"]').waitFor();
  },
};

export const practicePin = { authentication: '4071', signature: 'SORA29' } as const;

/** On a real keyboard, once the screen wants it. */
export const typePin = async (page: Page, pin: keyof typeof practicePin): Promise<void> => {
  await page.locator(`[data-pin="${pin}"]`).waitFor();
  for (const key of practicePin[pin]) await page.keyboard.press(key.toLowerCase());
};

/** One hold to its end. */
export const holdOnce = async (page: Page): Promise<void> => {
  await holdButton(page).click();
  await readToTheEnd(page);
  await holdButton(page).click();
  await expectHold(page, 'held');
};

export const learnToHold = async (page: Page): Promise<void> => {
  for (let turn = 0; turn < 3; turn += 1) {
    if (turn > 0) await holdButton(page).click();
    await holdOnce(page);
  }
};

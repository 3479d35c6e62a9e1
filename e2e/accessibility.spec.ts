import { expect, type Page } from '@playwright/test';
import { answer, type Locale, locales } from './answers.ts';
import { axeFindings } from './axe.ts';
import { helpScreens } from './help-steps.ts';
import { test } from './kiosk-fixture.ts';
import { becomePhone, contactScreens, phoneScreens, placeIs } from './phone-steps.ts';
import { practiceScreens } from './practice-steps.ts';
import {
  cardFound,
  fineReport,
  lifted,
  readerReady,
  readerSays,
  reported,
  settingsAre,
  worstReport,
} from './scripted-reader.ts';
import { openPins } from './walk.ts';

/** Leads a fresh page to one screen. */
type Path = (page: Page, origin: string, locale: Locale) => Promise<void>;

const toPins = [
  ['errand', 'child-allowance'],
  ['card', 'my-number'],
  ['phone', 'reads-and-runs'],
] as const;

const toAdvice = [
  ...toPins,
  ['pins', 'oneByOne'],
  ['pin.authentication', 'on-slip-at-home'],
  ['pin.signature', 'known'],
  ['changedSinceIssue', 'no'],
  ['certificate.authentication', 'renewable'],
] as const;

const guided =
  (answers: Parameters<typeof answer>[2], ...taps: readonly string[]): Path =>
  async (page, origin, locale) => {
    await readerSays(page, origin, [readerReady]);
    await page.goto(`/${locale}/guide`);
    await answer(page, locale, answers);
    for (const tap of taps) await page.locator(tap).first().click();
  };

const afterEvents =
  (events: Parameters<typeof readerSays>[2], screen: string): Path =>
  async (page, origin, locale) => {
    await readerSays(page, origin, events);
    await page.goto(`/${locale}/card`);
    await page.locator(`[data-screen="${screen}"]`).waitFor();
  };

const aboutPins = [
  ...(['home', 'which-label', 'not-a-pin', 'pin-signature', 'counter', 'store-card', 'store-no', 'store-yes'] as const),
  ...(['errors', 'error-store-opens-again', 'certificates'] as const),
];

const pinsScreens: Readonly<Record<string, Path>> = Object.fromEntries(
  aboutPins.map((name): [string, Path] => [`PINs, ${name}`, (page, _, locale) => openPins(page, locale, name)]),
);

const screens: Readonly<Record<string, Path>> = {
  start: async (page, origin, locale) => {
    await readerSays(page, origin, [readerReady]);
    await page.goto(`/${locale}`);
  },
  'start without a reader': async (page, _, locale) => {
    await settingsAre(page, { kind: 'none' });
    await page.goto(`/${locale}`);
    await page.locator('.reader-notice').waitFor();
  },
  'no reader': afterEvents([{ type: 'reader', ready: false, error: 'readerMissing' }], 'noReader'),
  'put the card here': afterEvents([readerReady], 'ready'),
  'do not move': afterEvents(cardFound, 'reading'),
  'lifted early': afterEvents(lifted, 'lifted'),
  failed: afterEvents([...cardFound, { type: 'failed', error: 'cardMute', known: { pins: {} } }], 'failed'),
  'report, all fine': afterEvents(reported(fineReport), 'report'),
  'report, all wrong': afterEvents(reported(worstReport), 'report'),
  'details of a PIN': async (page, origin, locale) => {
    await afterEvents(reported(worstReport), 'report')(page, origin, locale);
    await page.locator('.report-item-details').nth(1).click();
    await page.getByRole('dialog').waitFor();
  },
  sources: async (page, origin, locale) => {
    await afterEvents(reported(fineReport), 'report')(page, origin, locale);
    await page.locator('.sources-note').click();
    await page.getByRole('dialog').waitFor();
  },
  'another card': afterEvents(reported({ ...fineReport, card: 'felica' }), 'report'),
  'take the card': async (page, origin, locale) => {
    await afterEvents(reported(fineReport), 'report')(page, origin, locale);
    await page.locator('.action-finish').click();
    await page.locator('[data-screen="takeAway"]').waitFor();
  },
  thanks: async (page, origin, locale) => {
    await afterEvents([...reported(fineReport), { type: 'removed', early: false }], 'report')(page, origin, locale);
    await page.locator('.action-finish').click();
    await page.locator('[data-screen="thanks"]').waitFor();
  },
  'practice card': async (page, _, locale) => {
    await page.goto(`/${locale}/practice-card`);
    await page.locator('.practice-button').waitFor();
  },
  'guide, first question': guided([]),
  'guide, all PINs': guided(toPins),
  'guide, last day': guided([
    ['errand', 'child-allowance'],
    ['card', 'lost'],
  ]),
  'guide, advice': guided(toAdvice),
  'guide, all other ways': guided(toAdvice, '.advice-fold > summary', '.other-way > summary'),
  'guide, sources': guided(toAdvice, '.sources-note'),
  'guide, answers': guided(toAdvice, '.action-answers'),
  'guide, take along': guided(toAdvice, '.advice-take'),
  'guide, look around': guided([['errand', 'look-around']]),
  ...pinsScreens,
  'staff, sources': async (page, _, locale) => {
    await page.goto(`/${locale}/staff/sources`);
    await page.locator('.other-way > summary').first().click();
  },
  'no such page': async (page, _, locale) => {
    await page.goto(`/${locale}/nothing`);
  },
};

test.skip(({ viewport }) => viewport?.width !== 1080, 'what axe looks at does not depend on the size');
test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** Colours are the same in every language; this one has readings as well. To look at them takes the longest. */
const withColours = 'ja-easy';

/** What axe finds, with text contrast held to 7:1. */
const findingsOn = (page: Page, locale: Locale): Promise<string[]> =>
  axeFindings(page, locale === withColours ? 'aaa' : 'none');

const turnContrastHigh = async (page: Page): Promise<void> => {
  // Behind an open dialog a finger does not reach it; the theme is what matters here.
  await page.locator('[data-setting="contrast"]').dispatchEvent('click');
  await page.locator('[data-contrast="high"]').waitFor();
};

for (const locale of locales) {
  test(`nobody is shut out of a screen, in either contrast: ${locale}`, async ({ page, kiosk }) => {
    test.setTimeout(600_000);
    for (const [name, goTo] of Object.entries(screens)) {
      // The page before would listen on, and hear what is meant for this one.
      await page.goto('about:blank');
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await goTo(page, kiosk.origin, locale);
      expect.soft(await findingsOn(page, locale), name).toEqual([]);
      if (name === 'no such page' || locale !== withColours) continue;
      await turnContrastHigh(page);
      expect.soft(await findingsOn(page, locale), `${name}, high contrast`).toEqual([]);
    }
  });

  test(`nobody is shut out of the practice, in either contrast: ${locale}`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.clock.install();
    for (const [name, goTo] of Object.entries(practiceScreens)) {
      await goTo(page, locale);
      expect.soft(await findingsOn(page, locale), name).toEqual([]);
      if (locale !== withColours) continue;
      await turnContrastHigh(page);
      expect.soft(await findingsOn(page, locale), `${name}, high contrast`).toEqual([]);
    }
  });

  test(`nobody is shut out of a call for staff, in either contrast: ${locale}`, async ({ page }) => {
    test.setTimeout(600_000);
    for (const [name, goTo] of Object.entries(helpScreens)) {
      await goTo(page, locale);
      expect.soft(await findingsOn(page, locale), name).toEqual([]);
      if (locale !== withColours) continue;
      await turnContrastHigh(page);
      expect.soft(await findingsOn(page, locale), `${name}, high contrast`).toEqual([]);
    }
  });

  test(`nobody is shut out of the phone check, in either contrast: ${locale}`, async ({ page }) => {
    test.setTimeout(600_000);
    const expectNothing = async (name: string): Promise<void> => {
      expect.soft(await findingsOn(page, locale), name).toEqual([]);
      if (locale !== withColours) return;
      await turnContrastHigh(page);
      expect.soft(await findingsOn(page, locale), `${name}, high contrast`).toEqual([]);
    };
    await placeIs(page, { surface: 'kiosk', homeAddress: 'https://kazasu.example', paper: '80mm' });
    for (const [name, goTo] of Object.entries(phoneScreens)) {
      await goTo(page, locale);
      await expectNothing(name);
    }
    await becomePhone(page);
    for (const [name, goTo] of Object.entries(contactScreens)) {
      await goTo(page, locale);
      await expectNothing(name);
    }
  });
}

import { expect, type Page } from '@playwright/test';
import type { Place } from '../lib/place/place.ts';
import type { ReaderEvent } from '../lib/reader/protocol.ts';
import { answerAll, type Choices, locales } from './answers.ts';
import { helpScreens } from './help-steps.ts';
import { test } from './kiosk-fixture.ts';
import { becomePhone, contactScreens, onEveryQuestion, phoneScreens, placeIs } from './phone-steps.ts';
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
import { openPins, type PinsPageName } from './walk.ts';

const screens: Readonly<Record<string, readonly ReaderEvent[]>> = {
  ready: [readerReady],
  noReader: [{ type: 'reader', ready: false, error: 'serviceStopped' }],
  reading: cardFound,
  lifted,
  failed: [...cardFound, { type: 'failed', error: 'cardMute', known: { pins: {} } }],
  report: reported(worstReport),
};

/** On a phone the window itself grows with what does not fit into it, but not the document's. */
const overflow = (page: Page): Promise<{ x: number; y: number }> =>
  page.evaluate(() => ({
    x: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    y: Math.max(0, document.documentElement.scrollHeight - window.innerHeight),
  }));

/** Everything that can be pressed, smaller than `least` in either direction. Radio buttons are pressed by their label. */
const smallTargets = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((pixels) => {
    const targets = document.querySelectorAll('a, button, summary, label:has(input)');
    return Array.from(targets).flatMap((target) => {
      const { width, height } = target.getBoundingClientRect();
      const isHidden = width === 0 && height === 0;
      return isHidden || Math.min(width, height) >= pixels ? [] : [`${target.textContent}: ${width} × ${height}`];
    });
  }, least);

const open = async (page: Page, origin: string, path: string, events: readonly ReaderEvent[], screen: string) => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await readerSays(page, origin, events);
  await page.goto(path);
  await page.locator(`[data-screen="${screen}"]`).waitFor();
};

/** Two ways through the guide that meet as many questions as there are. */
const longWays: readonly Choices[] = [
  {
    errand: 'long-term-care',
    card: 'my-number',
    holder: 'self',
    phone: 'cannot',
    pcReader: 'no',
    borrowPhone: 'yes',
    pins: 'oneByOne',
    'pin.authentication': 'known',
    'pin.signature': 'forgotten',
    changedSinceIssue: 'no',
    'certificate.authentication': 'valid',
    deadline: 'none',
  },
  {
    errand: 'moving-out',
    card: 'my-number',
    phone: 'reads-and-runs',
    pins: 'oneByOne',
    'pin.authentication': 'on-slip-at-home',
    'pin.cardInfoInput': 'known',
    'pin.signature': 'locked',
    changedSinceIssue: 'no',
    'certificate.authentication': 'renewable',
    konbini: 'both-pins',
    deadline: 'none',
  },
];

/** Ways through /pins that meet every kind of page, among them every question. */
const waysToPins: readonly PinsPageName[] = ['which-use', 'which-label', 'not-a-pin', 'store-yes', 'counter', 'errors'];

/** Then the check of phones offers the most. */
const withHome: Partial<Place> = { surface: 'kiosk', homeAddress: 'https://kazasu.example', paper: '80mm' };
/** As narrow as the header of every page allows. */
const leastWidths = { standard: 320, larger: 390, largest: 480 };

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe('on a kiosk', () => {
  test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, 'kiosk panels only');

  for (const locale of locales) {
    test(`every screen fits without scrolling, and every target is large: ${locale}`, async ({ page, kiosk }) => {
      for (const [screen, events] of Object.entries(screens)) {
        await open(page, kiosk.origin, `/${locale}/card`, events, screen);
        expect.soft({ screen, ...(await overflow(page)) }).toEqual({ screen, x: 0, y: 0 });
        expect.soft(await smallTargets(page, 72)).toEqual([]);
      }
      await page.goto(`/${locale}`);
      expect.soft(await overflow(page)).toEqual({ x: 0, y: 0 });
      expect.soft(await smallTargets(page, 72)).toEqual([]);
    });

    test(`the practice card fits too, before and after it is read: ${locale}`, async ({ page }) => {
      await page.goto(`/${locale}/practice-card`);
      const button = page.locator('.practice-button');
      await button.waitFor();
      expect.soft(await overflow(page)).toEqual({ x: 0, y: 0 });
      const before = await button.boundingBox();
      await button.click();
      await page.locator('[data-screen="report"]').waitFor();
      expect.soft(await overflow(page)).toEqual({ x: 0, y: 0 });
      expect.soft((await button.boundingBox())?.y).toBe(before?.y);
    });
  }

  for (const locale of locales) {
    test(`every question fits without scrolling, and every answer is large: ${locale}`, async ({ page }) => {
      for (const choices of longWays) {
        await page.goto(`/${locale}/guide`);
        await answerAll(page, locale, choices, async (question) => {
          expect.soft({ question, ...(await overflow(page)) }).toEqual({ question, x: 0, y: 0 });
          expect.soft(await smallTargets(page, 72)).toEqual([]);
        });
        expect.soft((await overflow(page)).x).toBe(0);
        expect.soft(await smallTargets(page, 72)).toEqual([]);
        await page.locator('.advice-take').click();
        expect.soft(await overflow(page)).toEqual({ x: 0, y: 0 });
      }
    });
  }

  for (const locale of locales) {
    test(`every question about PINs fits without scrolling, and every button is large: ${locale}`, async ({ page }) => {
      test.setTimeout(120_000);
      for (const way of waysToPins) {
        await openPins(page, locale, way, async (name) => {
          const { x, y } = await overflow(page);
          const isQuestion = (await page.locator('main [data-question]').count()) > 0;
          expect.soft({ name, x, y: isQuestion ? y : 0 }).toEqual({ name, x: 0, y: 0 });
          expect.soft(await smallTargets(page, 72)).toEqual([]);
        });
      }
    });
  }

  for (const locale of locales) {
    test(`every question about the phone fits without scrolling, and all else in width: ${locale}`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      await placeIs(page, withHome);
      const expectToFit = async (name: string): Promise<void> => {
        expect.soft({ name, ...(await overflow(page)) }).toEqual({ name, x: 0, y: 0 });
        expect.soft(await smallTargets(page, 72), name).toEqual([]);
      };
      await onEveryQuestion(page, locale, expectToFit);
      for (const [name, goTo] of Object.entries(phoneScreens)) {
        await goTo(page, locale);
        expect.soft({ name, x: (await overflow(page)).x }).toEqual({ name, x: 0 });
        expect.soft(await smallTargets(page, 72), name).toEqual([]);
      }
    });
  }

  for (const locale of locales) {
    test(`every screen of the practice fits without scrolling, and every button is large: ${locale}`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      await page.clock.install();
      for (const [name, goTo] of Object.entries(practiceScreens)) {
        await goTo(page, locale);
        expect.soft({ name, ...(await overflow(page)) }).toEqual({ name, x: 0, y: 0 });
        expect.soft(await smallTargets(page, 72), name).toEqual([]);
      }
    });
  }

  for (const locale of locales) {
    test(`every state of a call for staff fits without scrolling, and every button is large: ${locale}`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      for (const [name, goTo] of Object.entries(helpScreens)) {
        await goTo(page, locale);
        const inSheet = await page.evaluate(() => {
          const sheet = document.querySelector('dialog[open]');
          // What the office says of itself may be long; the buttons stay in sight.
          if (sheet === null || sheet.querySelector('.office-contact') !== null) return 0;
          return sheet.scrollHeight - sheet.clientHeight;
        });
        expect.soft({ name, inSheet, ...(await overflow(page)) }).toEqual({ name, inSheet: 0, x: 0, y: 0 });
        expect.soft(await smallTargets(page, 72), name).toEqual([]);
      }
    });
  }

  test('a search with as many results as are shown fits without scrolling', async ({ page }) => {
    await phoneScreens.search?.(page, 'ja');
    expect(await overflow(page)).toEqual({ x: 0, y: 0 });
  });

  test('the buttons at the bottom and the picture stay where they are from stage to stage', async ({ page, kiosk }) => {
    const places: unknown[] = [];
    for (const screen of ['ready', 'reading', 'noReader']) {
      await open(page, kiosk.origin, '/ja/card', screens[screen] ?? [], screen);
      const boxes = ['.action-back', '.action-finish', '.picture-screen-picture', 'h1'].map(async (selector) => {
        const box = await page.locator(selector).boundingBox();
        return { selector, x: box?.x, y: box?.y };
      });
      places.push(await Promise.all(boxes));
    }
    expect(places[1]).toEqual(places[0]);
    expect(places[2]).toEqual(places[0]);
  });
});

test.describe('on a small window', () => {
  test.skip(({ viewport }) => viewport?.width !== 390, 'once is enough');

  for (const locale of locales) {
    test(`nothing is cut off at 320 pixels, which is 400 % zoom: ${locale}`, async ({ page, kiosk }) => {
      test.setTimeout(120_000);
      await page.setViewportSize({ width: 320, height: 640 });
      for (const [screen, events] of Object.entries(screens)) {
        await open(page, kiosk.origin, `/${locale}/card`, events, screen);
        expect.soft({ screen, x: (await overflow(page)).x }).toEqual({ screen, x: 0 });
      }
      await settingsAre(page, { kind: 'none' });
      await page.goto(`/${locale}`);
      expect.soft((await overflow(page)).x).toBe(0);
      await page.goto(`/${locale}/guide`);
      await answerAll(page, locale, longWays[0] ?? {}, async (question) => {
        expect.soft({ question, x: (await overflow(page)).x }).toEqual({ question, x: 0 });
      });
      await page.locator('.advice-fold > summary').first().click();
      expect.soft((await overflow(page)).x).toBe(0);
      await page.locator('.advice-take').click();
      expect.soft((await overflow(page)).x).toBe(0);
      for (const way of waysToPins) {
        await openPins(page, locale, way, async (name) => {
          expect.soft({ name, x: (await overflow(page)).x }).toEqual({ name, x: 0 });
        });
      }
    });
  }

  for (const locale of locales) {
    test(`nothing of the phone check is cut off on a narrow screen, in any size of text: ${locale}`, async ({
      page,
    }) => {
      test.setTimeout(240_000);
      const expectToFit = async (name: string): Promise<void> => {
        for (const [size, width] of Object.entries(leastWidths)) {
          await page.setViewportSize({ width, height: 640 });
          await page.locator(`[data-size="${size}"] input`).dispatchEvent('click');
          await page.locator(`[data-text-size="${size}"]`).waitFor();
          expect.soft({ name, size, x: (await overflow(page)).x }).toEqual({ name, size, x: 0 });
        }
      };
      await placeIs(page, withHome);
      await onEveryQuestion(page, locale, expectToFit);
      for (const [name, goTo] of Object.entries(phoneScreens)) {
        await goTo(page, locale);
        await expectToFit(name);
      }
      await becomePhone(page);
      for (const [name, goTo] of Object.entries(contactScreens)) {
        await goTo(page, locale);
        await expectToFit(name);
      }
    });
  }

  for (const locale of locales) {
    test(`nothing of the practice is cut off on a narrow screen, in any size of text: ${locale}`, async ({ page }) => {
      test.setTimeout(240_000);
      await page.clock.install();
      for (const [name, goTo] of Object.entries(practiceScreens)) {
        await goTo(page, locale);
        for (const [size, width] of Object.entries(leastWidths)) {
          await page.setViewportSize({ width, height: 640 });
          await page.locator(`[data-size="${size}"] input`).dispatchEvent('click');
          await page.locator(`[data-text-size="${size}"]`).waitFor();
          expect.soft({ name, size, x: (await overflow(page)).x }).toEqual({ name, size, x: 0 });
        }
      }
    });
  }

  for (const locale of locales) {
    test(`nothing of a call is cut off on a narrow screen, in any size of text: ${locale}`, async ({ page }) => {
      test.setTimeout(240_000);
      for (const [name, goTo] of Object.entries(helpScreens)) {
        await goTo(page, locale);
        for (const [size, width] of Object.entries(leastWidths)) {
          await page.setViewportSize({ width, height: 640 });
          await page.locator(`[data-size="${size}"] input`).dispatchEvent('click');
          await page.locator(`[data-text-size="${size}"]`).waitFor();
          const inSheet = await page.evaluate(() => {
            const sheet = document.querySelector('dialog[open]');
            return sheet === null ? 0 : sheet.scrollWidth - sheet.clientWidth;
          });
          expect.soft({ name, size, inSheet, x: (await overflow(page)).x }).toEqual({ name, size, inSheet: 0, x: 0 });
        }
      }
    });
  }

  test('the largest text fits on a phone, too', async ({ page }) => {
    await page.goto('/ja/phone');
    // Then the page has come to life.
    await page.locator('[data-question="kind"] button').first().waitFor();
    await page.locator('[data-size="largest"] input').dispatchEvent('click');
    await page.locator('[data-text-size="largest"]').waitFor();
    expect((await overflow(page)).x).toBe(0);
  });

  test('targets are large enough for a finger', async ({ page, kiosk }) => {
    test.setTimeout(120_000);
    await open(page, kiosk.origin, '/ja/card', reported(fineReport), 'report');
    expect(await smallTargets(page, 48)).toEqual([]);
    await page.goto('/ja/guide');
    await page.locator('[data-question="errand"]').waitFor();
    expect(await smallTargets(page, 48)).toEqual([]);
    await answerAll(page, 'ja', longWays[1] ?? {});
    expect(await smallTargets(page, 48)).toEqual([]);
    // The keys below the search for errors are those of a kiosk.
    for (const way of waysToPins.filter((each) => each !== 'errors')) {
      await openPins(page, 'ja', way, async () => expect(await smallTargets(page, 48)).toEqual([]));
    }
  });
});

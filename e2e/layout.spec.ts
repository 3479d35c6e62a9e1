import { expect, type Page } from '@playwright/test';
import type { ReaderEvent } from '../lib/reader/protocol.ts';
import { answerAll, locales } from './answers.ts';
import { test } from './kiosk-fixture.ts';
import { longWays } from './screens.ts';
import { cardFound, fineReport, readerReady, readerSays, reported } from './scripted-reader.ts';
import { openPins, type PinsPageName } from './walk.ts';

/** What stays in its place, and what is large enough on a phone. How everything else fits is looked at by the census. */

const stages: Readonly<Record<string, readonly ReaderEvent[]>> = {
  ready: [readerReady],
  reading: cardFound,
  noReader: [{ type: 'reader', ready: false, error: 'serviceStopped' }],
};

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

/** Ways through /pins that meet every kind of page, among them every question. */
const waysToPins: readonly PinsPageName[] = ['which-use', 'which-label', 'not-a-pin', 'store-yes', 'counter', 'errors'];

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test.describe('on a kiosk', () => {
  test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, 'kiosk panels only');

  for (const locale of locales) {
    test(`the button of the practice card stays where it is: ${locale}`, async ({ page }) => {
      await page.goto(`/${locale}/practice-card`);
      const button = page.locator('.practice-button');
      await button.waitFor();
      const before = await button.boundingBox();
      await button.click();
      await page.locator('[data-screen="report"]').waitFor();
      expect((await button.boundingBox())?.y).toBe(before?.y);
    });
  }

  test('the buttons at the bottom and the picture stay where they are from stage to stage', async ({ page, kiosk }) => {
    const places: unknown[] = [];
    for (const [screen, events] of Object.entries(stages)) {
      await open(page, kiosk.origin, '/ja/card', events, screen);
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

import { expect, type Page } from '@playwright/test';
import { toPanelSize, usualPanel } from '../lib/kiosk/panel.ts';
import type { ReaderEvent } from '../lib/reader/protocol.ts';
import { answerAll, answerButton, type Choices, locales } from './answers.ts';
import { test } from './kiosk-fixture.ts';
import { longWays } from './screens.ts';
import { cardFound, fineReport, readerReady, readerSays, reported } from './scripted-reader.ts';
import { turnTo } from './turning.ts';
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

/** Answers on later pages of their questions, where these have more than one on a small panel. */
const farAnswers: Choices = {
  errand: 'child-allowance',
  card: 'my-number',
  phone: 'reads-and-runs',
  pins: 'oneByOne',
  'pin.authentication': 'unknown',
  'pin.signature': 'unknown',
  changedSinceIssue: 'no',
  'certificate.authentication': 'valid',
};

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

  test('on a small panel a question begins on its first page, wherever the answer before it stood', async ({
    page,
  }) => {
    const panel = { ...usualPanel, ...toPanelSize('12.1:1280x800') };
    await page.setViewportSize({ width: panel.width, height: panel.height });
    await page.route('**/api/place', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), panel } });
    });
    await page.goto('/ja/guide');
    const count = page.locator('.page-turner:visible .page-turner-count');
    const pages: string[] = [];
    await answerAll(page, 'ja', farAnswers, async (fact) => {
      await expect(count).toHaveText(/\D1ページめ$/);
      await turnTo(answerButton(page, 'ja', fact, farAnswers[fact] ?? ''), (button) => button.click());
      pages.push((await count.textContent()) ?? '');
    });
    expect(pages.filter((each) => !/\D1ページめ$/.test(each)).length).toBeGreaterThan(2);
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

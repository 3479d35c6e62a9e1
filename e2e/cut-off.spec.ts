/** A kiosk whose server is gone: every screen comes from the copy that its browser keeps, in every language. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type RunningKiosk, startKiosk } from '../cli/testing/running-kiosk.ts';
import { locales } from './answers.ts';
import { nothingFound, watch } from './findings.ts';
import { listen, notesOf } from './notes.ts';
import { kioskWalks } from './screens.ts';
import { turnBeforePressing } from './turning.ts';
import { tapUnhurried } from './unhurried.ts';

/** Of a real card, and of staff, nothing can come without the server and the reader process, which end together. */
const walks = ['the practice card', 'the guide', 'PINs', 'the phone check', 'practising'] as const;

const open = async (context: BrowserContext, kiosk: RunningKiosk): Promise<Page> => {
  await tapUnhurried(context);
  turnBeforePressing(context);
  const page = await context.newPage();
  await page.goto(`${kiosk.origin}/ja`);
  const worker = () => page.evaluate(() => navigator.serviceWorker.controller?.state);
  await expect.poll(worker, { timeout: 20_000 }).toBe('activated');
  return page;
};

/** How many of the drawings that are to be seen show nothing. */
const drawings = (page: Page): Promise<{ empty: number }> =>
  page.evaluate(() => {
    const isEmpty = (drawing: SVGElement): boolean => {
      const { width, height } = drawing.getBoundingClientRect();
      return (
        width * height === 0 || drawing.querySelector('path, circle, rect, line, ellipse, polygon, polyline') === null
      );
    };
    const seen = [...document.querySelectorAll<SVGElement>('svg')].filter((each) => each.checkVisibility());
    return { empty: seen.filter(isEmpty).length };
  });

const hertzOf = async (page: Page): Promise<number[]> => (await notesOf(page)).map(({ hz }) => hz);
/** The two highest notes of the sound that says so. */
const done = [784, 1047];

for (const locale of locales) {
  test(`every screen is there although the server is gone: ${locale}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const kiosk = await startKiosk(['--practice-card', '--home-address', 'https://kazasu.example']);
    const context = await browser.newContext({
      baseURL: kiosk.origin,
      hasTouch: true,
      locale: 'ja-JP',
      reducedMotion: 'reduce',
      serviceWorkers: 'allow',
      timezoneId: 'Asia/Tokyo',
      viewport: { width: 1080, height: 1920 },
    });
    const findings = watch(context, kiosk.origin);
    const page = await open(context, kiosk);
    await listen(page);
    await kiosk.stop();
    const seen = new Set<string>();
    const stop = async (name: string): Promise<void> => {
      seen.add(name);
      await expect(page.locator(`[data-locale="${locale}"] h1`).first(), name).toBeVisible();
      expect(await drawings(page), name).toEqual({ empty: 0 });
      if (name === 'practice card, report')
        await expect.poll(() => hertzOf(page)).toEqual(expect.arrayContaining(done));
    };
    for (const name of walks) await kioskWalks[name]?.(page, locale, stop, kiosk.origin);
    expect(seen.size).toBeGreaterThanOrEqual(75);
    expect(findings).toEqual(nothingFound);
    await context.close();
  });
}

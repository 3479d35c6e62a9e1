/** A kiosk whose server is gone: every screen comes from the copy that its browser keeps, in every language. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type RunningKiosk, startKiosk } from '../cli/testing/running-kiosk.ts';
import { locales } from './answers.ts';
import { nothingFound, watch } from './findings.ts';
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
    await kiosk.stop();
    const seen = new Set<string>();
    const stop = async (name: string): Promise<void> => {
      seen.add(name);
      await expect(page.locator(`[data-locale="${locale}"] h1`).first(), name).toBeVisible();
      const broken = await page.evaluate(() => [...document.images].filter((each) => each.naturalWidth === 0).length);
      expect(broken, name).toBe(0);
    };
    for (const name of walks) await kioskWalks[name]?.(page, locale, stop, kiosk.origin);
    expect(seen.size).toBeGreaterThanOrEqual(75);
    expect(findings).toEqual(nothingFound);
    await context.close();
  });
}

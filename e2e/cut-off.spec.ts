/** A kiosk whose server is gone: every screen comes from the copy that its browser keeps, in every language. */
import { expect, type Page, test } from '@playwright/test';
import { startKiosk } from '../cli/testing/running-kiosk.ts';
import { reminderAfterMs } from '../lib/reader/stage.ts';
import { expectToSay, locales, words } from './answers.ts';
import { nothingFound, watch } from './findings.ts';
import { listen, notesOf } from './notes.ts';
import { newVisitor, waitForCopy } from './offline-copy.ts';
import { kioskWalks } from './screens.ts';

/** Of a real card, and of staff, nothing can come without the server: a page hears from it where they are. */
const walks = ['the practice card', 'the guide', 'PINs', 'the phone check', 'practising'] as const;

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
/** Every note of the three sounds of a reading, and the call for a card that is left behind (components/visit/sounds.ts). */
const sounds = { found: [784, 988], working: [392], done: [523, 659, 784, 1047] } as const;
const call = 880;

for (const locale of locales) {
  test(`every screen is there although the server is gone: ${locale}`, async ({ browser }) => {
    test.setTimeout(300_000);
    const kiosk = await startKiosk(['--practice-card', '--home-address', 'https://kazasu.example']);
    const context = await newVisitor(browser, kiosk.origin);
    const findings = watch(context, kiosk.origin);
    const page = await context.newPage();
    await listen(page);
    await page.goto('/ja');
    await waitForCopy(page);
    await kiosk.stop();
    const seen = new Set<string>();
    const stop = async (name: string): Promise<void> => {
      seen.add(name);
      await expect(page.locator(`[data-locale="${locale}"] h1`).first(), name).toBeVisible();
      expect(await drawings(page), name).toEqual({ empty: 0 });
      if (name !== 'practice card, report') return;
      await expect.poll(() => hertzOf(page)).toEqual(expect.arrayContaining(Object.values(sounds).flat()));
      await page.clock.runFor(reminderAfterMs[0] + 1_500);
      await expect.poll(() => hertzOf(page)).toContain(call);
    };
    for (const name of walks) await kioskWalks[name]?.(page, locale, stop, kiosk.origin);
    await page.goto(`/${locale}`);
    await page.locator('.door').nth(1).waitFor();
    await stop('start');
    await page.locator('.action-help').click();
    await expectToSay(
      page.locator('dialog[open].help-sheet').getByRole('heading', { level: 2 }),
      words(locale, 'HelpCall.away.title'),
    );
    await stop('staff cannot be called');
    expect(seen.size).toBeGreaterThanOrEqual(77);
    expect(findings).toEqual(nothingFound);
    await context.close();
  });
}

/** `npm run pictures`: what a kiosk looks like, ten screens for each way that a panel hangs, into docs/pictures/. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Page, chromium as playwright } from '@playwright/test';
import { startKiosk } from '../cli/testing/running-kiosk.ts';
import { answer } from '../e2e/answers.ts';
import { helpScreens } from '../e2e/help-steps.ts';
import { phoneScreens } from '../e2e/phone-steps.ts';
import { practiceScreens } from '../e2e/practice-steps.ts';
import { cardFound, readerReady, readerSays, reported, worstReport } from '../e2e/scripted-reader.ts';
import { ensureBuild } from './build.ts';
import { chromium, ensureSystemPackages } from './system-packages.ts';

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const panels = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1920, height: 1080 } } as const;

type Way = (page: Page, origin: string) => Promise<unknown>;

const card =
  (events: Parameters<typeof readerSays>[2], screen: string): Way =>
  async (page, origin) => {
    await readerSays(page, origin, events);
    await page.goto('/ja/card');
    await page.locator(`[data-screen="${screen}"]`).waitFor();
  };

const ways: Readonly<Record<string, Way>> = {
  '01-start': async (page, origin) => {
    await readerSays(page, origin, [readerReady]);
    await page.goto('/ja');
    await page.locator('a[href="/ja/card"]:not([data-absent])').waitFor();
  },
  '02-put-the-card': card([readerReady], 'ready'),
  '03-do-not-move': card(cardFound, 'reading'),
  '04-report': card([...reported(worstReport), { type: 'removed', early: false }], 'report'),
  '05-question': async (page, origin) => {
    await readerSays(page, origin, [readerReady]);
    await page.goto('/ja/guide');
    await answer(page, 'ja', [['errand', 'child-allowance']]);
    await page.locator('[data-question="card"]').waitFor();
  },
  '06-advice': async (page, origin) => {
    await readerSays(page, origin, [readerReady]);
    await page.goto('/ja/guide');
    await answer(page, 'ja', [
      ['errand', 'child-allowance'],
      ['card', 'my-number'],
      ['phone', 'reads-and-runs'],
      ['pins', 'oneByOne'],
      ['pin.authentication', 'on-slip-at-home'],
      ['pin.signature', 'known'],
      ['changedSinceIssue', 'no'],
      ['certificate.authentication', 'renewable'],
    ]);
    await page.locator('.advice-take').waitFor();
  },
  '07-practice-done': async (page) => {
    await page.clock.install();
    await practiceScreens['practice, done']?.(page, 'ja');
  },
  '08-phone-in-english': (page) => phoneScreens.search?.(page, 'en') ?? Promise.resolve(),
  '09-staff-are-coming': (page) => helpScreens.coming?.(page, 'ja') ?? Promise.resolve(),
  '10-easy-and-dark': async (page, origin) => {
    await readerSays(page, origin, [readerReady]);
    await page.goto('/ja-easy/pins');
    await page.locator('[data-sample="dark"]').click();
    await page.locator('.surface[data-theme="dark"]').waitFor();
  },
};

const packages = ensureSystemPackages(new Set(['chromium', 'fonts']), console.log);
if (!packages || !(await ensureBuild(console.log, new AbortController().signal))) process.exit(1);
mkdirSync(folder, { recursive: true });
const kiosk = await startKiosk(['--practice-card']);
const browser = await playwright.launch({
  executablePath: chromium,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  for (const [panel, viewport] of Object.entries(panels)) {
    for (const [name, go] of Object.entries(ways)) {
      const context = await browser.newContext({
        baseURL: kiosk.origin,
        viewport,
        hasTouch: true,
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
        locale: 'ja-JP',
        timezoneId: 'Asia/Tokyo',
      });
      const page = await context.newPage();
      await go(page, kiosk.origin);
      await page.evaluate(() => document.fonts.ready);
      const turner = page.locator('.action-bar > .page-turner');
      if (await turner.isVisible()) await turner.locator('.page-turner-count:not(:empty)').waitFor();
      await page.screenshot({ path: join(folder, `kiosk-${panel}-${name}.png`) });
      await context.close();
    }
  }
} finally {
  await browser.close();
  await kiosk.stop();
}

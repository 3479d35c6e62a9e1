/** `npm run pictures`: what a kiosk looks like, ten screens for each way that a panel hangs, into docs/pictures/. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, type Page, chromium as playwright } from '@playwright/test';
import { startKiosk } from '../cli/testing/running-kiosk.ts';
import { answer, type Locale } from '../e2e/answers.ts';
import { placeIs } from '../e2e/phone-steps.ts';
import { learnToHold, openPart } from '../e2e/practice-steps.ts';
import { scriptDesk } from '../e2e/scripted-desk.ts';
import { cardFound, fineReport, readerReady, readerSays, reported } from '../e2e/scripted-reader.ts';
import type { CardReport } from '../lib/card/report.ts';
import type { MachineState } from '../lib/kiosk/machine.ts';
import { usualPanel } from '../lib/kiosk/panel.ts';
import { type PublicOffice, usualPublicOffice } from '../lib/office/public-office.ts';
import type { Place } from '../lib/place/place.ts';
import type { ReaderEvent } from '../lib/reader/protocol.ts';
import { ensureBuild } from './build.ts';
import { chromium, ensureSystemPackages } from './system-packages.ts';

const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const panels = { portrait: { width: 1080, height: 1920 }, landscape: { width: 1920, height: 1080 } } as const;
/** Twice as many pixels as the panel has, for print. */
const sharpness = 2;

/** An office that there is not, on a working day. */
const office: PublicOffice = {
  ...usualPublicOffice,
  name: { ja: 'かざす区役所', 'ja-easy': 'かざす区役所《くやくしょ》', en: 'Kazasu Ward Office' },
};
const day = new Date('2026-11-25T10:00:00+09:00');
const place: Partial<Place> = {
  surface: 'kiosk',
  homeAddress: 'https://kazasu.example',
  paper: '80mm',
  panel: { ...usualPanel, width: usualPanel.width * sharpness, height: usualPanel.height * sharpness },
};
const machine: MachineState = { printer: 'ok', clock: 'right' };

/** One thing to see to, and where. */
const lockedReport: CardReport = {
  ...fineReport,
  pins: { ...fineReport.pins, signature: { state: 'locked', triesLeft: 0, triesMax: 5 } },
};

type Way = (page: Page, origin: string) => Promise<unknown>;

const open = async (page: Page, origin: string, path: string, events: readonly ReaderEvent[] = [readerReady]) => {
  await readerSays(page, origin, events);
  await page.goto(path);
};

const card =
  (locale: Locale, events: readonly ReaderEvent[], screen: string): Way =>
  async (page, origin) => {
    await open(page, origin, `/${locale}/card`, events);
    await page.locator(`[data-screen="${screen}"]`).waitFor();
  };

const report = (locale: Locale, said: CardReport): Way =>
  card(locale, [...reported(said), { type: 'removed', early: false }], 'report');

/** One PIN is missing; a standing panel has room for the way that takes more words. */
const advised: Way = async (page, origin) => {
  const { width, height } = page.viewportSize() ?? panels.landscape;
  const isStanding = height > width;
  await open(page, origin, '/ja/guide');
  await answer(page, 'ja', [
    ['errand', 'child-allowance'],
    ['card', 'my-number'],
    ['phone', 'reads-and-runs'],
    ['pins', 'oneByOne'],
    ['pin.authentication', 'known'],
    ['pin.signature', isStanding ? 'forgotten' : 'on-slip-at-home'],
    ['changedSinceIssue', 'no'],
    ['certificate.authentication', 'valid'],
    ...(isStanding ? [['konbini', 'both-pins'] as const] : []),
  ]);
  await page.locator('.advice-take').waitFor();
};

const ways: Readonly<Record<string, Way>> = {
  '01-start': async (page, origin) => {
    await open(page, origin, '/ja');
    await page.locator('a[href="/ja/card"]:not([data-absent])').waitFor();
  },
  '02-do-not-move': card('ja', cardFound, 'reading'),
  '03-all-is-well': report('ja', fineReport),
  '04-one-thing-to-do': report('en', lockedReport),
  '05-question': async (page, origin) => {
    await open(page, origin, '/ja/guide');
    await answer(page, 'ja', [['errand', 'child-allowance']]);
    await page.locator('[data-question="card"]').waitFor();
  },
  '06-advice': advised,
  '07-take-along': async (page, origin) => {
    await advised(page, origin);
    await page.locator('.advice-take').click();
    await page.locator('.take-along .qr-code').waitFor();
  },
  '08-practice-learned': async (page) => {
    await openPart(page, 'ja', 'hold');
    await learnToHold(page);
  },
  '09-call-staff': async (page, origin) => {
    await scriptDesk(page);
    await open(page, origin, '/ja/pins');
    await page.locator('.pin-lamp').first().waitFor();
    await page.locator('.action-help').click();
    await page.locator('.help-reasons').waitFor();
  },
  '10-easy-contrast-low': async (page, origin) => {
    await open(page, origin, '/ja-easy/guide');
    await answer(page, 'ja-easy', [['errand', 'child-allowance']]);
    await page.locator('[data-question="card"]').waitFor();
    await page.locator('[data-sample="high"]').click();
    await page.locator('[data-setting="low"]').click();
    await page.locator('.surface[data-theme="high"][data-low]').waitFor();
  },
};

/** What every screen of this kiosk is told; `page.route` of a way goes before it. */
const furnish = async (context: BrowserContext): Promise<void> => {
  await context.route('**/api/desk/office', (route) => route.fulfill({ json: office }));
  await context.route('**/api/desk/machine', (route) => route.fulfill({ json: machine }));
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
        deviceScaleFactor: sharpness,
        hasTouch: true,
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
        locale: 'ja-JP',
        timezoneId: 'Asia/Tokyo',
      });
      await furnish(context);
      const page = await context.newPage();
      await page.clock.install({ time: day });
      await placeIs(page, place);
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

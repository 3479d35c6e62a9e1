/** What an office has set is on its screens, whether or not the server answers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, type Request, test } from '@playwright/test';
import { startKiosk } from '../cli/testing/running-kiosk.ts';
import { importSettings } from './office-settings.ts';
import { newVisitor, waitForCopy } from './offline-copy.ts';
import { stillHere } from './still-here.ts';

/** Five times the usual. In milliseconds. */
const asksAfterMs = 300_000;
const officePath = '/api/desk/office';

const open = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage();
  await page.clock.install();
  await page.goto('/ja');
  await waitForCopy(page);
  await expect(page.locator('.office-name')).toHaveText('中央区役所');
  await expect(page.locator('.office-strip-button')).toBeVisible();
  return page;
};

/** From now on notes whatever changes in what the office has a say in. */
const noteChanges = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const changes: string[] = [];
    Object.assign(window, { changes });
    for (const part of document.querySelectorAll('.office-header, .office-strip, main')) {
      const note = (): void => void changes.push(part.textContent);
      new MutationObserver(note).observe(part, { childList: true, characterData: true, subtree: true });
    }
  });

/** Lets the page's time pass until it asks about its office again, and waits for what comes of that. */
const nextPoll = async (page: Page): Promise<number | 'failed'> => {
  let asked: Request | undefined;
  const note = (request: Request): void => {
    if (request.url().endsWith(officePath)) asked ??= request;
  };
  page.on('request', note);
  while (asked === undefined) await page.clock.runFor(5_000);
  page.off('request', note);
  return (await asked.response())?.status() ?? 'failed';
};

const changes = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'changes'));

test('a server that is gone, that fails and that is back changes nothing on the screen, nor when it asks', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const data = mkdtempSync(join(tmpdir(), 'kazasu-data-'));
  importSettings(data, {
    officeName: { ja: '中央区役所', 'ja-easy': '', en: '' },
    asksAfterSeconds: asksAfterMs / 1_000,
    outage: ['national-system'],
    // One without an end is over at midnight where nobody can be asked.
    outageUntil: '2099-12-31T12:00',
  });
  let kiosk = await startKiosk(['--practice-card', '--data', data]);
  const { origin } = kiosk;
  const context = await newVisitor(browser, origin);
  const page = await open(context);
  await noteChanges(page);
  await page.touchscreen.tap(20, 1_000);

  await kiosk.stop();
  expect([await nextPoll(page), await nextPoll(page)]).toEqual(['failed', 'failed']);
  await page.route(`**${officePath}`, (route) => route.fulfill({ status: 503 }));
  expect(await nextPoll(page)).toBe(503);
  await page.unroute(`**${officePath}`);

  kiosk = await startKiosk(['--practice-card', '--data', data, '--port', new URL(origin).port]);
  expect(await nextPoll(page)).toBe(200);
  expect(await changes(page)).toEqual([]);
  // As usual it would have asked a minute after the touch.
  await expect(stillHere(page)).toHaveCount(0);
  while (!(await stillHere(page).isVisible())) await page.clock.runFor(20_000);

  await context.close();
  await kiosk.stop();
  rmSync(data, { recursive: true, force: true });
});

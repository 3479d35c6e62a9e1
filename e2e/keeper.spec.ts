import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { beatPath } from '../lib/kiosk/keeper/protocol.ts';
import { type KioskRig, startKioskRig, until } from '../scripts/kiosk/kiosk-rig.ts';
import { type Locale, words } from './answers.ts';
import { importSettings } from './office-settings.ts';

/** On a machine with other work to do; `npm run lab:kiosk-kill` measures. */
const againMs = 30_000;

const test = base.extend<object, { rig: KioskRig }>({
  rig: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
    async ({}, use) => {
      const rig = await startKioskRig();
      await use(rig);
      await rig.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.describe.configure({ timeout: 60_000 });

/** Something happens to the browser that is there; then another one has the first screen, and nothing of the first is left. */
const expectAnother = async (rig: KioskRig, happen: (profile: string) => Promise<unknown> | unknown): Promise<void> => {
  const { browser, profile } = await rig.page();
  await happen(profile);
  await browser.close().catch(() => undefined);
  await until('the old profile gone', againMs, () => !existsSync(profile) || undefined);
  const next = await rig.page();
  await expect(next.page.locator('h1')).toHaveText(words('ja', 'StartScreen.title'), { timeout: againMs });
  expect(rig.profiles()).toEqual([next.profile]);
  await next.browser.close();
};

test('a visit that has ended has a new browser', async ({ rig }) => {
  const { page, browser, profile } = await rig.page();
  await page.locator('a[href="/ja/guide"]').click();
  await page.getByRole('button', { name: 'おわる', exact: true }).click();
  await browser.close();
  await until('the old profile gone', againMs, () => !existsSync(profile) || undefined);
});

test('a page that hangs is replaced', ({ rig }) =>
  expectAnother(rig, async () => {
    const { page } = await rig.page();
    // It never comes back.
    page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
  }));

test('a page that is loaded anew ends the visit: the memory of the first is still there', ({ rig }) =>
  expectAnother(rig, async () => {
    const { page } = await rig.page();
    // A page that is gone before its first word was nobody's.
    await page.waitForRequest((request) => new URL(request.url()).pathname.startsWith(beatPath));
    // The browser may be gone before it has told that the page is there again.
    await page.reload({ waitUntil: 'commit' }).catch(() => undefined);
  }));

test('a browser that is killed is back, and so is one that is stopped', async ({ rig }) => {
  for (const signal of ['SIGKILL', 'SIGSTOP'] as const) {
    await expectAnother(rig, (profile) => process.kill(rig.browserPid(profile), signal));
  }
});

/** The keeper has heard it from the server. */
const keeperKnows = async (rig: KioskRig, name: string): Promise<void> => {
  const { keeper } = await (await fetch(`${rig.origin}/api/place`)).json();
  const told = async () => (await fetch(`${keeper}/v1/office`, { headers: { Origin: rig.origin } })).text();
  await expect.poll(told, { timeout: againMs }).toContain(name);
};

test('the keeper knows what the server says of the machine', async ({ rig }) => {
  const { keeper } = await (await fetch(`${rig.origin}/api/place`)).json();
  const told = async () => (await fetch(`${keeper}/v1/machine`, { headers: { Origin: rig.origin } })).text();
  await expect.poll(told, { timeout: againMs }).toBe('{"printer":"none","clock":"right"}');
});

test('a server that is gone is not noticed: every door opens, and a new visit begins at the same office', async ({
  rig,
}) => {
  test.setTimeout(120_000);
  importSettings(join(rig.folder, 'data'), {
    officeName: { ja: '中央区役所', 'ja-easy': '', en: '' },
    outage: ['national-system'],
    // One without an end is over at midnight where nobody can be asked.
    outageUntil: '2099-12-31T12:00',
  });
  await keeperKnows(rig, '中央区役所');
  const expectOffice = async (page: Page): Promise<void> => {
    await expect(page.locator('.office-name')).toHaveText('中央区役所');
    await expect(page.locator('.office-strip-button')).toBeVisible();
  };
  rig.server.kill('SIGKILL');
  await expectAnother(rig, async () => {
    const { page } = await rig.page();
    for (const path of ['guide', 'phone', 'pins', 'practice']) {
      await page.locator(`a[href="/ja/${path}"]`).click();
      await expect(page).toHaveURL(new RegExp(`/ja/${path}$`));
      await page.getByRole('button', { name: 'もどる' }).click();
      await expect(page).toHaveURL(/\/ja$/);
    }
    await page.locator('a[href="/ja/guide"]').click();
    await page.getByRole('button', { name: 'おわる', exact: true }).click();
  });
  const { page, browser, profile } = await rig.page();
  await expectOffice(page);
  // What the page could not be told, it asks for until it is.
  const answered = page.waitForResponse((response) => response.url().endsWith('/api/reader') && response.ok(), {
    timeout: againMs,
  });
  rig.server.start();
  await answered;
  await expectOffice(page);
  expect(rig.profiles()).toEqual([profile]);
  await browser.close();
});

test('a visit begins in the language that the office wants', async ({ rig }) => {
  const begins = async (locale: Locale, before: Locale): Promise<void> => {
    importSettings(join(rig.folder, 'data'), { firstLanguage: locale });
    await keeperKnows(rig, `"firstLanguage":"${locale}"`);
    const { page, browser, profile } = await rig.page();
    await page.locator(`a[href="/${before}/guide"]`).click();
    await page.getByRole('button', { name: words(before, 'ActionBar.finish'), exact: true }).click();
    await browser.close();
    await until('the old profile gone', againMs, () => !existsSync(profile) || undefined);
    const next = await rig.page();
    await expect(next.page.locator('h1')).toHaveText(words(locale, 'StartScreen.title'), { timeout: againMs });
    await next.browser.close();
  };
  await begins('en', 'ja');
  await begins('ja', 'en');
});

test('a call that could not be taken back, because the server was gone, is not the next visitor’s', async ({ rig }) => {
  const { page } = await rig.page();
  await page.locator('.action-help').click();
  const called = page.waitForResponse((response) => response.url().endsWith('/api/desk/messages') && response.ok());
  await page.locator('.help-reasons button').first().click();
  await page.locator('[data-help="call"]').waitFor();
  await called;
  await page.keyboard.press('Escape');
  rig.server.kill('SIGKILL');
  await expectAnother(rig, async () => {
    await page.getByRole('button', { name: 'おわる', exact: true }).click();
  });
  const next = await rig.page();
  const takenBack = next.page.waitForRequest((request) => request.postData()?.includes('"leave"') === true, {
    timeout: againMs,
  });
  rig.server.start();
  await takenBack;
  await expect(next.page.locator('.action-help[data-phase="none"]')).toBeAttached();
  await next.browser.close();
});

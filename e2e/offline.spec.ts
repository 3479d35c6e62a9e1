import { type BrowserContext, expect, type Page, type Response } from '@playwright/test';
import { type RunningKiosk, startHome, startKiosk } from '../cli/testing/running-kiosk.ts';
import { answer } from './answers.ts';
import { asBrowser } from './as-browser.ts';
import { test } from './home-fixture.ts';
import { waitForCopy } from './offline-copy.ts';
import { searchFor } from './phone-steps.ts';
import { expectHold, holdButton, part } from './practice-steps.ts';

test.skip(({ viewport }) => viewport?.width !== 390, 'home is tried on a phone');

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** Opens a page for the first time and waits until everything is there for later. */
const visitOnce = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await waitForCopy(page);
};

/** Being offline does not reach service workers in every browser, so the server goes as well. */
const cutOff = async (context: BrowserContext, home: RunningKiosk): Promise<void> => {
  await context.setOffline(true);
  await home.stop();
};

const leftovers = (page: Page): Promise<{ workers: number; caches: number }> =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
  }));

const expectSecure = (response: Response | null): void => {
  const headers = response?.headers() ?? {};
  expect(headers['content-security-policy']).toContain(`default-src 'none'`);
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-/);
  expect(headers['content-security-policy']).toContain(`require-trusted-types-for 'script'`);
  expect(headers).toMatchObject({
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
};

test('a visitor without a network opens every page that was there before, under the same policy', async ({
  context,
  home,
  page,
}) => {
  await visitOnce(page, '/ja');
  await cutOff(context, home);
  for (const locale of ['ja', 'ja-easy', 'en']) {
    for (const path of ['', '/card', '/guide', '/phone', '/pins', '/practice-card']) {
      const response = await page.goto(`/${locale}${path}`);
      expect(response?.fromServiceWorker()).toBe(true);
      expectSecure(response);
      await expect(page.locator(`[data-locale="${locale}"] h1`)).toBeVisible();
    }
  }
  await page.goto('/');
  await expect(page).toHaveURL(/\/ja$/);
  await expect(heading(page)).toBeVisible();
});

test('a visitor without a network practises and changes the language without losing anything', async ({
  context,
  home,
  page,
}) => {
  await visitOnce(page, '/ja');
  await cutOff(context, home);
  await page.reload();
  await page.getByRole('link', { name: /^カードをかざす練習/ }).tap();
  await part(page, 'ja', 'hold').tap();
  await holdButton(page).tap();
  await expectHold(page, 'done');
  await button(page, 'もどる').tap();
  await part(page, 'ja', 'card').tap();
  await button(page, 'カードを置く').tap();
  await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
  await page.getByRole('link', { name: 'English' }).tap();
  await expect(heading(page)).toHaveText('Nothing needs your attention');
  await expect(button(page, 'Take the card')).toBeVisible();
});

test('at home nothing is said of a reader, and none is asked for', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  await visitOnce(page, '/ja');
  await expect(page.getByRole('link', { name: /^カードを読む/ })).toHaveCount(0);
  await expect(page.locator('.reader-notice')).toHaveCount(0);
  await page.getByRole('link', { name: 'English' }).tap();
  await expect(page.getByRole('link', { name: /practise holding/i })).toBeVisible();
  expect(asked.toSorted()).toEqual(['/api/desk/office', '/api/place']);
});

test('a server of plain files is a home too', async ({ page }) => {
  await page.route('**/api/**', (route) => route.fulfill({ status: 404 }));
  await visitOnce(page, '/ja');
  await expect(page.getByRole('link', { name: /^カードを読む/ })).toHaveCount(0);
  await expect(page.locator('.reader-notice')).toHaveCount(0);
});

test('who finishes at home stays with the language that was chosen', async ({ page }) => {
  await visitOnce(page, '/en/practice-card');
  await button(page, 'Finish').tap();
  await expect(page).toHaveURL(/\/en$/);
});

test('nothing of a visit is kept, only what everybody is sent', async ({ page, request }) => {
  await visitOnce(page, '/ja/practice-card?x=visit');
  await button(page, 'カードを置く').tap();
  await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url.slice(location.origin.length));
  });
  expect(kept).toContain('/ja/practice-card');
  // That the server is a home is the one answer that is kept.
  expect(kept.filter((path) => path.startsWith('/api/') || path.includes('x=visit'))).toEqual(['/api/place']);
  const worker = await (await request.get('/sw.js')).text();
  for (const path of kept) expect(worker).toContain(`"${path.replace('?_rsc', '')}"`);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
});

test('a kiosk is a kiosk, although a home server had the same address, and keeps the same copy', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const home = await startHome();
  await visitOnce(page, `${home.origin}/ja`);
  await home.stop();
  const kiosk = await startKiosk(['--practice-card', '--port', new URL(home.origin).port]);
  try {
    await page.goto(`${kiosk.origin}/ja`);
    await expect(page.getByRole('link', { name: /^カードを読む/ })).toBeVisible();
    expect(await leftovers(page)).toEqual({ workers: 1, caches: 1 });
  } finally {
    await kiosk.stop();
    await context.close();
  }
});

test('the pages can be installed, under their Japanese name', async ({ page, request }) => {
  await visitOnce(page, '/en');
  const link = await page.locator('link[rel="manifest"]').getAttribute('href');
  const answer = await request.get(String(link));
  expect(answer.headers()['content-type']).toContain('manifest+json');
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ name: 'マイナンバーカード準備コーナー', start_url: '/', display: 'standalone' });
  const icon = await page.locator('link[rel="apple-touch-icon"]').getAttribute('href');
  for (const src of [icon, ...manifest.icons.map((each: { src: string }) => each.src)]) {
    const file = await request.get(String(src));
    expect(file.headers()['content-type'], src).toBe('image/png');
  }
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Playwright's windows are all private ones, in which nothing can be installed.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});

test('one’s own phone answers the question about the phone, and the answer is marked as such', async ({ page }) => {
  await asBrowser(page, 'pixel7');
  await page.goto('/ja/guide');
  await answer(page, 'ja', [
    ['errand', 'child-allowance'],
    ['card', 'my-number'],
  ]);
  await page.getByRole('link', { name: 'スマホを調べる' }).click();
  await expect(heading(page)).toHaveText('カードを読めるスマホです');
  await button(page, '手続きの案内にもどる').click();
  await expect(page.locator('[data-question="pins"]')).toBeVisible();
  await button(page, '答えを直す').click();
  await expect(page.getByRole('dialog')).toContainText('この端末で確かめました');
});

test('a phone without a network is found in the list, and knows its own model', async ({ context, home, page }) => {
  await asBrowser(page, 'pixel7');
  await visitOnce(page, '/ja');
  await cutOff(context, home);
  await page.goto('/ja/phone');
  await expect(page.locator('.phone-identity')).toContainText('Google Pixel 7');
  await button(page, 'ちがうスマホを調べる').click();
  await button(page, 'Android（iPhone以外のスマホ）').click();
  await searchFor(page, 'SO-51C');
  await expect(page.locator('.search-results').getByRole('button', { name: /^Xperia 1 IV/ })).toBeVisible();
});

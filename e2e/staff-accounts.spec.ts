import { type Browser, expect, type Page } from '@playwright/test';
import { type RunningKiosk, startKiosk } from '../cli/testing/running-kiosk.ts';
import { locales } from './answers.ts';
import { axeFindings } from './axe.ts';
import { nothingFound, watch } from './findings.ts';
import { test } from './kiosk-fixture.ts';

test.beforeEach(() => test.skip(test.info().project.name !== 'kiosk-landscape', 'a desk has one screen'));
test.use({ viewport: { width: 1366, height: 768 }, contextOptions: { reducedMotion: 'reduce' } });

// Each starts a kiosk of its own, and axe looks at fifteen pages.
test.setTimeout(240_000);

const password = 'four lanterns by the river';

/** Each test has an office of its own, as the first administrator comes once. */
const withOffice = async (use: (kiosk: RunningKiosk, code: string) => Promise<void>): Promise<void> => {
  const kiosk = await startKiosk(['--practice-card']);
  try {
    await expect.poll(() => kiosk.said()).toMatch(/([A-Z2-9]{4}-){3}[A-Z2-9]{4}/);
    const [code = ''] = /([A-Z2-9]{4}-){3}[A-Z2-9]{4}/.exec(kiosk.said()) ?? [];
    await use(kiosk, code);
  } finally {
    await kiosk.stop();
  }
};

const open = async (browser: Browser, { origin }: RunningKiosk) => {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1366, height: 768 } });
  const findings = watch(context, origin);
  return { page: await context.newPage(), findings };
};

const registerFirst = async (page: Page, code: string): Promise<void> => {
  await page.goto('/ja/staff/first');
  await page.getByLabel('コード').fill(code.toLowerCase());
  await page.getByLabel('ログイン名').fill('mado1');
  await page.getByLabel('表示する名前').fill('窓口1');
  await page.getByLabel('パスワード', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登録して始める' }).click();
  await page.waitForURL(/\/ja\/staff$/);
};

test('the first administrator comes in by the code of the terminal, and lets somebody else in', async ({ browser }) => {
  await withOffice(async (kiosk, code) => {
    const [boss, clerk] = [await open(browser, kiosk), await open(browser, kiosk)];
    await registerFirst(boss.page, code);

    await boss.page.goto('/ja/staff/accounts');
    await boss.page.getByRole('button', { name: '職員を登録する' }).click();
    await boss.page.getByLabel('表示する名前').fill('窓口2');
    await boss.page.getByLabel('ログイン名').fill('mado2');
    await boss.page.getByRole('button', { name: '職員を登録する' }).last().click();
    const setUp = (await boss.page.locator('.staff-handed-code').textContent()) ?? '';
    await boss.page.getByRole('button', { name: '渡しました' }).click();

    await clerk.page.goto('/ja/staff/account');
    await clerk.page.getByRole('link', { name: '登録用コードを受け取った方' }).click();
    await clerk.page.getByLabel('コード').fill(setUp);
    await clerk.page.getByRole('button', { name: '次へ' }).click();
    await expect(clerk.page.getByText('窓口2 さん（mado2）の登録です。')).toBeVisible();
    await clerk.page.getByLabel('パスワード', { exact: true }).fill('short');
    await clerk.page.getByRole('button', { name: 'このパスワードにする' }).click();
    await expect(clerk.page.locator('.staff-problem')).toContainText('15文字以上にしてください');
    await clerk.page.getByLabel('パスワード', { exact: true }).fill('ten boats in the harbour');
    await clerk.page.getByRole('button', { name: 'このパスワードにする' }).click();
    await clerk.page.waitForURL(/\/ja\/staff$/);

    await boss.page.getByRole('button', { name: '利用を止める 窓口2' }).click();
    await clerk.page.goto('/ja/staff/account');
    await clerk.page.waitForURL(/sign-in\?next=%2Fja%2Fstaff%2Faccount$/);
    await clerk.page.getByLabel('ログイン名').fill('mado2');
    await clerk.page.getByLabel('パスワード', { exact: true }).fill('ten boats in the harbour');
    await clerk.page.getByRole('button', { name: 'ログイン', exact: true }).click();
    await expect(clerk.page.locator('.staff-problem')).toContainText('ログインできませんでした');

    await boss.page.getByRole('button', { name: '利用を再開する 窓口2' }).click();
    await expect(boss.page.getByRole('button', { name: '利用を止める 窓口2' })).toBeVisible();
    await clerk.page.getByRole('button', { name: 'ログイン', exact: true }).click();
    // Where they wanted to go when they had to sign in.
    await clerk.page.waitForURL(/\/ja\/staff\/account$/);
    for (const { findings } of [boss, clerk]) expect(findings).toEqual(nothingFound);
  });
});

test('whoever signs out is out, also for the back button', async ({ browser }) => {
  await withOffice(async (kiosk, code) => {
    const { page } = await open(browser, kiosk);
    await registerFirst(page, code);
    await page.goto('/ja/staff/account');
    await page.getByRole('button', { name: 'ログアウト', exact: true }).click();
    await page.waitForURL(/\/ja\/staff\/sign-in/);
    await page.goBack();
    await page.waitForURL(/sign-in/);
    await expect(page.getByText('窓口1')).toHaveCount(0);
  });
});

test('pages of accounts are for everybody: axe finds nothing, in every language', async ({ browser }) => {
  await withOffice(async (kiosk, code) => {
    const { page } = await open(browser, kiosk);
    const found: string[] = [];
    const look = async (path: string, ready: string): Promise<void> => {
      await page.goto(path);
      await page.locator(ready).first().waitFor();
      found.push(...(await axeFindings(page, 'aaa')).map((finding) => `${path} ${finding}`));
    };
    for (const locale of locales) {
      for (const path of ['sign-in', 'first', 'set-up']) await look(`/${locale}/staff/${path}`, 'input');
    }
    await registerFirst(page, code);
    for (const locale of locales) {
      await look(`/${locale}/staff/account`, '.staff-password');
      await look(`/${locale}/staff/accounts`, 'tbody tr');
    }
    expect(found).toEqual([]);
  });
});

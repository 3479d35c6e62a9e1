import { expect, type Page } from '@playwright/test';
import type { StaffSettings } from '../lib/helpdesk/settings-revision.ts';
import { axeFindings } from './axe.ts';
import { clerk, fakeDesk } from './fake-desk.ts';
import { test } from './kiosk-fixture.ts';

test.beforeEach(() => test.skip(test.info().project.name !== 'kiosk-landscape', 'a desk has one screen'));
test.use({ viewport: { width: 1366, height: 768 }, contextOptions: { reducedMotion: 'reduce' } });

interface Asked {
  readonly path: string;
  readonly body: unknown;
}

/** A server that has these settings and notes what it is asked to do. */
const open = async (page: Page, published: Partial<StaffSettings> = {}, role: 'clerk' | 'lead' = 'lead') => {
  const asked: Asked[] = [];
  const desk = await fakeDesk(page, []);
  desk.member = { ...clerk, role };
  const settings: StaffSettings = { version: 4, own: {}, proposals: [], queue: null, ...published };
  await page.route('**/api/staff/settings', async (route) => {
    if (route.request().method() === 'GET') return route.fulfill({ json: settings });
    asked.push({ path: '/api/staff/settings', body: route.request().postDataJSON() });
    return route.fulfill({ json: { kind: 'published', number: 5 } });
  });
  await page.route('**/api/staff/settings/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.endsWith('/history')) return route.fulfill({ json: settings.proposals });
    asked.push({ path: pathname, body: null });
    return route.fulfill({ json: { kind: 'published', number: 5 } });
  });
  await page.goto('/ja/staff/settings');
  await page.getByRole('heading', { level: 1, name: 'この役所の設定' }).waitFor();
  return asked;
};

const item = (page: Page, id: string) => page.locator(`.setting-item[data-setting="${id}"]`);

test('a lead finds a setting by its name, changes it, looks at it and publishes it, by keyboard', async ({ page }) => {
  const asked = await open(page);
  await page.getByLabel('名前で探す').fill('上に出す名前');
  await expect(page.locator('.setting-item')).toHaveCount(1);
  await item(page, 'officeName').getByRole('textbox').first().fill('中央区役所');
  await page.getByRole('button', { name: '見え方を確かめる' }).press('Enter');
  await expect(page.getByRole('dialog').locator('.office-name')).toHaveText('中央区役所');
  await page.keyboard.press('Escape');
  // The preview is taken away with its dialog.
  await expect(page.getByRole('button', { name: '見え方を確かめる' })).toBeFocused();
  await page.getByRole('button', { name: '公開する' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('中央区役所');
  await dialog.getByRole('button', { name: '公開する' }).press('Enter');
  await expect(page.getByText('公開しました。')).toBeVisible();
  expect(asked).toEqual([
    {
      path: '/api/staff/settings',
      body: { kind: 'change', base: 4, changes: { officeName: { ja: '中央区役所', 'ja-easy': '', en: '' } } },
    },
  ]);
});

test('what is not allowed is said beside it and cannot be published', async ({ page }) => {
  const asked = await open(page);
  await item(page, 'answerSeconds').getByRole('spinbutton').fill('5');
  await expect(item(page, 'answerSeconds')).toContainText('小さすぎます');
  await item(page, 'officeName').getByRole('textbox').first().fill('区役所<b>');
  await expect(item(page, 'officeName')).toContainText('記号は使えません');
  await expect(page.getByText('直すところが2か所あります。')).toBeVisible();
  await expect(page.getByRole('button', { name: '公開する' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: '変更をやめる' }).click();
  await expect(page.getByText('変更はありません。')).toBeVisible();
  expect(asked).toEqual([]);
});

test('a value goes back to the usual one', async ({ page }) => {
  const asked = await open(page, { own: { usualWaitMinutes: 45 } });
  await item(page, 'usualWaitMinutes').getByRole('button', { name: 'ふだんの値に戻す' }).click();
  await expect(item(page, 'usualWaitMinutes').getByRole('spinbutton')).toHaveValue('30');
  await page.getByRole('button', { name: '公開する' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '公開する' }).click();
  await expect.poll(() => asked.at(-1)?.body).toEqual({ kind: 'change', base: 4, changes: { usualWaitMinutes: null } });
});

const proposal: StaffSettings['proposals'][number] = {
  number: 7,
  kind: 'change',
  state: 'proposed',
  changes: { practice: false },
  before: null,
  after: null,
  madeBy: { id: 'somebody-else', name: '主任' },
  madeAt: Date.parse('2026-11-26T10:00:00+09:00'),
  decidedBy: null,
  decidedAt: null,
};

test('a second person sees what was proposed and approves it; who has proposed it can only withdraw it', async ({
  page,
}) => {
  const own = { ...proposal, number: 8, madeBy: { id: clerk.id, name: clerk.name } };
  const asked = await open(page, { own: { approval: true }, proposals: [proposal, own] });
  await expect(page.getByRole('button', { name: '承認を頼む' })).toBeVisible();
  await page.getByText('承認待ち', { exact: false }).first().click();
  await expect(page.locator('.setting-revision').first()).toContainText('かざす練習を出す');
  await expect(page.getByRole('button', { name: '承認して公開する' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: '取り下げる' })).toHaveCount(1);
  await page.getByRole('button', { name: '承認して公開する' }).click();
  await expect.poll(() => asked.at(-1)?.path).toBe('/api/staff/settings/7/approve');
});

test('a clerk looks and cannot change', async ({ page }) => {
  await open(page, {}, 'clerk');
  await expect(page.getByText('見るだけです。')).toBeVisible();
  await expect(page.getByRole('button', { name: '公開する' })).toHaveCount(0);
  await expect(item(page, 'officeName').getByRole('textbox').first()).toHaveAttribute('readonly', '');
});

test('nothing on the page is in the way of anybody', async ({ page }) => {
  // 62 settings are many nodes to look at.
  test.slow();
  await open(page, { own: { notices: [] } });
  expect(await axeFindings(page, 'aa', '.settings-page')).toEqual([]);
});

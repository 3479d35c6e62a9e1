import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { words } from './answers.ts';
import { nothingFound, watch } from './findings.ts';
import { test } from './kiosk-fixture.ts';

/** An office of its own: the first administrator comes once. */
const data = mkdtempSync(join(tmpdir(), 'kazasu-desk-'));
test.use({ kioskArguments: ['--practice-card', '--data', data], contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(() => test.skip(test.info().project.name !== 'kiosk-landscape', 'a desk has one screen'));

const inWords = (page: Page, path: string) => page.getByRole('button', { name: words('ja', path) });

test('a visitor calls, a clerk comes, shows a page with their consent, and hands over', async ({
  page,
  kiosk,
  browser,
}) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: kiosk.origin, viewport: { width: 1366, height: 768 } });
  const findings = watch(context, kiosk.origin);
  const desk = await context.newPage();
  await expect.poll(kiosk.said).toMatch(/([A-Z2-9]{4}-){3}[A-Z2-9]{4}/);
  const [code = ''] = /([A-Z2-9]{4}-){3}[A-Z2-9]{4}/.exec(kiosk.said()) ?? [];
  await desk.goto('/ja/staff/first');
  await desk.getByLabel('コード').fill(code);
  await desk.getByLabel('ログイン名').fill('mado3');
  await desk.getByLabel('表示する名前').fill('窓口3');
  await desk.getByLabel('パスワード', { exact: true }).fill('four lanterns by the river');
  await inWords(desk, 'StaffAccounts.first.submit').click();
  await desk.locator('.desk-head[data-link="open"]').waitFor();

  await page.goto('/ja/pins');
  await page.locator('.action-help').click();
  await inWords(page, 'HelpCall.reasons.pin').click();
  const ringing = desk.locator('.call-item[data-state="rings"]');
  await expect(ringing).toContainText('暗証番号：入口');
  await expect(desk).toHaveTitle(/^\(1\) /);

  await desk.keyboard.press('c');
  await expect(desk.locator('.call-item[data-state="mine"]')).toBeVisible();
  await expect(page.getByRole('heading', { name: words('ja', 'HelpCall.coming.title') })).toBeVisible();

  await desk.keyboard.press('s');
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: words('ja', 'PinSlip.title'), exact: true })
    .click();
  await expect(desk.locator('.case-sent')).toContainText(words('ja', 'StaffCase.promptStates.asked'));
  await inWords(page, 'HelpPrompt.show.yes').click();
  await expect(desk.locator('.case-sent')).toContainText(words('ja', 'StaffCase.promptStates.accepted'));
  await expect(desk.locator('.case-summary')).toContainText('暗証番号：控えの紙');

  await desk.keyboard.press('o');
  await desk.getByLabel(words('ja', 'HandOverWords.tried.looked-for-slip')).check();
  await inWords(desk, 'HandOver.make').click();
  await expect(desk.locator('.slip')).toContainText(words('ja', 'HandOverWords.tried.looked-for-slip'));
  const slip = (await desk.locator('.slip-code').textContent()) ?? '';

  const nextCounter = await context.newPage();
  await nextCounter.goto(`/ja/staff/hand-over#${slip}`);
  await expect(nextCounter.locator('.slip')).toContainText(words('ja', 'HandOverWords.tried.looked-for-slip'));

  await desk.goto('/ja/staff');
  await desk.locator('.call-item[data-state="mine"]').waitFor();
  await desk.keyboard.press('h');
  await expect(desk.locator('.call-item')).toHaveCount(0);
  expect(findings).toEqual(nothingFound);
  await context.close();
});

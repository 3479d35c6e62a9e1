import { execFileSync } from 'node:child_process';
import { expect, type Page } from '@playwright/test';
import { startHome } from '../cli/testing/running-kiosk.ts';
import { fromTakeAway } from '../lib/facts/take-away.ts';
import { advice, answer } from './answers.ts';
import { nothingFound, watch } from './findings.ts';
import { test } from './kiosk-fixture.ts';

test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');
test.use({ kioskArguments: ['--practice-card', '--home-address', 'https://kazasu.example'] });

const answers = [
  ['errand', 'child-allowance'],
  ['card', 'my-number'],
  ['phone', 'reads-and-runs'],
  ['pins', 'oneByOne'],
  ['pin.authentication', 'known'],
  ['pin.signature', 'on-slip-at-home'],
  ['changedSinceIssue', 'no'],
  ['certificate.authentication', 'valid'],
] as const;

const facts = {
  errand: { value: 'child-allowance', evidence: 'said' },
  card: { value: 'my-number', evidence: 'said' },
  phone: { value: 'reads-and-runs', evidence: 'said' },
  'pin.authentication': { value: 'known', evidence: 'said' },
  'pin.signature': { value: 'on-slip-at-home', evidence: 'said' },
  changedSinceIssue: { value: 'no', evidence: 'said' },
  'certificate.authentication': { value: 'valid', evidence: 'said' },
};

const openTakeAlong = async (page: Page): Promise<void> => {
  await page.clock.setFixedTime(new Date('2026-11-25T10:00:00+09:00'));
  await page.goto('/ja/guide');
  await answer(page, 'ja', answers);
  await advice(page)
    .getByRole('button', { name: /^持ち帰る/ })
    .tap();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('続きを持ち帰る');
};

/** What a phone reads from the picture on the screen. */
const scan = async (page: Page): Promise<string> => {
  const picture = await page.locator('.take-along-qr .qr-code').screenshot();
  return execFileSync('zbarimg', ['--raw', '--quiet', '-Sbinary', '-'], { input: picture, encoding: 'utf8' }).trim();
};

test('the QR code holds every answer, and nothing that says whose they are', async ({ page }) => {
  await openTakeAlong(page);
  const address = new URL(await scan(page));
  expect(address.origin + address.pathname).toBe('https://kazasu.example/ja/guide');
  expect(address.search).toBe('');
  expect(fromTakeAway(address.hash.slice(1), '2026-11-25')).toEqual({ ok: true, facts });
  // Version, the day it was made, three characters for each answer, a check: there is no room for anything else.
  expect(address.hash).toMatch(/^#1\.261125\.([A-V][0-9a-z][sdm]){7}\.[0-9a-z]{4}$/);
});

test('a phone at home goes on where the kiosk was left, also without a network', async ({ browser, page }) => {
  await openTakeAlong(page);
  const { hash } = new URL(await scan(page));
  const home = await startHome();
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    baseURL: home.origin,
    // The tests of the kiosk block them, and every context of this file would.
    serviceWorkers: 'allow',
  });
  const findings = watch(context, home.origin);
  const phone = await context.newPage();
  const sent: string[] = [];
  phone.on('request', (request) => sent.push(request.url()));
  await phone.goto(`/ja/guide${hash}`);
  await expect(phone.locator('.guide-news')).toHaveText('前回の続きから始めます。');
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('オンラインで進めましょう');
  expect(sent.filter((url) => url.includes(hash.slice(1)) && !url.endsWith(hash))).toEqual([]);
  const worker = (): Promise<string | undefined> => phone.evaluate(() => navigator.serviceWorker.controller?.state);
  await expect.poll(worker, { timeout: 20_000 }).toBe('activated');
  await context.setOffline(true);
  await home.stop();
  await phone.goto('/ja');
  await phone.goto(`/ja/guide${hash}`);
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('オンラインで進めましょう');
  await phone.getByRole('button', { name: '答えを直す' }).click();
  await expect(phone.getByRole('dialog').locator('.given-answer')).toHaveCount(8);
  expect(findings).toEqual(nothingFound);
  await context.close();
});

test('an old and a broken code are refused gently, and the address forgets them', async ({ page }) => {
  await openTakeAlong(page);
  const { hash } = new URL(await scan(page));
  await page.clock.setFixedTime(new Date('2027-06-25T10:00:00+09:00'));
  await page.goto('/ja');
  await page.goto(`/ja/guide${hash}`);
  await expect(page.locator('.guide-news')).toContainText('半年以上');
  await expect(page.locator('[data-question="errand"]')).toBeVisible();
  await page.goto('/ja');
  await page.goto(`/ja/guide${hash.slice(0, -1)}`);
  await expect(page.locator('.guide-news')).toContainText('読み取れませんでした');
  await expect(page).toHaveURL(/\/ja\/guide$/);
});

const printed = async (page: Page, width: string, height: string): Promise<{ text: string; pages: number }> => {
  const pdf = await page.pdf({ width, height });
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return { text, pages: text.split('\f').length - 1 };
};

for (const [paper, width, height] of [
  ['A4', '210mm', '297mm'],
  ['a slip of 80 mm', '80mm', '297mm'],
] as const) {
  test(`${paper} says the way, its day, its steps and what to bring, on one page`, async ({ page }) => {
    await openTakeAlong(page);
    const { text, pages } = await printed(page, width, height);
    expect(pages).toBe(1);
    const unbroken = text.replace(/\s/g, '');
    for (const words of ['オンラインで進めましょう', '2026年11月25日', '控えの紙を探す', '□マイナンバーカード']) {
      expect(unbroken).toContain(words);
    }
    expect(unbroken).not.toContain('答えを直す');
  });
}

test('at home the last day goes into a calendar file', async ({ browser }) => {
  const home = await startHome();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL: home.origin });
  const findings = watch(context, home.origin);
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date('2026-11-25T10:00:00+09:00'));
  await page.goto('/ja/guide');
  await answer(page, 'ja', [
    ['errand', 'child-allowance'],
    ['card', 'lost'],
  ]);
  await page.getByRole('button', { name: /^2026年12月10日/ }).click();
  await advice(page).getByRole('button', { name: '持ち帰る・印刷する' }).click();
  await page.getByLabel(/有効期限/).fill('2028-05-17');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'カレンダーに入れる' }).click();
  const file = await (await (await download).createReadStream()).toArray();
  const text = Buffer.concat(file).toString('utf8');
  expect((await download).suggestedFilename()).toBe('予定.ics');
  expect(text.match(/^DTSTART.*$/gm)).toEqual([
    'DTSTART;VALUE=DATE:20261210',
    'DTSTART;VALUE=DATE:20280217',
    'DTSTART;VALUE=DATE:20280517',
  ]);
  expect(findings).toEqual(nothingFound);
  await context.close();
  await home.stop();
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startKiosk } from '../cli/testing/running-kiosk.ts';
import { momentOf } from '../lib/facts/moment.ts';
import { fromTakeAway } from '../lib/facts/take-away.ts';
import { fleetOf } from '../lib/helpdesk/store/fleet.ts';
import { openStore, type Store } from '../lib/helpdesk/store/open.ts';
import { keeperTimes } from '../lib/kiosk/keeper/keeper.ts';
import { emptyPrintQueue } from '../lib/kiosk/printer.ts';
import { type PrintService, startPrintService } from '../lib/kiosk/testing/print-service.ts';
import { startKioskRig } from '../scripts/kiosk/kiosk-rig.ts';
import { advice, answer, expectToSay, named, words } from './answers.ts';
import { test as base } from './kiosk-fixture.ts';
import { startRealBrowser } from './real-screen.ts';

/** A kiosk with a printer of its own, which puts what it prints into files. */
const test = base.extend<object, { service: PrintService; data: string }>({
  service: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are wanted
    async ({}, use) => {
      const service = await startPrintService('80mm');
      // For emptyPrintQueue, which the keeper calls in a process of its own.
      process.env.CUPS_SERVER = service.socket;
      await use(service);
      delete process.env.CUPS_SERVER;
      await service.stop();
    },
    { scope: 'worker' },
  ],
  data: [
    async ({ service: _ }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'kazasu-paper-'));
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  kiosk: [
    async ({ service, data }, use) => {
      const kiosk = await startKiosk(
        ['--practice-card', '--home-address', 'https://kazasu.example', '--printer', '80mm', '--data', data],
        undefined,
        { CUPS_SERVER: service.socket },
      );
      await use(kiosk);
      await kiosk.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

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

const openTakeAlong = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/ja/guide`);
  await answer(page, 'ja', answers);
  await advice(page).locator('.advice-take').click();
  await expectToSay(page.getByRole('heading', { level: 1 }), words('ja', 'TakeAlong.title'));
};

const printButton = (page: Page) => page.getByRole('button', { name: named(words('ja', 'TakeAlong.print')) });

const sizeOf = (pdf: string): { pages: number; widthMm: number; heightMm: number } => {
  const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  const [, width, height] = /^Page size: +([\d.]+) x ([\d.]+) pts/m.exec(info) ?? [];
  const [, pages] = /^Pages: +(\d+)/m.exec(info) ?? [];
  const mm = (points: string | undefined): number => Math.round((Number(points) / 72) * 25.4);
  return { pages: Number(pages), widthMm: mm(width), heightMm: mm(height) };
};

const textOf = (pdf: string): string =>
  execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).replace(/\s/g, '');

/** What a phone reads from the paper. */
const codeOn = (pdf: string): string => {
  const picture = execFileSync('pdftoppm', ['-r', '200', '-png', pdf]);
  return execFileSync('zbarimg', ['--raw', '--quiet', '-Sbinary', '-'], { input: picture, encoding: 'utf8' }).trim();
};

for (const [paper, widthMm] of [
  ['80mm', 80],
  ['a4', 210],
] as const) {
  test(`on ${paper} one tap prints the slip without a dialog, and at the end of the visit nothing of it is left`, async ({
    kiosk,
    service,
  }) => {
    test.setTimeout(120_000);
    await service.load(paper);
    const before = service.printed().length;
    const { context, stop } = await startRealBrowser(kiosk.origin, { CUPS_SERVER: service.socket });
    const page = await context.newPage();
    await openTakeAlong(page, kiosk.origin);
    // A second tap while the first slip comes out prints no second one.
    await printButton(page).dblclick();
    await expectToSay(page.locator('.take-along-actions [role="status"]'), words('ja', 'TakeAlong.printing'));
    await expect.poll(() => service.printed().length, { timeout: 30_000 }).toBe(before + 1);
    const pdf = service.printed().at(-1) ?? '';
    expect(sizeOf(pdf)).toEqual({ pages: 1, widthMm, heightMm: 297 });
    const text = textOf(pdf);
    for (const each of ['オンラインで進めましょう', '控えの紙を探す', '□マイナンバーカード'])
      expect(text).toContain(each);
    expect(text).not.toContain('127.0.0.1');
    const { origin, hash } = new URL(codeOn(pdf));
    expect(origin).toBe('https://kazasu.example');
    expect(fromTakeAway(hash.slice(1), momentOf(new Date()).day)).toMatchObject({ ok: true });
    await stop();
    expect(await emptyPrintQueue(undefined)).toBe('empty');
    expect(service.spooled()).toEqual([]);
    expect(service.printed()).toHaveLength(before + 1);
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  });
}

test.describe('a printer that does not print', () => {
  const statusOf = async (store: Store) => (await fleetOf(store, Date.now())).kiosks[0];

  test('is no button but a sentence, the code stays, and the board calls it out until it prints again', async ({
    page,
    kiosk,
    service,
    data,
  }) => {
    test.setTimeout(90_000);
    const store = await openStore({ kind: 'sqlite', file: join(data, 'desk.db') });
    await openTakeAlong(page, kiosk.origin);
    await expect(printButton(page)).toBeVisible({ timeout: 15_000 });
    await service.command('cupsdisable', 'slip');
    await expect(printButton(page)).toBeHidden({ timeout: 15_000 });
    await expectToSay(page.locator('.take-along-actions [role="status"]'), words('ja', 'TakeAlong.notNow'));
    await expect(page.locator('.take-along-qr .qr-code')).toBeVisible();
    await expect
      .poll(() => statusOf(store), { timeout: 30_000 })
      .toMatchObject({ status: { printer: 'stopped' }, alarms: ['printerDown'] });
    await service.command('cupsenable', 'slip');
    await expect(printButton(page)).toBeVisible({ timeout: 15_000 });
    await expect
      .poll(() => statusOf(store), { timeout: 30_000 })
      .toMatchObject({ status: { printer: 'ok' }, alarms: [] });
    await store.close();
  });
});

base('a kiosk without a printer has no button for one, and promises no paper', async ({ page, kiosk }) => {
  await page.goto('/ja/guide');
  await answer(page, 'ja', answers);
  await expectToSay(advice(page).locator('.advice-take'), words('ja', 'Advice.takeCode'));
  await openTakeAlong(page, kiosk.origin);
  await expect(page.locator('.take-along-qr .qr-code')).toBeVisible();
  await expect(printButton(page)).toHaveCount(0);
  await expect(page.locator('.take-along-actions [role="status"]')).toHaveCount(0);
});

test('everything on the roll is 3 mm high or more, and the code 25 mm wide or more', async ({ page, kiosk }) => {
  await openTakeAlong(page, kiosk.origin);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 302, height: 1122 });
  const sizes = await page.locator('.printed').evaluate((slip) => {
    const mm = (px: number): number => (px / 96) * 25.4;
    const texts = [...slip.querySelectorAll('*')].filter((each) =>
      [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== ''),
    );
    return {
      text: Math.min(...texts.map((each) => mm(Number.parseFloat(getComputedStyle(each).fontSize)))),
      code: mm(slip.querySelector('.qr-code')?.getBoundingClientRect().width ?? 0),
      overflow: slip.scrollWidth - slip.clientWidth,
    };
  });
  expect(sizes.text).toBeGreaterThanOrEqual(3);
  expect(sizes.code).toBeGreaterThanOrEqual(25);
  expect(sizes.overflow).toBe(0);
});

/** From the start screen of a whole kiosk to what can be taken along. */
const toSlip = async (page: Page): Promise<void> => {
  await page.locator('a[href="/ja/guide"]').click();
  await answer(page, 'ja', answers);
  await advice(page).locator('.advice-take').click();
};

test('a slip that does not come out is cancelled when its visit ends, on a whole kiosk', async ({ service }) => {
  test.setTimeout(180_000);
  await service.load('80mm');
  const rig = await startKioskRig(['--practice-card', '--printer', '80mm']);
  const { page, browser } = await rig.page();
  await toSlip(page);
  service.block('media-empty-error');
  await printButton(page).click();
  await expect.poll(() => service.spooled().length, { timeout: 30_000 }).toBeGreaterThan(0);
  await page.getByRole('button', { name: words('ja', 'ActionBar.finish'), exact: true }).click();
  await browser.close();
  await expect.poll(() => service.spooled(), { timeout: 10_000 }).toEqual([]);
  service.goOn();
  await rig.stop();
});

test('a slip comes out also for who presses 「おわる」 right after 「印刷する」, on a whole kiosk', async ({
  service,
}) => {
  test.setTimeout(180_000);
  await service.load('80mm');
  const before = service.printed().length;
  const rig = await startKioskRig(['--practice-card', '--printer', '80mm']);
  const { page, browser } = await rig.page();
  await toSlip(page);
  await printButton(page).click();
  await page.getByRole('button', { name: words('ja', 'ActionBar.finish'), exact: true }).click();
  await browser.close();
  await expect.poll(() => service.printed().length, { timeout: 30_000 }).toBe(before + 1);
  await expect.poll(() => service.spooled(), { timeout: 10_000 }).toEqual([]);
  await rig.stop();
});

test('a page that stands still for longer than it may be silent, because its print is made, stays, on a whole kiosk', async ({
  service,
}) => {
  test.setTimeout(180_000);
  await service.load('80mm');
  const before = service.printed().length;
  const rig = await startKioskRig(['--practice-card', '--printer', '80mm']);
  const profiles = rig.profiles();
  const { page, browser } = await rig.page();
  await page.evaluate((ms) => {
    const print = window.print.bind(window);
    window.print = () => {
      for (const until = performance.now() + ms; performance.now() < until; );
      print();
    };
  }, keeperTimes.silence + 2_000);
  await toSlip(page);
  await printButton(page).click();
  await expect.poll(() => service.printed().length, { timeout: 30_000 }).toBe(before + 1);
  await expect(printButton(page)).toBeVisible();
  expect(rig.profiles()).toEqual(profiles);
  await browser.close();
  await rig.stop();
});

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { locales, named, words } from './answers.ts';
import { test } from './office-fixture.ts';

/** Where something can be typed or tapped. */
const paths = ['', '/card', '/guide', '/phone', '/pins', '/practice', '/practice-card'];

/** A word as somebody would write it about themselves, and a number that no PIN, card or phone has by chance. */
const canaries = [`ねこ${randomUUID().slice(0, 8)}`, `88${Math.floor(Math.random() * 1e10)}`];

/** Types into whatever takes text, and at the page itself, where keys may be listened to. */
const typeInto = async (page: Page): Promise<number> => {
  const fields = page.locator(
    'input:not([type="radio"]):not([type="checkbox"]):visible, textarea:visible, [contenteditable]',
  );
  const count = await fields.count();
  for (let at = 0; at < count; at += 1) {
    for (const canary of canaries) {
      await fields.nth(at).fill(canary);
      await page.keyboard.press('Enter');
    }
  }
  await page.locator('h1').first().focus();
  for (const canary of canaries) await page.keyboard.insertText(canary);
  return count;
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** As it would lie on a disk or travel: UTF-8, UTF-16, and as an address writes it. */
const formsOf = (canary: string): readonly Buffer[] => [
  Buffer.from(canary, 'utf8'),
  Buffer.from(canary, 'utf16le'),
  Buffer.from(encodeURIComponent(canary)),
];
const holds = (bytes: Buffer): boolean => canaries.flatMap(formsOf).some((form) => bytes.includes(form));

const tells = (bodies: readonly string[], kind: 'ask' | 'case'): boolean =>
  bodies.some((body) => body.includes(`"kind":"${kind}"`));

test('what a visitor types is in no request, in no file, in no line of the terminal, and on no screen of staff', async ({
  page,
  desk,
  office,
}) => {
  test.setTimeout(240_000);
  const sent: Buffer[] = [];
  const sentBodies: string[] = [];
  page.on('request', (request) => {
    sent.push(
      Buffer.from(`${request.url()} ${JSON.stringify(request.headers())}`),
      request.postDataBuffer() ?? Buffer.alloc(0),
    );
    if (request.method() === 'POST') sentBodies.push(request.postData() ?? '');
  });
  let fields = 0;
  for (const locale of locales) {
    await page.goto(`/${locale}`);
    await page.locator('.action-help').click();
    const sheet = page.locator('dialog[open].help-sheet');
    await sheet.getByRole('button', { name: named(words(locale, 'HelpCall.reasons.other')) }).click();
    await expect(desk.locator('[data-call]')).toHaveCount(1);
    // It is not silence that is looked at.
    expect(tells(sentBodies, 'ask')).toBe(true);
    await sheet.getByRole('button', { name: named(words(locale, 'HelpCall.goOn')) }).click();
    for (const path of paths) {
      await page.goto(`/${locale}${path}`);
      await page.locator('.action-help').waitFor();
      fields += await typeInto(page);
    }
    // The two searches there are, each with what it finds.
    await page.goto(`/${locale}/pins`);
    await page.getByRole('button', { name: named(words(locale, 'PinHelp.doors.errors')) }).click();
    await page.getByRole('searchbox').waitFor();
    fields += await typeInto(page);
    // What changes is told when it has stood for a moment.
    await expect.poll(() => tells(sentBodies, 'case')).toBe(true);
    sentBodies.length = 0;
    await page.goto(`/${locale}`);
    await page.locator('.action-help').click();
    await sheet.getByRole('button', { name: named(words(locale, 'HelpCall.cancel')) }).click();
    await expect(desk.locator('[data-call]')).toHaveCount(0);
  }
  expect(fields).toBeGreaterThanOrEqual(locales.length);
  expect(sent.filter(holds).map(String)).toEqual([]);
  const files = filesIn(office.data);
  expect(files.length).toBeGreaterThan(0);
  expect(files.some((file) => readFileSync(file).includes('"language":"ja-easy"'))).toBe(true);
  expect(files.filter((file) => holds(readFileSync(file)))).toEqual([]);
  expect(holds(Buffer.from(office.kiosk.said()))).toBe(false);
  expect(holds(Buffer.from(await desk.content()))).toBe(false);
});

import { expect } from '@playwright/test';
import { test } from './kiosk-fixture.ts';
import { listen, notesOf } from './notes.ts';
import { fineReport, readerSays, reported } from './scripted-reader.ts';
import { answerMs, beAskedAndStay, reportAsksAfterMs, stillHere } from './still-here.ts';

test('a card left on the reader is called out, louder and louder, until it is taken', async ({ page, kiosk }) => {
  await page.clock.install();
  await listen(page);
  await readerSays(page, kiosk.origin, reported(fineReport));
  await page.goto('/ja/card');
  const strip = page.locator('.card-strip');
  await expect(strip).toHaveText('読み取りが終わりました。カードを外してください。');
  /** The call begins with this note, and no other sound has it: once, then twice, then three times. */
  const calls = async (): Promise<number> => (await notesOf(page)).filter(({ hz }) => hz === 880).length;
  // The clock of the page goes on by itself meanwhile, further on a slow machine.
  await page.clock.runFor(4_000);
  expect(await calls()).toBe(0);
  await page.clock.runFor(7_000);
  await expect.poll(calls).toBeGreaterThanOrEqual(1);
  await expect(strip).toHaveText('カードが置いたままです。カードを外してください。');
  await page.clock.runFor(10_000);
  await expect.poll(calls).toBeGreaterThanOrEqual(1 + 2);
  await expect(strip).toHaveText('カードをお忘れではありませんか。外してください。');
  await page.clock.runFor(20_000);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('カードを外してください');
  await expect(page.getByText('利用者証明用電子証明書暗証番号')).toHaveCount(0);
  const before = await calls();
  await page.clock.runFor(600_000);
  // Every five seconds, three times each.
  expect((await calls()) - before).toBeGreaterThanOrEqual(3 * 118);
  await expect(stillHere(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('カードを外してください');
});

test('a report that nobody looks at any more asks first, and then erases itself', async ({ page, kiosk }) => {
  await page.clock.install();
  await readerSays(page, kiosk.origin, [...reported(fineReport), { type: 'removed', early: false }]);
  await page.goto('/ja/card');
  await expect(page.locator('.card-strip')).toContainText('カードをお持ちください。');
  await beAskedAndStay(page, reportAsksAfterMs);
  await expect(page.locator('.card-strip')).toContainText('カードをお持ちください。');
  await page.clock.runFor(reportAsksAfterMs + answerMs + 1_500);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ありがとうございました');
  await page.clock.runFor(11_000);
  await expect(page).toHaveURL(/\/ja$/);
});

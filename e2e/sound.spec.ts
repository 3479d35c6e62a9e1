import { expect, type Page } from '@playwright/test';
import { test } from './kiosk-fixture.ts';
import { listen, notesOf } from './notes.ts';
import { fineReport, readerSays, reported } from './scripted-reader.ts';

test.skip(({ viewport }) => viewport?.width !== 1920, 'it sounds the same on every panel');

const readPracticeCard = async (page: Page): Promise<void> => {
  await page.goto('/ja/practice-card');
  await page.getByRole('button', { name: 'カードを置く' }).click();
  await page.locator('[data-screen="report"]').waitFor();
};

test('what is heard when the card is found is not what is heard at the end, and the end comes last', async ({
  page,
}) => {
  await listen(page);
  await readPracticeCard(page);
  await expect.poll(async () => (await notesOf(page)).length).toBeGreaterThanOrEqual(6);
  const notes = await notesOf(page);
  const whileReading = notes.filter(({ screen }) => screen === 'reading').map(({ hz }) => hz);
  const atTheEnd = notes.filter(({ screen }) => screen === 'report').map(({ hz }) => hz);
  expect(whileReading.slice(0, 2)).toEqual([784, 988]);
  expect(atTheEnd).toEqual([523, 659, 784, 1047]);
  expect(notes.slice(-4).every(({ screen }) => screen === 'report')).toBe(true);
});

test('a card that was read before its screen stood is still heard to its end', async ({ page, kiosk }) => {
  await listen(page);
  await readerSays(page, kiosk.origin, reported(fineReport));
  await page.goto('/ja');
  await page.locator('[data-screen="report"]').waitFor();
  await expect.poll(() => notesOf(page)).toHaveLength(4);
  expect((await notesOf(page)).map(({ screen }) => screen)).toEqual(['report', 'report', 'report', 'report']);
});

test('nothing is heard once the sound is turned off', async ({ page }) => {
  await listen(page);
  await page.goto('/ja/practice-card');
  await page.getByRole('switch', { name: '音' }).click();
  await page.getByRole('button', { name: 'カードを置く' }).click();
  await page.locator('[data-screen="report"]').waitFor();
  expect(await notesOf(page)).toEqual([]);
});

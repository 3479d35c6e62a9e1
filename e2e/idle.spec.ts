import { expect, type Page } from '@playwright/test';
import { answer, words } from './answers.ts';
import { axeFindings } from './axe.ts';
import { fingersOn, middleOf, openGuarded } from './fingers.ts';
import { test } from './kiosk-fixture.ts';
import { listen, notesOf } from './notes.ts';
import { fineReport, readerReady, readerSays, reported } from './scripted-reader.ts';
import { answerMs, asksAfterMs, beAskedAndStay, reportAsksAfterMs, stay, stillHere } from './still-here.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(({ page }) => page.clock.install());

const begin = async (page: Page): Promise<void> => {
  await page.goto('/ja/guide');
  await answer(page, 'ja', [['errand', 'passport']]);
  await page.locator('[data-question="card"]').waitFor();
};

test('after a minute the screen asks, to be seen and to be heard, and half a minute later nothing is left', async ({
  page,
}) => {
  await listen(page);
  await begin(page);
  await page.clock.runFor(asksAfterMs - 2_000);
  await expect(stillHere(page)).toHaveCount(0);
  const before = (await notesOf(page)).length;
  await page.clock.runFor(3_500);
  await expect(stillHere(page)).toContainText(words('ja', 'StillHere.title'));
  await expect.poll(async () => (await notesOf(page)).length).toBeGreaterThan(before);
  const button = await stillHere(page).getByRole('button').boundingBox();
  expect(button?.height).toBeGreaterThanOrEqual(96);
  expect(await axeFindings(page, 'aaa')).toEqual([]);
  await page.clock.runFor(answerMs - 5_000);
  await expect(page.locator('[data-question="card"]')).toBeVisible();
  await page.clock.runFor(6_000);
  await expect(page).toHaveURL(/\/ja$/);
  await expect(stillHere(page)).toHaveCount(0);
});

test('whoever is still there says so as often as they like: eleven times, and the answers are still there', async ({
  page,
}) => {
  await begin(page);
  for (let time = 0; time < 11; time += 1) await beAskedAndStay(page);
  await expect(page.locator('[data-question="card"]')).toBeVisible();
});

test('any touch and any key is an answer', async ({ page }) => {
  await begin(page);
  for (const act of [
    () => page.touchscreen.tap(20, 1_000),
    () => page.keyboard.press('a'),
    () => page.keyboard.press('Escape'),
    () => page.keyboard.press('Enter'),
  ]) {
    await page.clock.runFor(asksAfterMs + 1_500);
    await expect(stillHere(page)).toBeVisible();
    await act();
    await expect(stillHere(page)).toBeHidden();
  }
  await expect(page.locator('[data-question="card"]')).toBeVisible();
});

test('a touch that answers presses nothing that lies below the question', async ({ page }) => {
  await openGuarded(page, '/ja/guide');
  const fingers = await fingersOn(page);
  await answer(page, 'ja', [['errand', 'passport']]);
  const question = page.locator('[data-question="card"]');
  await question.waitFor();
  for (const below of [question.locator('.answer').last(), page.locator('.action-finish')]) {
    for (const heldMs of [0, 600]) {
      const place = await middleOf(below);
      await page.clock.runFor(asksAfterMs + 1_500);
      await expect(stillHere(page)).toBeVisible();
      await fingers.send('touchStart', [place]);
      await expect(stillHere(page)).toBeHidden();
      await page.clock.runFor(heldMs);
      await fingers.send('touchEnd', []);
      await page.clock.runFor(1_000);
      await expect(question).toBeVisible();
    }
  }
  // The next touch counts again.
  await fingers.press(await middleOf(question.locator('.answer').last()), 60);
  await expect(question).toBeHidden();
});

test('a key that answers presses nothing that had the focus before', async ({ page }) => {
  await openGuarded(page, '/ja/guide');
  await answer(page, 'ja', [['errand', 'passport']]);
  const question = page.locator('[data-question="card"]');
  await question.waitFor();
  for (const key of ['Enter', 'Space']) {
    await question.locator('.answer').last().focus();
    await page.clock.runFor(asksAfterMs + 1_500);
    await expect(stillHere(page)).toBeVisible();
    await page.keyboard.press(key);
    await expect(stillHere(page)).toBeHidden();
    await expect(question.locator('.answer').last()).toBeFocused();
    await page.clock.runFor(1_000);
    await expect(question).toBeVisible();
  }
  await page.keyboard.press('Enter');
  await expect(question).toBeHidden();
});

test('the report of a card asks after half a minute', async ({ page, kiosk }) => {
  await readerSays(page, kiosk.origin, [...reported(fineReport), { type: 'removed', early: false }]);
  await page.goto('/ja/card');
  await page.locator('[data-screen="report"]').waitFor();
  await beAskedAndStay(page, reportAsksAfterMs);
  await expect(page.locator('[data-screen="report"]')).toBeVisible();
});

test('a card that lies on the reader is called for, and nothing else is asked', async ({ page, kiosk }) => {
  await readerSays(page, kiosk.origin, reported(fineReport));
  await page.goto('/ja/card');
  await page.locator('[data-screen="report"]').waitFor();
  await page.clock.runFor(30 * 60_000);
  await expect(stillHere(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('カードを外してください');
});

test('a card left on the drawn reader is not called for for ever: nothing is left of the visit, and it is quiet', async ({
  page,
}) => {
  await listen(page);
  await page.goto('/ja/practice-card');
  await page.getByRole('button', { name: 'カードを置く', exact: true }).tap();
  await page.clock.runFor(20_000);
  await page.locator('[data-screen="report"]').waitFor();
  await page.clock.runFor(asksAfterMs + answerMs + 5_000);
  await expect(page).toHaveURL(/\/ja$/);
  await expect(stillHere(page)).toHaveCount(0);
  const before = (await notesOf(page)).length;
  await page.clock.runFor(10 * 60_000);
  expect((await notesOf(page)).slice(before)).toEqual([]);
});

test('where nobody has been nobody is asked', async ({ page, kiosk }) => {
  await readerSays(page, kiosk.origin, [readerReady]);
  await page.goto('/ja');
  await page.clock.runFor(30 * 60_000);
  await expect(stillHere(page)).toHaveCount(0);
});

test('a visitor who has only changed the language is asked too, in that language', async ({ page, kiosk }) => {
  await readerSays(page, kiosk.origin, [readerReady]);
  await page.goto('/ja');
  await page.getByRole('link', { name: 'English' }).tap();
  await expect(page).toHaveURL(/\/en$/);
  await page.clock.runFor(asksAfterMs + 1_500);
  await expect(stillHere(page)).toContainText(words('en', 'StillHere.title'));
  await stay(page);
  await page.clock.runFor(asksAfterMs + answerMs + 2_000);
  await expect(page).toHaveURL(/\/ja$/);
});

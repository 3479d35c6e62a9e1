import { expect, type Page } from '@playwright/test';
import { test } from './kiosk-fixture.ts';

test.skip(({ viewport }) => viewport?.width !== 1920, 'keys are the same on every panel');

/** Tab until the element with this name has the focus; fails after once around. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let presses = 0; presses < 40; presses += 1) {
    const focused = page.locator(':focus');
    const label =
      (await focused.count()) === 0
        ? ''
        : await focused.evaluate((element) =>
            element instanceof HTMLInputElement
              ? (element.ariaLabel ?? element.labels?.[0]?.textContent)
              : (element.ariaLabel ?? element.textContent),
          );
    if (name.test(label ?? '')) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nothing named ${name} can be reached by Tab`);
};

test('a visitor with a keyboard only does everything a finger can do', async ({ page }) => {
  await page.goto('/ja');
  await tabTo(page, /^カードをかざす練習/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '何を練習しますか' })).toBeFocused();
  await tabTo(page, /^練習用カードを読み取ってみる/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('練習用カードを置いてみましょう');

  await page.getByRole('radio', { name: '問題のないカード' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'あと1回でロック' })).toBeChecked();
  await tabTo(page, /^カードを置く$/);
  await page.keyboard.press('Enter');

  const report = page.getByRole('heading', { level: 1, name: /^次にログイン用の暗証番号をまちがえると/ });
  await expect(report).toBeFocused();
  await tabTo(page, /^ログイン用の暗証番号をくわしく見る$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await tabTo(page, /^カードを取る$/);
  await page.keyboard.press('Space');
  await tabTo(page, /^おわる$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'ありがとうございました' })).toBeFocused();
});

test('the language is changed with the keyboard without losing one’s place', async ({ page }) => {
  await page.goto('/ja');
  await tabTo(page, /^English$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/en$/);
  await expect(page.getByRole('link', { name: 'English' })).toBeFocused();
});

test('a phone is found by the keyboard alone, on the keys of the screen as well as on one’s own', async ({ page }) => {
  await page.goto('/ja');
  await tabTo(page, /^スマホを調べる/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Android/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '機種を探します' })).toBeFocused();

  await tabTo(page, /^あ$/);
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox')).toHaveValue('あい');

  await tabTo(page, /^機種の名前かコード$/);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('so-51c');
  await tabTo(page, /^Xperia 1 IV/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^11以上$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'カードを読める見込みです' })).toBeFocused();

  await tabTo(page, /^うまく読めないときは$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'システムが止まっていないか見る' })).toBeFocused();
  await tabTo(page, /^変えても読めない$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'アプリとソフトを新しくする' })).toBeFocused();
  await tabTo(page, /^もどる$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'システムが止まっていないか見る' })).toBeFocused();
  await tabTo(page, /^もどる$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'カードを読める見込みです' })).toBeFocused();
  await tabTo(page, /^おわる$/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/ja$/);
});

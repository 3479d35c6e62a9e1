import { expect, type Page } from '@playwright/test';
import { words } from './answers.ts';
import { test } from './kiosk-fixture.ts';
import { cardFound, fineReport, readerReady, readerSays, reported, settingsAre } from './scripted-reader.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a visitor reads the card, sees that all is well, takes the card and leaves nothing behind', async ({ page }) => {
  await page.goto('/ja');
  await page.getByRole('link', { name: /^カードを読む/ }).tap();
  await button(page, 'カードを置く').tap();
  await expect(heading(page)).toHaveText('カードを見つけました。まだ動かさないでください');
  await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
  await expect(page.getByText('読み取りが終わりました。カードを外してください。')).toHaveCount(2);
  await button(page, 'カードを取る').tap();
  await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
  await button(page, 'おわる').tap();
  await expect(heading(page)).toHaveText('ありがとうございました');
  await expect(page.getByText('利用者証明用電子証明書暗証番号')).toHaveCount(0);
  await button(page, 'おわる').tap();
  await expect(page).toHaveURL(/\/ja$/);
});

test.describe('on whichever panel', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  test('a visitor with a locked password learns where it is freed', async ({ page }) => {
    await page.goto('/ja/practice-card');
    await page.getByRole('radio', { name: '署名用がロック' }).check();
    await button(page, 'カードを置く').tap();
    await expect(heading(page)).toHaveText('署名用のパスワードがロックされています');
    await page.getByRole('button', { name: '署名用のパスワードをくわしく見る' }).tap();
    const details = page.getByRole('dialog', { name: '署名用のパスワード' });
    await expect(details).toContainText('署名用電子証明書暗証番号');
    await expect(details).toContainText('お住まいの市区町村の窓口で、設定し直せます');
    await details.getByRole('button', { name: 'とじる' }).tap();
    await expect(details).toBeHidden();
  });

  test('a visitor with one try left is told to stop', async ({ page }) => {
    await page.goto('/ja/practice-card');
    await page.getByRole('radio', { name: 'あと1回でロック' }).check();
    await button(page, 'カードを置く').tap();
    await expect(heading(page)).toHaveText('次にログイン用の暗証番号をまちがえると、ロックされます');
    await expect(page.getByText('ここで止まり、暗証番号を書いた控えの紙を探してください。')).toBeVisible();
  });

  test('who comes to the card after a while elsewhere is never told to wait', async ({ page }) => {
    await page.clock.install();
    await page.goto('/ja');
    await page.locator('.door[href="/ja/card"]').waitFor();
    await page.clock.runFor(5_000);
    await page.evaluate(
      (waiting) => {
        new MutationObserver(() => {
          if (document.querySelector('h1')?.textContent === waiting) document.documentElement.dataset.waited = '';
        }).observe(document, { subtree: true, childList: true, characterData: true });
      },
      words('ja', 'Connecting.title'),
    );
    await page.locator('.door[href="/ja/card"]').tap();
    await expect(button(page, 'カードを置く')).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-waited');
  });

  test('a visitor who put down a transport card learns that it is another card', async ({ page }) => {
    await page.goto('/ja/practice-card');
    await page.getByRole('radio', { name: '交通系・電子マネー' }).check();
    await button(page, 'カードを置く').tap();
    await expect(heading(page)).toHaveText('交通系・電子マネーのカードのようです');
    await expect(page.getByText('残高は変わっていません。')).toBeVisible();
  });

  test('a visitor who lifts the card too early is told that no try was used, and goes on', async ({ page }) => {
    await page.goto('/ja/practice-card');
    await button(page, 'カードを置く').tap();
    await expect(heading(page)).toHaveText('カードを見つけました。まだ動かさないでください');
    await button(page, 'カードを取る').tap();
    await expect(heading(page)).toHaveText('読み取りの途中で、カードが離れました');
    await expect(page.locator('.assurance')).toHaveText('暗証番号を入力できる回数は、減っていません。');
    await button(page, 'カードを置く').tap();
    await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
  });

  test('a visitor who finishes with the card still there cannot leave it behind', async ({ page }) => {
    await page.goto('/ja/practice-card');
    await button(page, 'カードを置く').tap();
    await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
    await button(page, 'おわる').tap();
    await expect(heading(page)).toHaveText('カードを外してください');
    await expect(button(page, 'おわる')).toHaveAttribute('aria-disabled', 'true');
    await button(page, 'カードを取る').tap();
    await expect(heading(page)).toHaveText('ありがとうございました');
  });

  test('a card put on the reader starts its report from the start screen', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, reported(fineReport));
    await page.goto('/ja');
    await expect(page).toHaveURL(/\/ja\/card$/);
    await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
  });

  test('a visitor at a kiosk without a reader is told so and can practise', async ({ page }) => {
    await settingsAre(page, { kind: 'none' });
    await page.goto('/ja');
    await expect(page.getByText('カードの読み取りは、いま使えません')).toBeVisible();
    await expect(page.getByRole('link', { name: /^カードを読む/ })).toHaveCount(0);
    await page.getByRole('link', { name: /^カードをかざす練習/ }).tap();
    await page.getByRole('button', { name: /^練習用カードを読み取ってみる/ }).tap();
    await button(page, 'カードを置く').tap();
    await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
  });

  test('a change of language keeps what is on the screen', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, reported(fineReport));
    await page.goto('/ja/card');
    await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
    await page.getByRole('link', { name: 'English' }).tap();
    await expect(heading(page)).toHaveText('Nothing needs your attention');
    await page.getByRole('link', { name: 'やさしいにほんご' }).tap();
    await expect(page.locator('h1 rt')).toHaveText('こま');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  });

  test('a change of language keeps the practice card on its reader', async ({ page }) => {
    await page.goto('/ja/practice-card');
    await button(page, 'カードを置く').tap();
    await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
    await page.getByRole('link', { name: 'English' }).tap();
    await expect(heading(page)).toHaveText('Nothing needs your attention');
    await expect(button(page, 'Take the card')).toBeVisible();
  });

  test('a screen reader hears one announcement per stage', async ({ page, kiosk }) => {
    await page.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => {
        const words = document.querySelector('main > [role="status"]')?.textContent ?? '';
        if (words !== '' && words !== heard.at(-1)) heard.push(words);
      }).observe(document, { subtree: true, childList: true, characterData: true });
    });
    await readerSays(page, kiosk.origin, [...cardFound, { type: 'report', report: fineReport }]);
    await page.goto('/ja/card');
    await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
    const heard = await page.evaluate(() => Reflect.get(window, 'heard'));
    expect(heard.at(-1)).toBe('読み取りが終わりました。カードを外してください。');
    expect(new Set(heard).size).toBe(heard.length);
  });

  test('the settings of one visitor do not stay for the next', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, [readerReady]);
    await page.goto('/en/card');
    await page.locator('[data-sample="dark"]').tap();
    await page.locator('[data-size="larger"]').tap();
    await page.getByRole('switch', { name: 'Buttons low' }).tap();
    const sound = page.locator('[data-setting="sound"]');
    await sound.tap();
    await expect(sound).toHaveAttribute('aria-checked', 'false');
    const surface = page.locator('.surface');
    await expect(surface).toHaveAttribute('data-theme', 'dark');
    await expect(surface).toHaveAttribute('data-text-size', 'larger');
    await expect(surface).toHaveAttribute('data-low', 'true');
    await button(page, 'Finish').tap();
    await expect(page).toHaveURL(/\/ja$/);
    await expect(surface).toHaveAttribute('data-theme', 'standard');
    await expect(surface).toHaveAttribute('data-text-size', 'standard');
    await expect(surface).not.toHaveAttribute('data-low');
    await expect(sound).toHaveAttribute('aria-checked', 'true');
  });
});

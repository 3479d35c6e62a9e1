import { expect, type Page } from '@playwright/test';
import { advice, answer, expectToSay, type Locale, locales, named, words } from './answers.ts';
import { test } from './kiosk-fixture.ts';
import { fineReport, readerReady, readerSays, reported } from './scripted-reader.ts';
import { answerMs, asksAfterMs, beAskedAndStay } from './still-here.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Wednesday, 25 November 2026 in Tokyo. */
const at = (page: Page, time: string): Promise<void> =>
  page.clock.setFixedTime(new Date(`2026-11-25T${time}:00+09:00`));

const openGuide = async (page: Page, locale: Locale): Promise<void> => {
  await page.goto(`/${locale}`);
  await page.locator('a[href$="/guide"]').tap();
};

const everythingKnown = [
  ['errand', 'child-allowance'],
  ['card', 'my-number'],
  ['phone', 'reads-and-runs'],
  ['pins', 'known'],
  ['changedSinceIssue', 'no'],
  ['certificate.authentication', 'valid'],
] as const;

const step = (page: Page, locale: Locale, name: string) =>
  advice(page)
    .locator('.advice-best')
    .getByRole('heading', { name: named(words(locale, `Steps.${name}.title`)) });

for (const locale of locales) {
  test.describe(`in ${locale}`, () => {
    test.skip(({ viewport }) => viewport?.width === 1920, 'a standing panel and a phone are enough');

    test(`an old man with a new card learns that he needs his slip, and where it is kept: ${locale}`, async ({
      page,
    }) => {
      await at(page, '10:00');
      await openGuide(page, locale);
      await answer(page, locale, [
        ['errand', 'convenience-store-certificates'],
        ['card', 'my-number'],
        ['pin.authentication', 'on-slip-at-home'],
        ['certificate.authentication', 'valid'],
      ]);
      await expect(step(page, locale, 'find-slip')).toBeVisible();
      await expectToSay(advice(page), words(locale, 'Bring.pin-authentication'));
    });

    test(`a resident whose certificate ended with the move is shown the letter before the counter: ${locale}`, async ({
      page,
    }) => {
      await at(page, '10:00');
      await openGuide(page, locale);
      await answer(page, locale, [
        ['errand', 'child-allowance'],
        ['card', 'my-number'],
        ['phone', 'reads-and-runs'],
        ['pins', 'known'],
        ['changedSinceIssue', 'yes'],
      ]);
      await answer(page, locale, [['deadline', 'none']]);
      await expectToSay(heading(page), words(locale, 'Channels.post'));
      await expectToSay(advice(page), words(locale, 'Rules.post-before-counter'));
    });

    test(`a parent who forgot a password at eleven at night is told what works tomorrow: ${locale}`, async ({
      page,
    }) => {
      await at(page, '23:05');
      await openGuide(page, locale);
      await answer(page, locale, [
        ['errand', 'child-allowance'],
        ['card', 'my-number'],
        ['phone', 'reads-and-runs'],
        ['pins', 'oneByOne'],
        ['pin.authentication', 'known'],
        ['pin.signature', 'forgotten'],
        ['changedSinceIssue', 'no'],
        ['certificate.authentication', 'valid'],
        ['konbini', 'both-pins'],
      ]);
      await expect(step(page, locale, 'reset-signature-konbini')).toBeVisible();
      await expect(advice(page).locator('.advice-best .route-done')).toContainText('26');
    });

    test(`a visitor in a full hall whose card is locked learns what to bring to the counter: ${locale}`, async ({
      page,
      kiosk,
    }) => {
      await at(page, '10:00');
      const locked = { state: 'locked', triesLeft: 0, triesMax: 3 } as const;
      const report = { ...fineReport, pins: { ...fineReport.pins, authentication: locked, cardInfoInput: locked } };
      await readerSays(page, kiosk.origin, [...reported(report), { type: 'removed', early: false }]);
      await page.goto(`/${locale}`);
      await page.locator('.action-guide').tap();
      await expect(page.locator('.guide-news')).not.toBeEmpty();
      await answer(page, locale, [
        ['errand', 'pin-reset'],
        ['holder', 'self'],
        ['pin.signature', 'known'],
      ]);
      await expect(step(page, locale, 'reset-authentication-counter')).toBeVisible();
      await expect(step(page, locale, 'reset-card-info-input-counter')).toBeVisible();
      await expectToSay(advice(page), words(locale, 'Bring.identity-document'));
    });
  });
}

test.describe('on whichever panel', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  test('back never loses an answer, and the same answer leads on to where the visitor was', async ({ page }) => {
    await openGuide(page, 'ja');
    await answer(page, 'ja', everythingKnown);
    await expect(advice(page)).toBeVisible();
    for (const [fact] of everythingKnown.toReversed()) {
      await page.getByRole('button', { name: 'もどる' }).tap();
      await expect(page.locator(`[data-question="${fact}"] .answer[aria-pressed="true"]`)).toHaveCount(1);
    }
    await answer(page, 'ja', [['errand', 'child-allowance']]);
    await expect(advice(page)).toBeVisible();
  });

  test('an answer is corrected with one tap, and what followed from it is computed anew', async ({ page }) => {
    await openGuide(page, 'ja');
    await answer(page, 'ja', everythingKnown);
    await expect(heading(page)).toHaveText('オンラインで進めましょう');
    await page.getByRole('button', { name: '答えを直す' }).tap();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^お持ちのカード/ })
      .tap();
    await answer(page, 'ja', [
      ['card', 'face-authentication'],
      ['deadline', 'none'],
    ]);
    await expect(heading(page)).toHaveText('郵送で進めましょう');
    await page.getByRole('heading', { name: /^ほかの方法/ }).tap();
    await expect(advice(page)).toContainText('顔認証マイナンバーカード');
  });

  test('each lamp opens the question that settles it', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, [{ type: 'reader', ready: false, error: 'readerMissing' }]);
    await openGuide(page, 'ja');
    const lamps = page.locator('.readiness-board button');
    const questions = ['errand', 'phone', 'pin.signature', 'card', 'certificate.authentication'];
    for (const [at, question] of questions.entries()) {
      await lamps.nth(at).tap();
      await expect(page.locator('[data-question]')).toHaveAttribute('data-question', question);
    }
  });

  test('where a card can be read, the question says so, and what it measured is marked as such', async ({
    page,
    kiosk,
  }) => {
    await readerSays(page, kiosk.origin, [readerReady]);
    await openGuide(page, 'ja');
    await answer(page, 'ja', [['errand', 'child-allowance']]);
    await expect(page.locator('.measure-offer')).toContainText('カードを読み取り機に置くと、わかります');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await readerSays(page, kiosk.origin, [...reported(fineReport), { type: 'removed', early: false }]);
    await page.goto('/ja');
    await page.getByRole('button', { name: '方法を調べる', exact: true }).tap();
    await page.getByRole('button', { name: '答えを直す' }).tap();
    await expect(page.getByRole('dialog')).toContainText('カードを読んで確かめました');
  });

  test('a change of language keeps every answer', async ({ page }) => {
    await openGuide(page, 'ja');
    await answer(page, 'ja', everythingKnown);
    await page.getByRole('link', { name: 'English' }).tap();
    await expect(heading(page)).toHaveText('Best way: Online');
  });

  test('nothing of the visit is left for the next visitor', async ({ page }) => {
    await openGuide(page, 'ja');
    await answer(page, 'ja', everythingKnown);
    await page.getByRole('button', { name: 'おわる' }).tap();
    await page.getByRole('link', { name: /^手続きの方法を調べる/ }).tap();
    await expect(page.locator('[data-question="errand"]')).toBeVisible();
    await expect(page.locator('.answer[aria-pressed="true"]')).toHaveCount(0);
  });

  test('a screen that nobody looks at any more asks first, and then erases itself', async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-25T10:00:00+09:00') });
    await openGuide(page, 'ja');
    await answer(page, 'ja', everythingKnown);
    await beAskedAndStay(page);
    await page.clock.runFor(asksAfterMs + answerMs + 2_000);
    await expect(page).toHaveURL(/\/ja$/);
  });
});

import { expect, type Locator, type Page } from '@playwright/test';
import { expectToSay, named, words } from './answers.ts';
import { test } from './office-fixture.ts';

const sheet = (page: Page): Locator => page.locator('dialog[open].help-sheet');
const sheetButton = (page: Page, path: string): Locator =>
  sheet(page).getByRole('button', { name: named(words('ja', path)) });
const heading = (page: Page): Locator => sheet(page).getByRole('heading', { level: 2 });

const call = async (page: Page, path = '/ja'): Promise<void> => {
  await page.goto(path);
  await page.locator('.action-help').click();
  await sheetButton(page, 'HelpCall.reasons.pin').click();
  await expectToSay(heading(page), words('ja', 'HelpCall.calling.title'));
};

/** What a visitor and a clerk do together, wherever the desk is. Declares the tests. */
export const helpDeskTests = (): void => {
  test('a visitor calls; it rings, is taken with one key, a page is shown with consent, and a slip goes to the next counter', async ({
    page,
    desk,
    office,
  }) => {
    test.setTimeout(90_000);
    await call(page, '/ja/pins');
    const waiting = desk.locator('[data-call]');
    await expect(waiting).toHaveCount(1);
    await expect(waiting).toContainText(words('ja', 'HelpCall.reasons.pin'));
    await expect(desk).toHaveTitle(/^\(1\)/);

    await desk.keyboard.press('c');
    await expectToSay(heading(page), words('ja', 'HelpCall.coming.title'));
    await expect(desk.locator('.desk-playbook')).toBeVisible();

    await desk.keyboard.press('s');
    const shown = desk
      .getByRole('dialog')
      .getByRole('button')
      .filter({ hasText: words('ja', 'PinSlip.title') });
    await shown.first().click();
    await sheetButton(page, 'HelpPrompt.show.yes').click();
    await expectToSay(page.getByRole('heading', { level: 1 }), words('ja', 'PinSlip.title'));
    await expect(desk.locator('.case-sent')).toContainText(words('ja', 'StaffCase.promptStates.accepted'));
    // What the visitor looks at now is seen, in words and not as a picture.
    await expect(desk.locator('.case')).toContainText(words('ja', 'PinSlip.title'));

    await desk.keyboard.press('m');
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: words('ja', 'HelpSentences.coming-soon') })
      .click();
    await expect(sheet(page)).toContainText(words('ja', 'HelpSentences.coming-soon'));
    await sheetButton(page, 'HelpPrompt.say.ok').click();

    await desk.keyboard.press('o');
    await desk.getByRole('button', { name: words('ja', 'HandOver.make') }).click();
    const code = ((await desk.locator('.slip-code').textContent()) ?? '').trim();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const next = await desk.context().newPage();
    await next.goto(`${office.console}/ja/staff/hand-over#${code.replace('-', '')}`);
    await expect(next.locator('.slip-code')).toHaveText(code);
    await next.close();

    await desk.goto(`${office.console}/ja/staff`);
    await desk.getByRole('button', { name: words('ja', 'StaffCase.help') }).click();
    await expect(page.locator('.action-help')).toHaveAttribute('data-phase', /helped|none/);
    await expect(desk.locator('[data-call]')).toHaveCount(0);
  });

  test('a visitor who no longer wants it is gone from the queue', async ({ page, desk }) => {
    await call(page);
    await expect(desk.locator('[data-call]')).toHaveCount(1);
    await sheetButton(page, 'HelpCall.cancel').click();
    await expect(desk.locator('[data-call]')).toHaveCount(0);
  });

  test('staff end a visit, and nothing of it is left on the screen', async ({ page, desk }) => {
    await call(page, '/ja/pins');
    await expect(desk.locator('[data-call]')).toHaveCount(1);
    await desk.keyboard.press('c');
    await expectToSay(heading(page), words('ja', 'HelpCall.coming.title'));
    await desk.getByRole('button', { name: words('ja', 'StaffCase.end') }).click();
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: named(words('ja', 'StaffCase.endNow')) })
      .click();
    await expectToSay(heading(page), words('ja', 'HelpPrompt.end.title'));
    await expect(page).toHaveURL(/\/ja$/, { timeout: 20_000 });
    await expect(desk.locator('[data-call]')).toHaveCount(0);
  });
};

import { expect } from '@playwright/test';
import { locales } from './answers.ts';
import { axeFindings } from './axe.ts';
import { test } from './kiosk-fixture.ts';

/** What visitors of a kiosk and of the pages at home meet is looked at by the census; here is what nobody of them does. */

test.skip(({ viewport }) => viewport?.width !== 1080, 'what axe looks at does not depend on the size');
test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const locale of locales) {
  test(`nobody is shut out of the sources, in any theme: ${locale}`, async ({ page }) => {
    await page.goto(`/${locale}/staff/sources`);
    await page.locator('.other-way > summary').first().click();
    for (const theme of ['standard', 'high', 'dark']) {
      await page.locator(`[data-sample="${theme}"]`).click();
      await page.locator(`.surface[data-theme="${theme}"]`).waitFor();
      expect.soft(await axeFindings(page, 'aaa'), theme).toEqual([]);
    }
  });
}

test('nobody is shut out of the page that says that there is none', async ({ page }) => {
  await page.goto('/ja/nothing');
  expect(await axeFindings(page, 'aaa')).toEqual([]);
});

import { expect, type Locator, type Page } from '@playwright/test';

/** Milliseconds, as an office finds them. */
export const asksAfterMs = 60_000;
export const reportAsksAfterMs = 30_000;
export const answerMs = 30_000;

/** The question whether anybody is still there. */
export const stillHere = (page: Page): Locator => page.locator('dialog.still-here[open]');

export const stay = (page: Page): Promise<void> => stillHere(page).getByRole('button').tap();

/** Nobody touches anything for so long that the screen asks; the visitor says that they are there. Needs `page.clock`. */
export const beAskedAndStay = async (page: Page, afterMs: number = asksAfterMs): Promise<void> => {
  await page.clock.runFor(afterMs + 1_500);
  await expect(stillHere(page)).toBeVisible();
  await stay(page);
  await expect(stillHere(page)).toBeHidden();
};

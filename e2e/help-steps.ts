import { expect, type Page } from '@playwright/test';
import type { PromptContent, VisitorCall } from '../lib/helpdesk/wire.ts';
import { type Locale, named, words } from './answers.ts';
import { quietDesk, scriptDesk } from './scripted-desk.ts';
import { leavePage } from './walk.ts';

const openSheet = async (page: Page, locale: Locale) => {
  await leavePage(page);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  const desk = await scriptDesk(page);
  await page.goto(`/${locale}`);
  await page.locator('.action-help').click();
  await page.locator('.help-reasons').waitFor();
  return desk;
};

const called = async (page: Page, locale: Locale) => {
  const desk = await openSheet(page, locale);
  await page
    .locator('.help-reasons')
    .getByRole('button', { name: named(words(locale, 'HelpCall.reasons.pin')) })
    .click();
  await page.locator('[data-help="call"]').waitFor();
  // What the desk says of a call bears the name that the page has given it.
  await expect.poll(() => desk.heard.some(({ kind }) => kind === 'ask')).toBe(true);
  return desk;
};

const told =
  (call: Partial<VisitorCall>, phase: string) =>
  async (page: Page, locale: Locale): Promise<void> => {
    const desk = await called(page, locale);
    await desk.saysOfCall(call);
    await page.locator(`.action-help[data-phase="${phase}"]`).waitFor({ state: 'attached' });
  };

const sent = (content: PromptContent) => async (page: Page, locale: Locale) => {
  const desk = await called(page, locale);
  const prompt = { id: crypto.randomUUID(), content, state: 'sent' } as const;
  await desk.saysOfCall({ state: 'claimed', place: null, prompt });
  await expect(page.locator('dialog[open].help-sheet:not([data-help])')).toBeVisible();
};

/** Every state of a call, each on a fresh page. */
export const helpScreens: Readonly<Record<string, (page: Page, locale: Locale) => Promise<void>>> = {
  reasons: async (page, locale) => void (await openSheet(page, locale)),
  calling: async (page, locale) => void (await called(page, locale)),
  'in the queue': told({ place: 12 }, 'ahead'),
  coming: told({ state: 'claimed', place: null }, 'coming'),
  helped: async (page, locale) => {
    const desk = await called(page, locale);
    await desk.saysOfCall({ state: 'helped', place: null });
    await page.locator('[data-help="over"]').waitFor();
  },
  'out of reach': async (page, locale) => {
    const desk = await called(page, locale);
    await desk.says({ ...quietDesk, reachable: false, onDuty: false });
    await page.locator('.help-sheet .office-contact').waitFor();
  },
  'a page is offered': sent({ kind: 'show', page: 'phone:trouble' }),
  'a sentence': sent({ kind: 'say', sentence: 'no-pin-to-anyone' }),
  'the end': sent({ kind: 'end' }),
  'called, with the screen in use': async (page, locale) => {
    await told({ place: 12 }, 'ahead')(page, locale);
    await page.locator('.help-actions button').last().click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  },
};

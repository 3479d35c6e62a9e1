import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { pressAsVisitorsDo } from './pressing.ts';
import { tapUnhurried } from './unhurried.ts';

/** A visitor of a kiosk whose browser keeps a copy of the screens, for a time without the server. */
export const newVisitor = async (browser: Browser, origin: string): Promise<BrowserContext> => {
  const context = await browser.newContext({
    baseURL: origin,
    hasTouch: true,
    locale: 'ja-JP',
    reducedMotion: 'reduce',
    serviceWorkers: 'allow',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1080, height: 1920 },
  });
  await tapUnhurried(context);
  pressAsVisitorsDo(context);
  return context;
};

/** Waits until the copy of this page is whole, and answers for it. */
export const waitForCopy = async (page: Page): Promise<void> => {
  const worker = () => page.evaluate(() => navigator.serviceWorker.controller?.state);
  await expect.poll(worker, { timeout: 20_000 }).toBe('activated');
};

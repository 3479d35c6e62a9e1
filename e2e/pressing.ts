import type { BrowserContext, Locator, Page } from '@playwright/test';
import { turnTo } from './turning.ts';

/** On a page whose clock a test has stopped, nothing is drawn before that test lets time pass. In milliseconds. */
const drawnWithinMs = 500;

/** Waits until what a press has changed is on the screen: pages are drawn once the tap was seen (components/visit/after-paint.ts), some in two steps. */
export const untilDrawn = async (page: Page): Promise<void> => {
  const drawn = page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1)
      await new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
      });
  });
  let timer: NodeJS.Timeout | undefined;
  const given = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, drawnWithinMs);
  });
  // A press may open another page, or close this one: then there is nothing left to wait for.
  await Promise.race([drawn.catch(() => undefined), given]);
  clearTimeout(timer);
};

const patienceOf = (options: { timeout?: number } = {}): { timeout?: number } =>
  options.timeout === undefined ? {} : { timeout: options.timeout };

let isLearned = false;

/**
 * From now on whoever presses something does it as a visitor: turns to its page first, as nothing scrolls on a panel, and
 * looks at what comes of it before pressing again. Playwright would scroll to it, the page turner would turn back to a page,
 * and whether that one shows it depends on who is faster.
 */
export const pressAsVisitorsDo = (context: BrowserContext): void => {
  context.once('page', (page) => {
    if (isLearned) return;
    isLearned = true;
    // All locators learn it.
    const locators: Pick<Locator, 'tap' | 'click'> = Object.getPrototypeOf(page.locator('body'));
    const { tap, click } = locators;
    locators.tap = async function (this: Locator, options) {
      await this.waitFor(patienceOf(options));
      await turnTo(this, (button) => tap.call(button));
      await tap.call(this, options);
      await untilDrawn(this.page());
    };
    locators.click = async function (this: Locator, options) {
      await this.waitFor(patienceOf(options));
      await turnTo(this, (button) => click.call(button));
      await click.call(this, options);
      await untilDrawn(this.page());
    };
  });
};

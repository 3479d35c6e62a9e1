import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** `aa`: text contrast of 4.5:1, `aaa`: 7:1, `none`: colours are not looked at, which takes a third of the time. */
type Contrast = 'none' | 'aa' | 'aaa';

/** Every page that opens from now on has axe from the start: of the same script Chromium remembers what it has made of it. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript(source);

/**
 * What axe finds on the page, a line each. In the page itself: there are no frames that would need more, and a page that is
 * looked at again has it already.
 *
 * @param within - a selector, where not the whole page is meant
 */
export const axeFindings = async (page: Page, contrast: Contrast, within?: string): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async ({ place, isContrastOf }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(place ?? document, {
        preload: false,
        resultTypes: ['violations'],
        // The enhanced rule asks for more of the same.
        rules: {
          'color-contrast': { enabled: isContrastOf === 'aa' },
          'color-contrast-enhanced': { enabled: isContrastOf === 'aaa' },
        },
      });
      return violations.map(({ id, nodes: [first] }) => `${id}: ${first?.html}`);
    },
    { place: within, isContrastOf: contrast },
  );
};

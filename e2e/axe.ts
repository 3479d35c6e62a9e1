import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** `aa`: text contrast of 4.5:1, `aaa`: 7:1, `none`: colours are not looked at, which takes a third of the time. */
type Contrast = 'none' | 'aa' | 'aaa';

/**
 * What axe finds on the page, a line each. In one go in the page itself: there are no frames that would need more, and nothing
 * is fetched a second time.
 *
 * @param within - a selector, where not the whole page is meant
 */
export const axeFindings = async (page: Page, contrast: Contrast, within?: string): Promise<string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({
    preload: false,
    resultTypes: ['violations'],
    // The enhanced rule asks for more of the same.
    rules: {
      'color-contrast': { enabled: contrast === 'aa' },
      'color-contrast-enhanced': { enabled: contrast === 'aaa' },
    },
  });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(({ id, nodes: [first] }) => `${id}: ${first?.html}`);
};

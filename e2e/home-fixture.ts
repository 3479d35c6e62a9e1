import { test as base, expect } from '@playwright/test';
import { type RunningKiosk, startHome } from '../cli/testing/running-kiosk.ts';
import { nothingFound, watch } from './findings.ts';
import { pressAsVisitorsDo } from './pressing.ts';

interface HomeOptions {
  /** One for each test: many of them end it. */
  home: RunningKiosk;
  keepsToItself: undefined;
}

/** `page.goto('/ja')` opens the pages for home, held to the same rules as those of a kiosk (kiosk-fixture.ts). */
export const test = base.extend<HomeOptions>({
  home: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern here.
    async ({}, use) => {
      const home = await startHome();
      await use(home);
      await home.stop();
    },
    { timeout: 60_000 },
  ],
  baseURL: ({ home }, use) => use(home.origin),
  keepsToItself: [
    async ({ context, home }, use) => {
      pressAsVisitorsDo(context);
      const findings = watch(context, home.origin);
      await use(undefined);
      expect(findings).toEqual(nothingFound);
    },
    { auto: true },
  ],
});

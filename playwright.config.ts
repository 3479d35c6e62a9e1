import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** What this Chromium asks for by itself; on a kiosk it is told not to. Whatever else a name is looked up for is found by `npm run lab:cut-off`. */
const unasked = [
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'update.googleapis.com',
]
  .map((host) => `MAP ${host} ~NOTFOUND`)
  .join(', ');

/** What does not depend on the size of the screen is tested at one. */
const anySize =
  '**/{canary,clock,cut-off,help-desk,help-desk-hubs,hub,idle,keeper,left-behind,office-away,paper,reader,security,touch}.spec.ts';

/** Measures every screen in every size by itself, and is a step of its own (scripts/test-steps.ts). */
const census = '**/census.spec.ts';

/** Servers are started by the specs' own fixtures (e2e/kiosk-fixture.ts), each with what it needs. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/playwright',
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 30_000,
  reporter: [['list']],
  use: {
    // A button that does not come fails its test then, and not when the patience of a long walk has ended.
    actionTimeout: 15_000,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    // A trace of every test, kept for the few that fail, took a quarter of the time. `--trace retain-on-failure` makes them.
    trace: 'off',
    screenshot: 'only-on-failure',
    video: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      // Chromium's own sandbox refuses to run as root; containers and CI often are.
      args: [...(isRoot ? ['--no-sandbox'] : []), `--host-resolver-rules=${unasked}`],
    },
  },
  projects: [
    {
      name: 'kiosk-portrait',
      testIgnore: census,
      use: { viewport: { width: 1080, height: 1920 }, hasTouch: true },
    },
    {
      name: 'kiosk-landscape',
      testIgnore: [anySize, census],
      use: { viewport: { width: 1920, height: 1080 }, hasTouch: true },
    },
    {
      name: 'phone',
      testIgnore: [anySize, census],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
    {
      name: 'census',
      testMatch: census,
      fullyParallel: true,
      // Two of them share the machine.
      expect: { timeout: 20_000 },
      use: { viewport: { width: 1080, height: 1920 }, hasTouch: true },
    },
  ],
});

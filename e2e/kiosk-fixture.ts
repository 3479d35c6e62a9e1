import { test as base, expect } from '@playwright/test';
import { type RunningKiosk, startKiosk } from '../cli/testing/running-kiosk.ts';
import { nothingFound, watch } from './findings.ts';
import { pressAsVisitorsDo } from './pressing.ts';
import { tapUnhurried } from './unhurried.ts';

interface KioskOptions {
  /** Flags of `kazasu kiosk`. `test.use({ kioskArguments: [...] })` at the top of a file starts one for that file. */
  kioskArguments: readonly string[];
  kiosk: RunningKiosk;
}

/**
 * `page.goto('/ja')` opens a kiosk that was started for these tests. Whatever they do on `page`, it must stay within this
 * machine and within the content security policy, and no script may fail.
 */
export const test = base.extend<{ isUnhurried: boolean; taps: undefined; keepsToItself: undefined }, KioskOptions>({
  kioskArguments: [['--practice-card'], { option: true, scope: 'worker' }],
  kiosk: [
    async ({ kioskArguments }, use) => {
      const kiosk = await startKiosk(kioskArguments);
      await use(kiosk);
      await kiosk.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  /** `false`: taps follow each other as fast as the test makes them. */
  isUnhurried: [true, { option: true }],
  taps: [
    async ({ context, isUnhurried }, use) => {
      pressAsVisitorsDo(context);
      if (isUnhurried) await tapUnhurried(context);
      await use(undefined);
    },
    { auto: true },
  ],
  baseURL: ({ kiosk }, use) => use(kiosk.origin),
  // What a test scripts is in front of the server; the copy that works without one has tests of its own (cut-off.spec.ts).
  serviceWorkers: 'block',
  keepsToItself: [
    async ({ context, kiosk }, use) => {
      const findings = watch(context, kiosk.origin);
      await use(undefined);
      expect(findings).toEqual(nothingFound);
    },
    { auto: true },
  ],
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { lookUpNothing } from '../lib/kiosk/keeper/chromium.ts';
import { policedChromium, visiblePolicy } from '../scripts/escape/policed-chromium.ts';

/** An X server without a monitor, on a number that it finds itself. */
const startScreen = async (): Promise<{ readonly display: string; readonly server: ChildProcess }> => {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1080x1920x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const found = server.stdio[3];
  if (found === null || found === undefined || !('setEncoding' in found)) throw new Error('Xvfb has no third channel');
  const [number] = await once(found.setEncoding('utf8'), 'data');
  return { display: `:${String(number).trim()}`, server };
};

/**
 * Chromium with a window, under the policy of a kiosk as it is installed, which this browser alone sees.
 * Needs Xvfb, and the right to make a mount namespace (scripts/in-namespace.sh).
 *
 * @param origin - of the pages
 */
export const startRealBrowser = async (
  origin: string,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly context: BrowserContext; readonly stop: () => Promise<void> }> => {
  const program = policedChromium(visiblePolicy(origin));
  const profile = mkdtempSync(join(tmpdir(), 'kazasu-screen-'));
  const { display, server } = await startScreen();
  // The isolated contexts of Playwright are incognito, which the policy forbids.
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program.path,
    headless: false,
    args: [lookUpNothing(origin), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, ...env, DISPLAY: display },
    locale: 'ja-JP',
    viewport: { width: 1080, height: 1800 },
  });
  return {
    context,
    stop: async () => {
      await context.close();
      server.kill('SIGTERM');
      await once(server, 'exit');
      program.remove();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
    },
  };
};

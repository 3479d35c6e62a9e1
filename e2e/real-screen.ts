import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';

const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

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
 * Chromium with a window, under a managed policy that this browser alone sees: its `/etc/chromium` is another one.
 * Needs Xvfb, and the right to make a mount namespace (scripts/in-namespace.sh).
 */
export const startRealBrowser = async (
  policy: Readonly<Record<string, unknown>>,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly browser: Browser; readonly stop: () => Promise<void> }> => {
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-screen-'));
  mkdirSync(join(folder, 'etc', 'policies', 'managed'), { recursive: true });
  writeFileSync(join(folder, 'etc', 'policies', 'managed', 'kazasu.json'), JSON.stringify(policy));
  const starter = join(folder, 'chromium');
  writeFileSync(
    starter,
    `#!/bin/sh
exec unshare --mount sh -c 'mount --bind ${folder}/etc /etc/chromium && exec ${chromiumPath} "$@"' chromium "$@"
`,
  );
  chmodSync(starter, 0o700);
  const { display, server } = await startScreen();
  const browser = await chromium.launch({
    executablePath: starter,
    headless: false,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    env: { ...process.env, ...env, DISPLAY: display },
  });
  return {
    browser,
    stop: async () => {
      await browser.close();
      server.kill('SIGTERM');
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

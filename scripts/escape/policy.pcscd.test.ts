import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { kioskPolicy, type PolicedChromium, type Policy, policedChromium, visiblePolicy } from './policed-chromium.ts';

/** The port of a kiosk, as the policy names it; ours alone in the private network of these tests. */
const origin = 'http://127.0.0.1:3000';
const worker = 'self.addEventListener("fetch", () => undefined);';
/** Nobody has pressed anything. */
const opens = '<title>opens</title><script>document.title = String(window.open("/other"));</script>';
const asked: string[] = [];
let server: Server;
let reader: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const isWorker = request.url === '/sw.js';
    response.setHeader('Content-Type', isWorker ? 'text/javascript' : 'text/html');
    response.end(isWorker ? worker : request.url === '/opens' ? opens : '<title>ours</title>');
  }).listen(3000, '127.0.0.1');
  reader = createServer((_, response) => {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.end('reader');
  }).listen(3111, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(reader, 'listening')]);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  reader.close();
});

const visible = visiblePolicy();

let program: PolicedChromium;
let profile: string;
let browser: BrowserContext;

/** Not in the isolated contexts of Playwright, which are incognito: a kiosk's is an ordinary one. */
const start = async (policy: Policy): Promise<void> => {
  program = policedChromium(policy);
  profile = mkdtempSync(join(tmpdir(), 'kazasu-profile-'));
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: program.path,
    args: ['--no-sandbox'],
    // Playwright lets pages open windows.
    ignoreDefaultArgs: ['--disable-popup-blocking'],
  });
};
const end = async (): Promise<void> => {
  await browser.close();
  program.remove();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
};

test('Chromium knows every policy, and none has been given up', async () => {
  const seen = visible.URLBlocklist.filter((url) => !url.startsWith('chrome'));
  await start({ ...visible, URLBlocklist: seen });
  const page = await browser.newPage();
  await page.goto('chrome://policy');
  // One row for each policy that is set, in the shadow of the page's own elements.
  await expect.poll(() => page.locator('policy-row').count(), { timeout: 10_000 }).toBeGreaterThan(100);
  const rows = await page.locator('policy-row').evaluateAll((elements) =>
    elements.map(({ shadowRoot }) => {
      const text = (selector: string): string => shadowRoot?.querySelector(selector)?.textContent?.trim() ?? '';
      return {
        name: text('.policy.row .name'),
        level: text('.policy.row .level'),
        status: text('.policy.row .messages'),
      };
    }),
  );
  const set = rows.filter(({ level }) => level !== '');
  expect(set.filter(({ status }) => status !== 'OK')).toEqual([]);
  expect(set.map(({ name }) => name).toSorted()).toEqual(Object.keys(visible).toSorted());
  await end();
});

describe('on a kiosk', () => {
  let page: Page;
  beforeAll(() => start(visible));
  afterAll(end);
  beforeEach(async () => {
    page = await browser.newPage();
    await page.goto(origin);
  });
  afterEach(() => page.close());

  test.each([
    'chrome://crash',
    'chrome://downloads',
    'chrome://flags',
    'chrome://history',
    'chrome://policy',
    'chrome://quit',
    'chrome://restart',
    'chrome://settings',
    'data:text/html,<h1>data</h1>',
    'devtools://devtools/bundled/inspector.html',
    'file:///etc/passwd',
    'ftp://127.0.0.1/',
    'http://127.0.0.1:3111/',
    'http://localhost:3000/',
    'https://example.com/',
    'mailto:somebody@example.com',
    'tel:117',
    'view-source:http://127.0.0.1:3000/',
  ])('%s leads nowhere', async (url) => {
    const said = await page.goto(url, { timeout: 3_000 }).then(
      (response) => `opened: ${response?.url()} ${page.url()}`,
      (error: Error) => error.message,
    );
    expect(said).toMatch(/ERR_BLOCKED_BY_ADMINISTRATOR|ERR_ABORTED|Timeout/);
    expect(page.url()).toMatch(/^(http:\/\/127\.0\.0\.1:3000\/|chrome-error:.*)$/);
  });

  test('our page opens, and has what it needs: its own storage, its worker, the reader on another port', async () => {
    expect(await page.title()).toBe('ours');
    expect(
      await page.evaluate(async () => {
        localStorage.setItem('a', '1');
        const { active } = await navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready);
        const answer = await fetch('http://127.0.0.1:3111/').then((response) => response.text());
        return [localStorage.getItem('a'), active === null, answer];
      }),
    ).toEqual(['1', false, 'reader']);
  });

  test('a script opens no window by itself', async () => {
    await page.goto(`${origin}/opens`);
    expect(await page.title()).toBe('null');
  });

  test('a script has no file and no device, and saves nothing', async () => {
    // Playwright takes downloads into its own hands; given back, they are Chromium's, which asks the policy.
    const session = await browser.newCDPSession(page);
    await session.send('Browser.setDownloadBehavior', { behavior: 'default', eventsEnabled: true });
    const { promise: state, resolve } = Promise.withResolvers<string>();
    session.on('Browser.downloadProgress', ({ state }) => state !== 'inProgress' && resolve(state));
    let choosers = 0;
    page.on('filechooser', () => {
      choosers += 1;
    });
    const found = await page.evaluate(async () => {
      const link = Object.assign(document.createElement('a'), { href: '/file', download: 'file' });
      const input = Object.assign(document.createElement('input'), { type: 'file' });
      document.body.append(link, input);
      link.click();
      const state = async (name: string): Promise<string> =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      return {
        states: await Promise.all(
          ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read'].map(state),
        ),
      };
    });
    expect(found).toEqual({ states: Array(5).fill('denied') });
    expect([await state, choosers]).toEqual(['canceled', 0]);
  });
});

test('with the whole policy nobody can look inside by a debugging port', async () => {
  program = policedChromium(kioskPolicy());
  profile = mkdtempSync(join(tmpdir(), 'kazasu-profile-'));
  asked.length = 0;
  const flags = ['--no-sandbox', '--headless=new', `--user-data-dir=${profile}`, '--remote-debugging-port=9333'];
  const child = spawn(program.path, [...flags, `${origin}/debugged`], { stdio: 'ignore', detached: true });
  const exited = once(child, 'exit');
  try {
    await expect.poll(() => asked, { timeout: 15_000 }).toContain('/debugged');
    await expect(fetch('http://127.0.0.1:9333/json/version')).rejects.toThrow();
    expect(existsSync(join(profile, 'DevToolsActivePort'))).toBe(false);
  } finally {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await exited;
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 });
  }
});

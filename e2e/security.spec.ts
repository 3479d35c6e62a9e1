import { get } from 'node:http';
import { expect } from '@playwright/test';
import { test } from './kiosk-fixture.ts';
import { pressEverything } from './walk.ts';

const locales = ['ja', 'ja-easy', 'en'];
const pages = ['', '/card', '/guide', '/phone', '/pins', '/practice-card', '/staff/sources'];

const policyOf = (headers: Record<string, string>): Map<string, string> =>
  new Map(
    (headers['content-security-policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')] as const;
    }),
  );

test.describe('every response keeps to itself', () => {
  for (const path of [
    '/ja',
    '/ja-easy/card',
    '/en/guide',
    '/ja/phone',
    '/ja/pins',
    '/ja/staff/sources',
    '/en/practice-card',
    '/',
    '/ja/',
    '/api/reader',
    '/api/place',
    '/api/nothing',
    '/manifest.webmanifest',
    '/sw.js',
    '/ja/nothing',
    '/nothing.txt',
    '/_next/static/nothing.js',
    '/_next/image?url=%2Fa.png&w=64&q=75',
    '/%',
  ]) {
    test(`GET ${path}`, async ({ kiosk, request }) => {
      const response = await request.get(`${kiosk.origin}${path}`, { maxRedirects: 0 });
      const headers = response.headers();
      expect(headers).toMatchObject({
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['permissions-policy']).toContain('usb=()');
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('set-cookie');
      const policy = policyOf(headers);
      expect(policy.get('default-src')).toBe(`'none'`);
      expect(policy.get('script-src')).not.toContain('unsafe');
      expect(policy.get('style-src')).toBe(`'self'`);
      expect(policy.get('worker-src')).toBe(`'self'`);
      expect(policy.get('frame-ancestors')).toBe(`'none'`);
      expect(policy.get('require-trusted-types-for')).toBe(`'script'`);
    });
  }

  test('pages and settings are never stored, files of the build are', async ({ kiosk, page, request }) => {
    for (const path of ['/ja', '/api/reader', '/api/place', '/sw.js', '/ja/nothing']) {
      const response = await request.get(`${kiosk.origin}${path}`);
      expect(response.headers()['cache-control']).toContain('no-store');
    }
    await page.goto('/ja');
    const script = await page.locator('script[src]').first().getAttribute('src');
    const file = await request.get(`${kiosk.origin}${script}`);
    expect(file.status()).toBe(200);
    expect(file.headers()['cache-control']).toContain('immutable');
    expect(file.headers()['x-content-type-options']).toBe('nosniff');
  });
});

test.describe('who is answered', () => {
  const statusFor = (origin: string, path: string, host: string, method = 'GET'): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(origin);
      const headers = { Host: host, 'Sec-Fetch-Site': 'same-origin' };
      get({ hostname, port, path, method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).on('error', reject);
    });

  test('a request to any other host gets nothing, whatever it asks for', async ({ kiosk }) => {
    const { port } = new URL(kiosk.origin);
    const hosts = ['evil.example', `evil.example:${port}`, '127.0.0.1', `0.0.0.0:${port}`, `[::1]:${port}`];
    for (const host of hosts) {
      for (const path of ['/ja', '/ja/', '/api/reader', '/_next/static/x.js', '/%']) {
        expect(await statusFor(kiosk.origin, path, host), `${host} ${path}`).toBe(421);
      }
    }
  });

  test('nothing can be sent', async ({ kiosk }) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
      for (const path of ['/ja', '/api/reader']) {
        expect(await statusFor(kiosk.origin, path, new URL(kiosk.origin).host, method), `${method} ${path}`).toBe(405);
      }
    }
  });

  test('who types localhost arrives at the address that the reader answers to', async ({ kiosk, page }) => {
    const { port } = new URL(kiosk.origin);
    const { status, location } = await new Promise<{ status: unknown; location: unknown }>((resolve, reject) => {
      get({ hostname: '127.0.0.1', port, path: '/en/card?x=1', headers: { Host: `localhost:${port}` } }, (response) => {
        response.resume();
        resolve({ status: response.statusCode, location: response.headers.location });
      }).on('error', reject);
    });
    expect(status).toBe(307);
    await page.goto(String(location));
    expect(page.url()).toBe(`${kiosk.origin}/en/card?x=1`);
  });

  test('the reader is told to our own pages only', async ({ kiosk, page, request }) => {
    expect((await request.get(`${kiosk.origin}/api/reader`)).status()).toBe(403);
    await page.goto('/ja');
    const settings = await page.evaluate(async () => (await fetch('/api/reader')).json());
    expect(settings).toEqual({ kind: 'practice', scenario: 'all-fine' });
  });
});

test.describe('what a page can do', () => {
  test('a kiosk’s window is never called by an address, which the X server would keep, in another language either', async ({
    page,
    kiosk,
  }) => {
    await page.goto(`${kiosk.origin}/ja/pins`);
    await expect(page.locator('title')).toHaveCount(2);
    await page.evaluate(() => {
      const titles = [document.title];
      Object.assign(window, { titles });
      new MutationObserver(() => {
        if (titles.at(-1) !== document.title) titles.push(document.title);
      }).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveTitle(/^PINs and errors/);
    const titles = await page.evaluate(() => (window as unknown as { titles: string[] }).titles);
    expect(titles.length).toBeGreaterThan(1);
    expect(titles).not.toContain('');
  });

  test('it is cross-origin isolated', async ({ page }) => {
    await page.goto('/ja');
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  });

  test('every language has a page for what is not there, with a policy of its own', async ({ page }) => {
    for (const locale of locales) {
      const response = await page.goto(`/${locale}/nothing`);
      expect(response?.status()).toBe(404);
      await expect(page.locator(`[data-locale="${locale}"] h1`)).toBeVisible();
    }
  });
});

for (const locale of locales) {
  test(`a walk through every page in ${locale} asks no other host and breaks no rule of its policy`, async ({
    page,
  }) => {
    test.slow();
    for (const path of pages) {
      await page.goto(`/${locale}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    const pressed = await pressEverything(page, `/${locale}`);
    expect(pressed.length, pressed.join('\n')).toBeGreaterThan(15);
  });
}

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type RunningKiosk, startKiosk } from '../cli/testing/running-kiosk.ts';
import { keepIdentity, makeKeys } from '../lib/helpdesk/link/identity.ts';
import { keeperDoor } from '../lib/kiosk/keeper/http.ts';
import type { MachineState } from '../lib/kiosk/machine.ts';
import { advice, answer, expectToSay, locales, words } from './answers.ts';
import { nothingFound, watch } from './findings.ts';
import { test as base } from './kiosk-fixture.ts';
import { firstCode, registerFirst } from './office-fixture.ts';
import { readerSays, reported, worstReport } from './scripted-reader.ts';
import { openPins } from './walk.ts';

/** Milliseconds that the hub's clock is ahead of the kiosk's. */
const aheadMs = 10 * 60_000;

/** What a kiosk is told by a hub whose clock shows another time, and what it says of itself. */
interface OtherClock {
  readonly statuses: unknown[];
  readonly server: Server;
  readonly kiosk: RunningKiosk;
}

const hubWithOtherClock = (statuses: unknown[]): Server =>
  createServer(async (request, response) => {
    response.setHeader('Date', new Date(Date.now() + aheadMs).toUTCString());
    const body = Buffer.concat(await request.toArray()).toString();
    if (request.url === '/api/hub/status') statuses.push(JSON.parse(body));
    response.writeHead(request.method === 'POST' ? 204 : 503).end();
  });

const test = base.extend<object, { hub: OtherClock }>({
  hub: [
    async ({ kioskArguments }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'kazasu-clock-'));
      const statuses: unknown[] = [];
      const server = hubWithOtherClock(statuses).listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      const hub = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
      const id = '0b6cf5d3-8f0e-4f0b-9a52-6d2b4c1f7a10';
      keepIdentity(folder, { kiosk: id, hub, privateKey: makeKeys().privateKey });
      const kiosk = await startKiosk([...kioskArguments, '--data', folder, '--hub', hub]);
      await use({ statuses, server, kiosk });
      await kiosk.stop();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  kiosk: [({ hub }, use) => use(hub.kiosk), { scope: 'worker', timeout: 180_000 }],
});

const answers = [
  ['errand', 'child-allowance'],
  ['card', 'lost'],
] as const;

for (const locale of locales) {
  test(`a clock that the hub calls wrong is said beside the dates, and the advice goes on: ${locale}`, async ({
    page,
  }) => {
    await page.goto(`/${locale}/guide`);
    await answer(page, locale, answers);
    const note = page.locator('.clock-note');
    await note.first().waitFor();
    await expectToSay(note.first(), words(locale, 'Clock.doubtful'));
    await page.locator('.calendar-day').nth(9).click();
    await expect(advice(page).locator('.advice-best .route-done')).toBeVisible();
    await expectToSay(advice(page).locator('.advice-best .clock-note'), words(locale, 'Clock.doubtful'));
    await page.locator('.advice-fold > summary').first().click();
    await expectToSay(page.locator('.other-ways .clock-note'), words(locale, 'Clock.doubtful'));
    // The slip says so, too.
    await expectToSay(page.locator('.printed .clock-note'), words(locale, 'Clock.doubtful'));
  });
}

for (const locale of locales) {
  test(`and beside the last day of a certificate, on one screen: ${locale}`, async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, reported(worstReport));
    await page.goto(`/${locale}/card`);
    const note = page.locator('.report-certificates .clock-note');
    await note.waitFor();
    await expectToSay(note, words(locale, 'Clock.doubtful'));
    for (const [width, height] of [
      [1080, 1920],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      const over = () => page.locator('.frame-main').evaluate((frame) => frame.scrollHeight - frame.clientHeight);
      await expect.poll(over, { message: `${width} × ${height}` }).toBe(0);
    }
  });
}

test('and where a store is judged by today', async ({ page }) => {
  await openPins(page, 'ja', 'store-no');
  await expectToSay(page.locator('main .clock-note'), words('ja', 'Clock.doubtful'));
});

test('the kiosk tells its hub, by how much', async ({ hub }) => {
  await expect.poll(() => hub.statuses.at(-1), { timeout: 30_000 }).toMatchObject({ clock: 'doubtful' });
  const { clockSkewMs } = hub.statuses.at(-1) as { clockSkewMs: number };
  expect(Math.abs(clockSkewMs + aheadMs)).toBeLessThan(2_000);
});

/** Below those that a system gives away by itself, of which the kiosk takes one. */
const keeperPort = 3199;
const kept = base.extend<object, object>({
  kiosk: [
    async ({ kioskArguments }, use) => {
      const kiosk = await startKiosk([...kioskArguments, '--keeper', String(keeperPort)]);
      const last: MachineState = { printer: 'none', clock: 'doubtful' };
      const door = keeperDoor({
        origin: kiosk.origin,
        hear: () => undefined,
        lastOffice: () => undefined,
        lastMachine: () => JSON.stringify(last),
      }).listen(keeperPort, '127.0.0.1');
      await once(door, 'listening');
      await use(kiosk);
      await kiosk.stop();
      door.closeAllConnections();
      door.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

kept('a page that opens while the server is away hears from the keeper how the clock is', async ({ page }) => {
  await page.route('**/api/desk/machine', (route) => route.abort());
  await page.goto('/ja/guide');
  await answer(page, 'ja', answers);
  await expectToSay(page.locator('.clock-note').first(), words('ja', 'Clock.doubtful'));
  // Once the server says otherwise, that holds.
  await page.unroute('**/api/desk/machine');
  await expect(page.locator('.clock-note')).toHaveCount(0, { timeout: 30_000 });
});

base(
  'without a hub, a console whose clock differs marks the dates and says so, until both agree',
  async ({ page, browser, kiosk }) => {
    base.setTimeout(120_000);
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    const findings = watch(context, kiosk.origin);
    const desk = await context.newPage();
    // Timers go on; what differs is the day's time. Once it is set, somebody seems to have been away for long.
    await desk.clock.setFixedTime(Date.now() - 50 * 60_000);
    await page.goto('/ja/guide');
    await answer(page, 'ja', answers);
    await page.locator('.calendar-day').first().waitFor();
    await expect(page.locator('.clock-note')).toHaveCount(0);

    await registerFirst(desk, { console: kiosk.origin, code: await firstCode(kiosk) });
    await desk.locator('.desk-notices .desk-notice').waitFor();
    await expectToSay(desk.locator('.desk-notices'), words('ja', 'StaffQueue.clockDoubtful'));
    await page.locator('.clock-note').first().waitFor();
    await expectToSay(page.locator('.clock-note').first(), words('ja', 'Clock.doubtful'));
    await desk.goto(`${kiosk.origin}/ja/staff/fleet`);
    const row = desk.getByRole('row').nth(1);
    await expect(row).toContainText(words('ja', 'KioskAlarms.clockWrong'), { timeout: 40_000 });
    await expect(row).toContainText(/機器より5\d分進んでいます/);

    // Somebody has set it: nothing else has to be done.
    await desk.goto(`${kiosk.origin}/ja/staff`);
    await desk.locator('.desk-notices .desk-notice').waitFor();
    await desk.clock.setFixedTime(Date.now());
    await expect(desk.locator('.desk-notices')).toBeEmpty({ timeout: 40_000 });
    await page.goto('/ja/guide');
    const said = page.waitForResponse('**/api/desk/machine');
    await answer(page, 'ja', answers);
    expect(await (await said).json()).toEqual({ printer: 'none', clock: 'right' });
    expect(findings).toEqual(nothingFound);
    await context.close();
  },
);

base('a clock that is right is not spoken of', async ({ page }) => {
  await page.goto('/ja/guide');
  await answer(page, 'ja', answers);
  const said = page.waitForResponse('**/api/desk/machine');
  await page.locator('.calendar-day').nth(9).click();
  expect(await (await said).json()).toEqual({ printer: 'none', clock: 'right' });
  await expect(advice(page).locator('.advice-best .route-done')).toBeVisible();
  await expect(page.locator('.clock-note')).toHaveCount(0);
});

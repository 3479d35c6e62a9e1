import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { type RunningKiosk, startHub, startKiosk } from '../cli/testing/running-kiosk.ts';
import { enrolKiosk } from '../lib/helpdesk/link/enrol.ts';
import { makeCode } from '../lib/helpdesk/store/enrolment.ts';
import { fleetOf } from '../lib/helpdesk/store/fleet.ts';
import { openStore, type Store } from '../lib/helpdesk/store/open.ts';
import { expectToSay, named, words } from './answers.ts';
import { test as base } from './kiosk-fixture.ts';

interface Hub {
  readonly store: Store;
  stop(): Promise<unknown>;
  /** At the same address. */
  startAgain(): Promise<void>;
}

/** A hub and a kiosk of it, as an office starts them. */
const test = base.extend<object, { hub: Hub & { readonly kiosk: RunningKiosk } }>({
  hub: [
    async ({ kioskArguments }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'kazasu-hub-'));
      const hubData = join(folder, 'hub');
      let running = await startHub(['--data', hubData]);
      const { origin } = running;
      const store = await openStore({ kind: 'sqlite', file: join(hubData, 'desk.db') });
      const { code } = await makeCode(store, { name: '入口', minutes: 10 }, Date.now());
      const kioskData = join(folder, 'kiosk');
      expect(await enrolKiosk(origin, code, kioskData)).toBe('enrolled');
      const kiosk = await startKiosk([...kioskArguments, '--data', kioskData, '--hub', origin]);
      await use({
        store,
        kiosk,
        stop: () => running.stop(),
        startAgain: async () => {
          running = await startHub(['--data', hubData, '--port', new URL(origin).port]);
        },
      });
      await Promise.all([kiosk.stop(), running.stop()]);
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  kiosk: [({ hub }, use) => use(hub.kiosk), { scope: 'worker', timeout: 180_000 }],
});

test.describe.configure({ mode: 'serial', timeout: 120_000 });

const button = (page: Page): Locator => page.locator('.action-help');
const sheet = (page: Page): Locator => page.locator('dialog[open].help-sheet');
const title = (page: Page): Locator => sheet(page).getByRole('heading', { level: 2 });
const sheetButton = (page: Page, path: string): Locator =>
  sheet(page).getByRole('button', { name: named(words('ja', path)) });

/** Nobody is at a console in these tests, which is said after a while. */
const expectToWait = (page: Page): Promise<void> =>
  expect(title(page)).toHaveAccessibleName(
    new RegExp(['calling', 'nobody'].map((phase) => words('ja', `HelpCall.${phase}.title`)).join('|')),
    { timeout: 30_000 },
  );

const calls = ({ store }: Hub) => store.db.selectFrom('call').selectAll().orderBy('asked_at').execute();

test('a call goes to the hub, and the board knows the kiosk', async ({ page, hub }) => {
  await page.goto('/ja');
  await button(page).click();
  await sheetButton(page, 'HelpCall.reasons.pin').click();
  await expectToSay(title(page), words('ja', 'HelpCall.calling.title'));
  await expect.poll(async () => (await calls(hub)).map(({ state }) => state)).toEqual(['waiting']);
  await expect
    .poll(async () => (await fleetOf(hub.store, Date.now())).kiosks, { timeout: 30_000 })
    .toMatchObject([{ name: '入口', local: false, alarms: [], status: { power: 'on', reader: 'practice' } }]);
  await sheetButton(page, 'HelpCall.cancel').click();
  await expect.poll(async () => (await calls(hub)).map(({ state }) => state)).toEqual(['gone']);
});

test('while the hub is away a visitor is told that staff cannot be called, and everything else goes on; then what is owed arrives', async ({
  page,
  hub,
}) => {
  await hub.stop();
  await page.goto('/ja');
  await button(page).click();
  await expectToSay(title(page), words('ja', 'HelpCall.away.title'));
  await page.keyboard.press('Escape');
  // Everything else is the kiosk's own.
  await page.goto('/ja/guide');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('/ja/practice-card');
  await page.locator('.practice-button').click();
  await page.locator('[data-screen="report"]').waitFor();
  await hub.startAgain();
  await page.goto('/ja');
  await button(page).click();
  await expect(sheetButton(page, 'HelpCall.reasons.card')).toBeVisible({ timeout: 30_000 });
  await sheetButton(page, 'HelpCall.reasons.card').click();
  await expectToSay(title(page), words('ja', 'HelpCall.calling.title'));
  await expect
    .poll(async () => (await calls(hub)).map(({ reason, state }) => [reason, state]))
    .toEqual([
      ['pin', 'gone'],
      ['card', 'waiting'],
    ]);
});

test('a hub that goes away while somebody waits: they are told, and the call is still theirs when it is back', async ({
  page,
  hub,
}) => {
  // The page was loaded anew; who waits at this kiosk still does.
  await page.goto('/ja');
  await button(page).click();
  await expectToWait(page);
  await hub.stop();
  await expectToSay(title(page), words('ja', 'HelpCall.away.title'));
  await hub.startAgain();
  await expectToWait(page);
  expect((await calls(hub)).map(({ reason, state }) => [reason, state])).toEqual([
    ['pin', 'gone'],
    ['card', 'waiting'],
  ]);
});

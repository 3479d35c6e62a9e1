/** The whole way: a card on a virtual reader, the real PC/SC service, the reader process, the screen. */
import { expect, type Page } from '@playwright/test';
import { createSimulatedCard, type Faults, type SimulatedCard } from '../lib/reader/simulated/card.ts';
import { type Pcscd, startPcscd } from '../lib/reader/simulated/pcscd.ts';
import { type ScenarioName, scenario } from '../lib/reader/simulated/scenarios.ts';
import { type InsertedCard, insertIntoVpcd } from '../lib/reader/simulated/vpcd.ts';
import { answer } from './answers.ts';
import { test } from './kiosk-fixture.ts';
import { expectHold, holdButton } from './practice-steps.ts';

test.use({ kioskArguments: [] });

let pcscd: Pcscd;
let inserted: InsertedCard | null = null;

test.beforeEach(async () => {
  pcscd = await startPcscd({ reader: 'virtual' });
});
test.afterEach(async () => {
  await inserted?.remove();
  inserted = null;
  await pcscd.stop();
});

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const screen = (page: Page) => page.locator('[data-screen]');

const put = async (name: ScenarioName, faults: Faults = {}): Promise<SimulatedCard> => {
  const card = createSimulatedCard(scenario(name, new Date()), { faults: { latencyMs: 20, ...faults } });
  inserted = await insertIntoVpcd(card, { port: pcscd.vpcdPort });
  return card;
};

test('a card put on the reader is reported from the start screen, and the screen says when to take it away', async ({
  page,
}) => {
  const counted: string[] = [];
  page.on('request', (request) => {
    const body = request.postData() ?? '';
    if (body.includes('"kind":"visit"')) counted.push(body);
  });
  await page.goto('/ja');
  await expect(page.getByRole('link', { name: /^カードを読む/ })).toBeVisible();
  const card = await put('signature-locked');
  await expect(heading(page)).toHaveText('署名用のパスワードがロックされています');
  await expect(page.getByText('読み取りが終わりました。カードを外してください。').first()).toBeVisible();
  await inserted?.remove();
  await expect(page.getByText('カードをお持ちください。').first()).toBeVisible();
  await page.getByRole('button', { name: 'おわる' }).tap();
  await expect(heading(page)).toHaveText('ありがとうございました');
  await page.getByRole('button', { name: 'おわる' }).tap();
  await expect(page).toHaveURL(/\/ja$/);
  await expect.poll(() => counted.length).toBe(1);
  expect(JSON.parse(counted[0] ?? '')).toMatchObject({ reads: 1, lastStep: 'card:thanks' });
  expect(card.transcript.every(({ ins, lc }) => [0xa4, 0xb0].includes(ins) || (ins === 0x20 && lc === 0))).toBe(true);
});

test('a card lifted at the beep is named, and reading goes on by itself when it is back', async ({ page }) => {
  await page.goto('/ja/card');
  await expect(screen(page)).toHaveAttribute('data-screen', 'ready');
  await put('all-fine', { removeInside: 3 });
  await expect(heading(page)).toHaveText('読み取りの途中で、カードが離れました');
  await put('all-fine');
  await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
});

test('a card closes the sheet for a call, which does not come back over what the card says', async ({ page }) => {
  await page.goto('/ja');
  await page.locator('.action-help').tap();
  await expect(page.locator('dialog[open].help-sheet')).toBeVisible();
  await put('all-fine');
  await expect(page.locator('[data-screen="report"]')).toBeVisible();
  await expect(page.locator('dialog[open].help-sheet')).toHaveCount(0);
  await expect(page.getByText('読み取りが終わりました。カードを外してください。').first()).toBeVisible();
});

test('the card of the next visitor, put down while the one before is still thanked, finds nothing of that one', async ({
  page,
}) => {
  await page.goto('/ja/guide');
  await answer(page, 'ja', [['errand', 'passport']]);
  await page.getByRole('link', { name: 'English' }).tap();
  await expect(page).toHaveURL(/\/en\/guide$/);
  await put('all-fine');
  await expect(page.locator('[data-screen="report"]')).toBeVisible();
  await inserted?.remove();
  await page.getByRole('button', { name: 'Finish', exact: true }).tap();
  await expect(screen(page)).toHaveAttribute('data-screen', 'thanks');
  await put('signature-locked');
  await expect(heading(page)).toHaveText('署名用のパスワードがロックされています');
  await expect(page).toHaveURL(/\/ja\/card$/);
  await inserted?.remove();
  await page.getByRole('button', { name: 'おわる', exact: true }).tap();
  await page.getByRole('button', { name: 'おわる', exact: true }).tap();
  await page.locator('a[href="/ja/guide"]').tap();
  await expect(page.locator('[data-question]')).toHaveAttribute('data-question', 'errand');
});

test('taken at the beep and then held three times: the early lift is named, the times are the true ones, and it is learned', async ({
  page,
}) => {
  test.setTimeout(90_000);
  await page.goto('/ja/practice');
  await page.getByRole('button', { name: /^カードを当て続ける/ }).tap();
  await expect(heading(page)).toHaveText('カードを置いてください');
  /** Holds until the screen says what it says. @returns the least and the most that it can have been since the sound, in seconds */
  const hold = async (until: string) => {
    const putAt = performance.now();
    const card = await put('all-fine');
    await page.locator(':is([data-hold-state="found"], [data-hold-state="working"])').waitFor();
    const seenAt = performance.now();
    await expectHold(page, until);
    const least = (performance.now() - seenAt) / 1_000;
    await inserted?.remove();
    return { least, most: (performance.now() - putAt) / 1_000, card };
  };
  const saidSeconds = async (): Promise<number> =>
    Number(/([\d.]+)秒/.exec((await page.locator('.stage-lead').textContent()) ?? '')?.[1]);
  /** What the screen says is rounded; the 50 ms are measured in hold.pcscd.test.ts. */
  const expectSaid = async ({ least, most }: { readonly least: number; readonly most: number }): Promise<void> => {
    const said = await saidSeconds();
    expect(said).toBeGreaterThanOrEqual(least - 0.1);
    expect(said).toBeLessThanOrEqual(most + 0.1);
  };

  const early = await hold('working');
  await expectHold(page, 'lifted');
  await expectSaid(early);
  await holdButton(page).tap();
  for (const turn of [1, 2, 3]) {
    const held = await hold('done');
    await expectHold(page, 'held');
    if (turn < 3) {
      await expectSaid(held);
      await holdButton(page).tap();
    }
    // Nothing of the card was read.
    expect(held.card.transcript.every(({ ins }) => ins === 0xa4)).toBe(true);
  }
  await expect(heading(page)).toHaveText('できるようになりました');
});

test('the service stopped and killed ten times in a row: the screen says what is wrong and recovers by itself', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('/ja/card');
  await expect(screen(page)).toHaveAttribute('data-screen', 'ready');
  for (let round = 0; round < 10; round++) {
    if (round % 2 === 0) {
      pcscd.suspend();
      await expect(heading(page)).toHaveText('読み取りのサービスから返事がありません');
      pcscd.resume();
    } else {
      await pcscd.kill9();
      await expect(heading(page)).toHaveText('読み取りのサービスが止まりました');
      pcscd = await startPcscd({ reader: 'virtual' });
    }
    await expect(screen(page)).toHaveAttribute('data-screen', 'ready');
  }
  await put('all-fine');
  await expect(heading(page)).toHaveText('気になるところは見つかりませんでした');
});

import { expect, type Page } from '@playwright/test';
import type { StaffCall } from '../lib/helpdesk/wire.ts';
import { locales, words } from './answers.ts';
import { axeFindings } from './axe.ts';
import { aCall, clerk, type FakeDesk, fakeDesk } from './fake-desk.ts';
import { test } from './kiosk-fixture.ts';

test.beforeEach(() => test.skip(test.info().project.name !== 'kiosk-landscape', 'a desk has one screen'));
test.use({ viewport: { width: 1366, height: 768 }, contextOptions: { reducedMotion: 'reduce' } });

const id = (number: number): string => `00000000-0000-4000-8000-00000000000${number}`;
const me = { id: clerk.id, name: clerk.name };
const locked: StaffCall['case'] = {
  language: 'ja',
  step: 'guide:pin.signature',
  facts: {
    errand: { value: 'child-allowance', evidence: 'said' },
    'pin.signature': { value: 'locked', evidence: 'measured' },
    'triesLeft.signature': { value: 0, evidence: 'measured' },
    'triesLeft.authentication': { value: 1, evidence: 'measured' },
  },
  error: 'cardRemoved',
  elapsedS: 312,
};

const first = aCall(id(1), { askedAt: Date.now() - 95_000, case: { ...locked, error: null } });
const second = aCall(id(2), { reason: 'phone', askedAt: Date.now() - 4_000 });
/** In a language that this clerk does not speak, just now. */
const foreign = (): StaffCall =>
  aCall(id(3), { askedAt: Date.now(), case: { ...locked, language: 'en', error: null } });
const claimed = (call: StaffCall, by = me): StaffCall => ({
  ...call,
  state: 'claimed',
  claimedBy: by,
  claimedAt: Date.now(),
});

const open = async (page: Page, calls: readonly StaffCall[], locale = 'ja'): Promise<FakeDesk> => {
  const desk = await fakeDesk(page, calls);
  await page.goto(`/${locale}/staff`);
  await page.locator('.desk-head[data-link="open"]').waitFor();
  return desk;
};

/** Strikes a letter when there is the button that it presses. */
const strike = async (page: Page, letter: string): Promise<void> => {
  await page.locator(`.desk [aria-keyshortcuts="${letter}"]`).waitFor();
  await page.keyboard.press(letter);
};

const item = (page: Page, call: StaffCall) => page.locator(`[data-call="${call.id}"]`);

test('whoever is not signed in is led to where one signs in, and sees nothing of a call', async ({ page }) => {
  const desk = await fakeDesk(page, [first]);
  desk.member = null;
  await page.goto('/ja/staff');
  await expect(page).toHaveURL(/\/ja\/staff\/sign-in\?next=%2Fja%2Fstaff$/);
  await expect(page.getByText(first.kiosk.name)).toHaveCount(0);
});

test('the queue says who waits, where, how long, in what language, at which step, and what it is about', async ({
  page,
}) => {
  const english = foreign();
  await open(page, [first, english]);
  await expect(item(page, first)).toContainText('1番');
  await expect(item(page, first)).toContainText('暗証番号のこと');
  await expect(item(page, first)).toContainText('質問：署名用のパスワード');
  await expect(item(page, first)).toContainText(/1分\d\d秒/);
  await expect(item(page, english)).toContainText('英語');
  await expect(item(page, english)).toHaveAttribute('data-state', 'waits');
});

test('a call is taken with one key, and the playbook opens at the page of its case', async ({ page }) => {
  const desk = await open(page, [first, second]);
  await strike(page, 'c');
  await expect
    .poll(() => desk.asked)
    .toEqual([{ method: 'POST', path: `/api/staff/calls/${first.id}/claim`, body: {} }]);
  await desk.tell(claimed(first));
  await expect(page.locator('[data-node="pin-locked-signature"]')).toBeVisible();
  await expect(page.locator('.case')).toContainText('ロック');
  await expect(page.locator('.case')).toContainText('あと1回');
});

test('arrows look at another call, and Enter takes the one that is shown', async ({ page }) => {
  const desk = await open(page, [first, second]);
  await expect(item(page, first)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(item(page, second)).toHaveAttribute('aria-current', 'true');
  await expect(item(page, second)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.asked.map(({ path }) => path)).toEqual([`/api/staff/calls/${second.id}/claim`]);
});

test('somebody else was quicker: that is said by name, and nothing else happens', async ({ page }) => {
  const desk = await open(page, [first]);
  desk.answers.set(`/api/staff/calls/${first.id}/claim`, {
    status: 409,
    body: { error: 'alreadyClaimed', by: '窓口5' },
  });
  await strike(page, 'c');
  await expect(page.locator('.desk-notices')).toContainText('窓口5さんが先に受けました。');
});

test('a page is shown on the visitor’s screen, and what they answered is seen', async ({ page }) => {
  const desk = await open(page, [claimed(first)]);
  await page.locator('[data-node="pin-locked-signature"]').waitFor();
  await strike(page, 's');
  await page.getByRole('dialog').getByRole('button', { name: '窓口で設定し直す' }).click();
  await expect
    .poll(() => desk.asked[0])
    .toMatchObject({
      path: `/api/staff/calls/${first.id}/prompts`,
      body: { content: { kind: 'show', page: 'pins:counter' } },
    });
  const content = { kind: 'show', page: 'pins:counter' } as const;
  await desk.tell({ ...claimed(first), prompts: [{ id: id(9), content, state: 'sent' }] });
  await expect(page.locator('.case-sent')).toContainText('返事を待っています');
  await desk.tell({ ...claimed(first), prompts: [{ id: id(9), content, state: 'declined' }] });
  await expect(page.locator('.case-sent')).toContainText('「いいえ」');
});

test('a sentence is chosen from a list; there is no field for a word', async ({ page }) => {
  const desk = await open(page, [claimed(first)]);
  await strike(page, 'm');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('ja', 'HelpSentences.coming-soon') })
    .click();
  await expect.poll(() => desk.asked[0]?.body).toMatchObject({ content: { kind: 'say', sentence: 'coming-soon' } });
  await expect(page.locator(':is(input:not([type="radio"]), textarea, select, [contenteditable])')).toHaveCount(0);
});

test('what changes on the visitor’s side is seen at once, and an error has a name and a code', async ({ page }) => {
  const desk = await open(page, [claimed(first)]);
  await desk.tell({ ...claimed(first), case: locked });
  await expect(page.locator('.case-error')).toContainText('読み取りの途中で、カードが離れました');
  await expect(page.locator('.case-error')).toContainText('cardRemoved');
  await strike(page, 'p');
  await expect(page.locator('[data-node="error-read"]')).toBeVisible();
});

test('a visitor who leaves is not looked for: the case says so', async ({ page }) => {
  const desk = await open(page, [claimed(first)]);
  await item(page, first).click();
  await desk.tell({ ...claimed(first), state: 'gone', endedAt: Date.now() });
  await expect(page.locator('.case-over')).toHaveText('来庁者が取り消したか、その場を離れました。');
});

test('the number of calls that ring is in the title, and goes when one is taken', async ({ page }) => {
  const desk = await open(page, [first]);
  await expect(page).toHaveTitle(/^\(1\) 呼び出し/);
  await desk.tell(claimed(first, { id: 'staff-2', name: '窓口5' }));
  await expect(page).toHaveTitle(/^呼び出し/);
  await expect(item(page, first)).toContainText('窓口5さんが対応中');
});

test('a call in another language rings for everybody after 20 seconds', async ({ page }) => {
  await page.clock.install();
  await open(page, [foreign()]);
  await expect(page).toHaveTitle(/^呼び出し/);
  await page.clock.fastForward(21_000);
  await expect(page).toHaveTitle(/^\(1\) 呼び出し/);
});

test('a broken connection is said plainly, and the queue is asked for anew when it is back', async ({ page }) => {
  const desk = await open(page, [first]);
  await desk.link(false);
  await expect(page.locator('.desk-notice[data-kind="down"]')).toContainText('接続が切れています。');
  desk.queue = { ...desk.queue, calls: [first, second] };
  await desk.link(true);
  await expect(item(page, second)).toBeVisible();
  await expect(page.locator('.desk-notice[data-kind="down"]')).toHaveCount(0);
});

test('the bell says that it is off until somebody switches it on', async ({ page }) => {
  await open(page, []);
  await expect(page.getByText('呼び出し音が切れています。')).toBeVisible();
  await strike(page, 'b');
  await expect(page.getByRole('switch', { name: /呼び出し音/ })).toHaveAttribute('aria-checked', 'true');
});

test('single keys can be switched off', async ({ page }) => {
  const desk = await open(page, [first]);
  await strike(page, '?');
  await page.getByRole('switch', { name: /1文字のキーを使う/ }).click();
  await page.getByRole('button', { name: 'とじる' }).click();
  await strike(page, 'c');
  await page.keyboard.press('2');
  await expect(page.locator('.desk-playbook[data-node="top"]')).toBeVisible();
  expect(desk.asked).toEqual([]);
});

test('after 15 minutes without a touch nothing of a call is on the screen', async ({ page }) => {
  await page.clock.install();
  const desk = await open(page, [first]);
  await page.clock.fastForward(15 * 60_000 + 10_000);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('操作がなかったため、ログアウトしました');
  await expect(page.getByText(first.kiosk.name)).toHaveCount(0);
  expect(desk.asked.map(({ path }) => path)).toEqual(['/api/auth/sign-out']);
});

test('a session that the server has ended leads back to where one signs in', async ({ page }) => {
  const desk = await open(page, [first]);
  desk.member = null;
  await strike(page, 'c');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ログインの期限が切れました');
  await page.getByRole('link', { name: 'ログインする' }).click();
  await expect(page).toHaveURL(/\/ja\/staff\/sign-in\?next=%2Fja%2Fstaff$/);
});

test('a slip for the next counter is made by taps, and opened by its code', async ({ page }) => {
  const desk = await open(page, [claimed(first)]);
  await page.locator('[data-node="pin-locked-signature"]').waitFor();
  desk.answers.set(`/api/staff/calls/${first.id}/hand-over`, { status: 200, body: { code: 'ACDE3467' } });
  await strike(page, 'o');
  await page.getByLabel('署名用のパスワードを設定し直す').check();
  await page.getByLabel('したい手続き：').uncheck();
  const content = {
    language: 'ja',
    facts: Object.fromEntries(Object.entries(locked.facts).filter(([name]) => name !== 'errand')),
    tried: ['read-card'],
    asked: ['reset-signature'],
    cardErrors: [],
    appErrors: [],
    pages: ['pin-locked-signature'],
  };
  desk.answers.set('/api/staff/hand-overs/ACDE3467', { status: 200, body: { content, madeAt: Date.now() } });
  await page.getByRole('button', { name: '票を作る' }).click();
  await expect(page.locator('.slip-code')).toHaveText('ACDE-3467');
  await expect(page.locator('.slip')).toContainText('署名用のパスワードを設定し直す');
  expect(desk.asked).toEqual([{ method: 'POST', path: `/api/staff/calls/${first.id}/hand-over`, body: content }]);
  await page.getByRole('link', { name: '別のコードを入れる' }).click();
  await page.getByLabel('票のコード（8文字）').fill('acde-3467');
  await page.keyboard.press('Enter');
  await expect(page.locator('.slip-code')).toHaveText('ACDE-3467');
});

test('on paper there is the slip and nothing around it', async ({ page }) => {
  const desk = await fakeDesk(page);
  const content = {
    language: 'ja',
    facts: {},
    tried: [],
    asked: ['consult'],
    cardErrors: [],
    appErrors: [],
    pages: [],
  };
  desk.answers.set('/api/staff/hand-overs/ACDE3467', { status: 200, body: { content, madeAt: Date.now() } });
  await page.goto('/ja/staff/hand-over#ACDE3467');
  await page.locator('.slip').waitFor();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.slip-code')).toBeVisible();
  for (const around of ['.office-header', '.staff-bar', '.hand-over-acts']) {
    await expect(page.locator(around)).toBeHidden();
  }
});

test('a card at a counter is read after the visitor has said yes, and what it told is gone at the end', async ({
  page,
}) => {
  await fakeDesk(page);
  await page.goto('/ja/staff/card');
  await page.getByRole('button', { name: '画面を来庁者に向けた' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('カードを読み取ってよろしいですか');
  await page.getByRole('button', { name: 'いいえ' }).click();
  await expect(page.getByText('カードは読んでいません。')).toBeVisible();
  await page.getByRole('button', { name: '画面を来庁者に向けた' }).click();
  await page.getByRole('button', { name: 'はい' }).click();
  await page.getByRole('button', { name: '練習用カードを置く' }).click();
  await expect(page.locator('[data-screen="report"]')).toContainText('あと5回');
  await page.getByRole('button', { name: '終える（画面から消す）' }).click();
  await expect(page.getByText('あと5回')).toHaveCount(0);
  await page.getByRole('button', { name: '画面を来庁者に向けた' }).click();
  await page.getByRole('button', { name: 'はい' }).click();
  await expect(page.getByText('あと5回')).toHaveCount(0);
});

const numbers = {
  day: '2026-11-26',
  visits: 184,
  outcomes: [
    { value: 'online', count: 71 },
    { value: 'post', count: null },
  ],
  languages: [],
  lastSteps: [{ value: 'guide:advice', count: 66 }],
  reads: 96,
  earlyLifts: null,
  meanSeconds: 214,
  calls: {
    asked: 42,
    reasons: [],
    ends: [{ value: 'abandoned', count: 5 }],
    waits: [{ value: '20', count: 14 }],
    p50S: 20,
    p90S: null,
  },
};

test('small counts are not told, in the picture as in the table', async ({ page }) => {
  const desk = await fakeDesk(page);
  desk.answers.set('/api/staff/numbers', { status: 200, body: numbers });
  await page.goto('/ja/staff/numbers');
  const chart = page.getByRole('region', { name: '利用の結果' });
  await expect(chart.locator('svg')).toContainText('5未満');
  await chart.getByText('表で見る').click();
  await expect(chart.getByRole('row').nth(2)).toHaveText('郵送の案内5未満');
  await expect(page.locator('.figures')).toContainText('12％');
  await expect(page.getByRole('link', { name: 'CSVで保存' })).toHaveAttribute(
    'href',
    /numbers\.csv\?day=\d{4}-\d\d-\d\d$/,
  );
});

const aStatus = {
  power: 'on',
  version: '0.1.0',
  reader: 'ready',
  printer: 'ok',
  lastVisitEndedMin: 3,
  clockSkewMs: 0,
  clock: 'right',
  outbox: 0,
  uptimeS: 9_000,
};
const aKiosk = (name: string, change: object = {}) => ({
  id: name,
  name,
  local: false,
  enrolledAt: 1,
  revokedAt: null,
  seenAt: Date.now() - 4_000,
  status: aStatus,
  alarms: [],
  ...change,
});

test('the board of kiosks says first what is wrong, and a new one gets a code that is shown once', async ({ page }) => {
  const desk = await fakeDesk(page);
  desk.member = { ...clerk, role: 'administrator' };
  const kiosks = [aKiosk('1階'), aKiosk('2階', { alarms: ['silent'], seenAt: Date.now() - 190_000 })];
  desk.answers.set('/api/staff/kiosks', { status: 200, body: { now: Date.now(), kiosks } });
  await page.goto('/ja/staff/fleet');
  await expect(page.getByRole('status').filter({ hasText: '1台に警報が出ています。' })).toBeVisible();
  await expect(page.getByRole('row').nth(1)).toContainText(/^2階応答がありません/);
  await expect(page.getByRole('row').nth(2)).toContainText(/^1階動いています使えます/);
  expect(await axeFindings(page, 'aaa')).toEqual([]);
  desk.answers.set('/api/staff/kiosks', { status: 200, body: { code: 'ABCD-EFGH-JKMN', endsAt: Date.now() } });
  await page.getByRole('button', { name: '端末を加える' }).click();
  await page.getByLabel('端末の名前').fill('支所');
  await page.getByRole('button', { name: 'コードを作る' }).click();
  await expect(page.locator('.fleet-code')).toHaveText('ABCD-EFGH-JKMN');
  expect(desk.asked).toEqual([{ method: 'POST', path: '/api/staff/kiosks', body: { name: '支所' } }]);
});

test('the board says of a clock what is known: a day that cannot be, or by how much it differs from which other one', async ({
  page,
}) => {
  const desk = await fakeDesk(page);
  desk.member = { ...clerk, role: 'administrator' };
  const clocks = [
    ['0階', { clockSkewMs: 0, clock: 'right' }, true, '合っています'],
    ['1階', { clockSkewMs: 0, clock: 'doubtful' }, true, '日付が正しくないようです'],
    ['2階', { clockSkewMs: null, clock: 'doubtful' }, true, '日付が正しくないようです'],
    ['3階', { clockSkewMs: 300_000, clock: 'doubtful' }, true, '職員用の画面の機器より5分進んでいます'],
    ['4階', { clockSkewMs: -300_000, clock: 'doubtful' }, false, '5分遅れています'],
  ] as const;
  const kiosks = clocks.map(([name, clock, local]) => aKiosk(name, { local, status: { ...aStatus, ...clock } }));
  desk.answers.set('/api/staff/kiosks', { status: 200, body: { now: Date.now(), kiosks } });
  await page.goto('/ja/staff/fleet');
  for (const [name, , , said] of clocks) {
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText(said);
  }
});

const overflow = (page: Page): Promise<{ x: number; y: number }> =>
  page.evaluate(() => ({
    x: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    y: Math.max(0, document.documentElement.scrollHeight - window.innerHeight),
  }));

for (const locale of locales) {
  test(`the queue and a case fit without scrolling the page, and nobody is shut out: ${locale}`, async ({ page }) => {
    test.setTimeout(120_000);
    const busy = Array.from({ length: 9 }, (_, at) =>
      aCall(id(at + 1), { case: locked, askedAt: Date.now() - at * 900 }),
    );
    await open(page, [claimed({ ...first, case: locked }), ...busy.slice(1)], locale);
    await page.locator('[data-node="error-read"]').waitFor();
    for (const [width, height] of [
      [1366, 768],
      [1920, 1080],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect.soft(await overflow(page), `${width} × ${height}`).toEqual({ x: 0, y: 0 });
    }
    expect.soft(await axeFindings(page, 'aaa')).toEqual([]);
    await page.locator('[data-sample="high"]').click();
    await page.locator('.surface[data-theme="high"]').waitFor();
    expect.soft(await axeFindings(page, 'aaa'), 'high contrast').toEqual([]);
  });

  test(`at four times the size nothing is cut off at the side: ${locale}`, async ({ page }) => {
    await page.setViewportSize({ width: 341, height: 700 });
    await open(page, [claimed(first), second], locale);
    expect(await overflow(page)).toMatchObject({ x: 0 });
  });

  test(`nobody is shut out of the other pages for staff: ${locale}`, async ({ page }) => {
    test.setTimeout(120_000);
    const desk = await fakeDesk(page, [claimed(first)]);
    desk.answers.set('/api/staff/numbers', { status: 200, body: numbers });
    for (const [path, there] of [
      ['numbers', '.charts'],
      ['hand-over', '.hand-over-open'],
      [`hand-over#for-${first.id}`, '.hand-over-maker'],
      ['card', '.playbook-do'],
    ] as const) {
      await page.goto('about:blank');
      await page.goto(`/${locale}/staff/${path}`);
      await page.locator(there).waitFor();
      expect.soft(await axeFindings(page, 'aaa'), path).toEqual([]);
      expect.soft(await overflow(page), path).toMatchObject({ x: 0 });
    }
  });
}

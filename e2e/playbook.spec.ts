import { expect, type Page } from '@playwright/test';
import { choicesOf, type NodeId, nodeIds, nodes, top, trailTo } from '../lib/playbook/tree.ts';
import { locales, named, words } from './answers.ts';
import { axeFindings } from './axe.ts';
import { test } from './kiosk-fixture.ts';

test.beforeEach(() => test.skip(test.info().project.name !== 'kiosk-landscape', 'a desk has one screen'));
test.use({ viewport: { width: 1366, height: 768 }, contextOptions: { reducedMotion: 'reduce' } });

const pageIds = nodeIds.filter((id) => nodes[id].kind === 'page');

/** The keys from the top to a node. */
const keysTo = (id: NodeId): readonly string[] => {
  const trail = trailTo(id);
  return trail.slice(1).map((each, at) => String(choicesOf(trail[at] ?? top).indexOf(each) + 1));
};

const node = (page: Page, id: NodeId) => page.locator(`main[data-node="${id}"]`);

const openPlaybook = async (page: Page, locale: string, id: NodeId = top): Promise<void> => {
  // The server shows the top whatever the address says: who sees another page sees one that answers to keys.
  await page.goto(`/${locale}/staff/playbook#${id === top ? 'locked' : id}`);
  await node(page, id === top ? 'locked' : id).waitFor();
  if (id !== top) return;
  await page.keyboard.press('Escape');
  await node(page, top).waitFor();
};

const scrolls = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight);

/** What a clerk has before them, without the readings above it. */
const sightOf = (page: Page) =>
  page.evaluate(() => {
    const headings = [...document.querySelectorAll('h1')];
    const copy = headings[0]?.cloneNode(true);
    if (copy instanceof Element) for (const reading of copy.querySelectorAll('rt')) reading.remove();
    return {
      node: document.querySelector('main')?.dataset.node,
      address: window.location.hash,
      headings: headings.length,
      title: copy?.textContent,
      hasFocus: document.activeElement === headings[0],
      fields: document.querySelectorAll('main :is(input, textarea, select, [contenteditable])').length,
    };
  });

for (const locale of locales) {
  test(`every page is at most four keys away and has one heading, which takes the focus: ${locale}`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await openPlaybook(page, locale);
    for (const id of pageIds) {
      const keys = keysTo(id);
      expect(keys.length).toBeLessThanOrEqual(4);
      for (const key of keys) await page.keyboard.press(key);
      const title = words(locale, `Playbook.titles.${id}`);
      const sight = { node: id, address: `#${id}`, headings: 1, title, hasFocus: true, fields: 0 };
      await expect.poll(() => sightOf(page), { intervals: [20, 50, 100] }).toEqual(sight);
      for (const _ of keys) await page.keyboard.press('Escape');
    }
  });

  test(`menus fit on one screen: ${locale}`, async ({ page }) => {
    for (const id of nodeIds.filter((each) => nodes[each].kind === 'menu')) {
      await openPlaybook(page, locale, id);
      expect.soft(await scrolls(page), id).toBe(false);
    }
  });

  test(`nobody is shut out, in either contrast: ${locale}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const id of [top, 'pin-locked-signature', 'stay-pending'] as const) {
      await openPlaybook(page, locale, id);
      await page.locator('details').evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '');
      });
      expect.soft(await axeFindings(page, 'aaa'), id).toEqual([]);
      await page.locator('[data-sample="high"]').click();
      await page.locator('.surface[data-theme="high"]').waitFor();
      expect.soft(await axeFindings(page, 'aaa'), `${id}, high contrast`).toEqual([]);
      await page.locator('[data-sample="standard"]').click();
    }
  });
}

test('a mouse does what keys do, and the browser goes back', async ({ page }) => {
  await openPlaybook(page, 'ja');
  await page.getByRole('link', { name: 'ロックされた' }).click();
  await page.getByRole('link', { name: '署名用がロックされた' }).click();
  await expect(node(page, 'pin-locked-signature')).toBeVisible();
  await page.getByRole('link', { name: named('1署名用をコンビニなどで') }).click();
  await expect(page.getByRole('navigation', { name: 'いまの場所' }).getByRole('listitem')).toHaveText([
    '職員用の早見表',
    'ロックされた',
    '署名用がロックされた',
    '署名用をコンビニなどで',
  ]);
  await page.goBack();
  await expect(node(page, 'pin-locked-signature')).toBeVisible();
  await page.getByRole('link', { name: named('0もどる') }).click();
  await expect(node(page, 'locked')).toBeVisible();
  await page.getByRole('navigation', { name: 'いまの場所' }).getByRole('link').click();
  await expect(node(page, top)).toBeVisible();
});

test('a page has an address of its own; an unknown one leads to the top', async ({ page }) => {
  await openPlaybook(page, 'ja', 'stay-pending');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('在留期間の更新を申請中');
  await page.keyboard.press('Backspace');
  await expect(node(page, 'stay')).toBeVisible();
  await page.goto('/ja/staff/playbook#toString');
  await expect(node(page, top)).toBeVisible();
});

test('the page stays when the language is changed', async ({ page }) => {
  await openPlaybook(page, 'ja');
  await page.keyboard.press('2');
  await page.keyboard.press('1');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/staff\/playbook#pin-locked-signature$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('署名用 (signature) is locked');
});

test('keys with a modifier, and digits that are switched off, do nothing', async ({ page }) => {
  await openPlaybook(page, 'ja');
  await page.keyboard.press('Shift+2');
  await page.keyboard.press('Control+Shift+2');
  await page.keyboard.press('/');
  await expect(node(page, top)).toBeVisible();
  const digits = page.getByRole('switch', { name: /番号キーで選ぶ/ });
  await digits.click();
  await expect(digits).toHaveAttribute('aria-checked', 'false');
  await page.keyboard.press('2');
  await expect(node(page, top)).toBeVisible();
  await digits.click();
  await page.keyboard.press('2');
  await expect(node(page, 'locked')).toBeVisible();
});

test('nothing is kept: no storage, no cookie, no query', async ({ page, context }) => {
  await openPlaybook(page, 'ja', 'fraud');
  const kept = await page.evaluate(() => localStorage.length + sessionStorage.length);
  expect(kept).toBe(0);
  expect(await context.cookies()).toEqual([]);
  expect(new URL(page.url()).search).toBe('');
});

test('the pages for staff lead to each other', async ({ page }) => {
  await openPlaybook(page, 'ja');
  await page.getByRole('link', { name: '出典の見直し' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('出典の見直し');
  await page.getByRole('link', { name: '職員用の早見表' }).click();
  await expect(node(page, top)).toBeVisible();
});

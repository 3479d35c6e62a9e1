import { expect } from '@playwright/test';
import { helpLineNumbers } from '../lib/office/help-lines.ts';
import { words } from './answers.ts';
import { test } from './home-fixture.ts';

test.skip(({ viewport }) => viewport?.width !== 390, 'once is enough');

const [freeDial = ''] = helpLineNumbers['my-number'];
const paths = ['', '/card', '/guide', '/phone', '/pins', '/practice'];

test('at home the same place says where to ask, and asks no desk', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/api\/desk\/(view|messages)/.test(request.url())) asked.push(request.url());
  });
  const places = new Set<string>();
  for (const path of paths) {
    await page.goto(`/ja${path}`);
    const contact = page.getByRole('button', { name: words('ja', 'ActionBar.help.contact') });
    await expect(contact).toBeVisible();
    places.add(JSON.stringify(await contact.boundingBox()));
  }
  expect([...places]).toHaveLength(1);
  await page.getByRole('button', { name: words('ja', 'ActionBar.help.contact') }).tap();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('ご確認ください');
  await expect(sheet).toContainText('2023年の情報');
  await expect(sheet.getByRole('link', { name: freeDial })).toHaveAttribute('href', `tel:${freeDial}`);
  await sheet.getByRole('button', { name: words('ja', 'HelpLine.close') }).tap();
  await expect(sheet).toBeHidden();
  expect(asked).toEqual([]);
});

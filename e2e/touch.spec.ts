import { expect, type Page } from '@playwright/test';
import { type Fingers, fingersOn, middleOf, openGuarded } from './fingers.ts';
import { test } from './kiosk-fixture.ts';

test.use({ isUnhurried: false });

/** Long enough that an echo of what was pressed before would have come. */
const pressLow = async (page: Page, fingers: Fingers): Promise<void> => {
  const low = page.getByRole('switch', { name: 'ボタンを下に' });
  await fingers.press(await middleOf(low), 500);
  await expect(low).toHaveAttribute('aria-checked', 'true');
};

/** Counts the clicks that reach the screens. */
const countClicks = (page: Page): Promise<() => Promise<number>> =>
  page
    .evaluate(() => {
      let clicks = 0;
      document.body.addEventListener('click', () => {
        clicks += 1;
        document.body.dataset.clicks = String(clicks);
      });
    })
    .then(() => async () => Number((await page.locator('body').getAttribute('data-clicks')) ?? 0));

for (const ms of [50, 300, 900, 1_500, 2_900]) {
  test(`a tap of ${ms} ms is one tap`, async ({ page }) => {
    await openGuarded(page, '/ja');
    const fingers = await fingersOn(page);
    const sound = page.getByRole('switch', { name: '音' });
    const clicks = await countClicks(page);
    await fingers.press(await middleOf(sound), ms);
    await expect(sound).toHaveAttribute('aria-checked', 'false');
    // Nothing comes after it: the next is what is pressed next.
    await pressLow(page, fingers);
    expect(await clicks()).toBe(2);
    await expect(sound).toHaveAttribute('aria-checked', 'false');
  });
}

for (const ms of [900, 2_000]) {
  test(`a finger that rests on a link for ${ms} ms follows it, and nothing is dragged`, async ({ page }) => {
    await openGuarded(page, '/ja');
    const fingers = await fingersOn(page);
    await fingers.press(await middleOf(page.locator('.door[href="/ja/pins"]')), ms);
    await expect(page).toHaveURL(/\/ja\/pins$/);
  });
}

for (const ms of [50, 300, 900]) {
  test(`a finger that slips on a button, less than half of it, in ${ms} ms presses it once`, async ({ page }) => {
    await openGuarded(page, '/ja');
    const fingers = await fingersOn(page);
    const sound = page.getByRole('switch', { name: '音' });
    const clicks = await countClicks(page);
    const { x, y } = await middleOf(sound);
    await fingers.slip({ x: x - 15, y }, { x: x + 15, y: y + 10 }, ms);
    await expect(sound).toHaveAttribute('aria-checked', 'false');
    await pressLow(page, fingers);
    expect(await clicks()).toBe(2);
  });
}

test('a hand that leans on the screen presses nothing', async ({ page }) => {
  await openGuarded(page, '/ja');
  const fingers = await fingersOn(page);
  const clicks = await countClicks(page);
  await fingers.press(await middleOf(page.getByRole('switch', { name: '音' })), 3_200);
  await pressLow(page, fingers);
  expect(await clicks()).toBe(1);
});

test('a trembling finger that strikes three times presses once', async ({ page }) => {
  await openGuarded(page, '/ja');
  const fingers = await fingersOn(page);
  const sound = page.getByRole('switch', { name: '音' });
  const place = await middleOf(sound);
  const clicks = await countClicks(page);
  for (let strike = 0; strike < 3; strike += 1) {
    await fingers.press(place, 30);
  }
  await expect(sound).toHaveAttribute('aria-checked', 'false');
  expect(await clicks()).toBe(1);
  await fingers.press(place, 600);
  await expect(sound).toHaveAttribute('aria-checked', 'true');
});

test('the second strike on a choice does not choose on the next screen', async ({ page }) => {
  await openGuarded(page, '/ja/guide');
  const fingers = await fingersOn(page);
  const answer = page.locator('[data-question="errand"] .answer').last();
  const place = await middleOf(answer);
  await fingers.press(place, 30);
  await expect(page.locator('[data-question="errand"]')).toBeHidden();
  const next = await page.locator('h1').textContent();
  await fingers.press(place, 30);
  await pressLow(page, fingers);
  await expect(page.locator('h1')).toHaveText(next ?? '');
});

test('a choice of three is chosen by one tap on its letter', async ({ page }) => {
  await openGuarded(page, '/ja');
  const fingers = await fingersOn(page);
  await fingers.press(await middleOf(page.locator('[data-sample="dark"]')), 60);
  await expect(page.locator('.surface')).toHaveAttribute('data-theme', 'dark');
  await fingers.press(await middleOf(page.locator('[data-size="largest"]')), 900);
  await expect(page.locator('.surface')).toHaveAttribute('data-text-size', 'largest');
});

test('keys take the same character twice, and another at once', async ({ page }) => {
  await openGuarded(page, '/ja/pins');
  const fingers = await fingersOn(page);
  await page
    .getByRole('button', { name: /エラー/ })
    .first()
    .click();
  await page.locator('.search-field').waitFor();
  await page.locator('[data-key="abc"], [data-key="latin"]').first().click();
  const key = (name: string) => page.locator(`[data-key="${name}"]`);
  const one = await middleOf(key('1'));
  await fingers.press(one, 40);
  await fingers.press(one, 200);
  await fingers.press(await middleOf(key('2')), 40);
  await expect(page.locator('.search-field')).toHaveValue('112');
});

test('two fingers, a pinch, a drag, a long press and the edges do nothing', async ({ page }) => {
  await openGuarded(page, '/ja');
  const fingers = await fingersOn(page);
  const clicks = await countClicks(page);
  const { x, y } = await middleOf(page.locator('.door').first());
  const state = () =>
    page.evaluate(() => ({
      path: location.pathname,
      scale: window.visualViewport?.scale,
      selected: getSelection()?.toString(),
      scrolled: window.scrollY,
    }));
  const before = await state();

  await fingers.send('touchStart', [{ x, y, id: 0 }]);
  await fingers.send('touchStart', [
    { x, y, id: 0 },
    { x: x + 200, y, id: 1 },
  ]);
  await fingers.send('touchEnd', []);
  await fingers.send('touchStart', [
    { x: x - 20, y, id: 0 },
    { x: x + 20, y, id: 1 },
  ]);
  for (let step = 1; step <= 10; step += 1) {
    await fingers.send('touchMove', [
      { x: x - 20 - step * 20, y, id: 0 },
      { x: x + 20 + step * 20, y, id: 1 },
    ]);
  }
  await fingers.send('touchEnd', []);

  for (const [from, to] of [
    [
      { x: 2, y: 900 },
      { x: 600, y: 900 },
    ],
    [
      { x: 1_078, y: 900 },
      { x: 400, y: 900 },
    ],
    [
      { x: 500, y: 2 },
      { x: 500, y: 900 },
    ],
    [
      { x: 500, y: 1_918 },
      { x: 500, y: 900 },
    ],
    [
      { x, y },
      { x: x + 300, y: y + 200 },
    ],
  ] as const) {
    await fingers.send('touchStart', [from]);
    for (let step = 1; step <= 8; step += 1) {
      await fingers.send('touchMove', [
        { x: from.x + ((to.x - from.x) * step) / 8, y: from.y + ((to.y - from.y) * step) / 8 },
      ]);
    }
    await fingers.send('touchEnd', []);
  }

  const menus = await page.evaluate(() => {
    const seen: boolean[] = [];
    document.addEventListener('contextmenu', (event) => seen.push(event.defaultPrevented));
    Object.assign(window, { seen });
  });
  expect(menus).toBeUndefined();
  const heading = await middleOf(page.locator('h1'));
  expect(await clicks()).toBe(0);
  // On what is no button a click may come of it, and nothing else.
  await fingers.press(heading, 1_500);
  await page.mouse.click(heading.x, heading.y, { button: 'right' });
  await page.mouse.dblclick(heading.x, heading.y);
  expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual([]);
  expect(await state()).toEqual(before);
});

for (const [name, selector] of [
  ['a link', '.door[data-variant="secondary"]'],
  ['a switch', '[data-setting="low"]'],
  ['a choice', '[data-size="larger"]'],
] as const) {
  test(`a finger on ${name} is answered with the next frame, before it is lifted`, async ({ page }) => {
    await openGuarded(page, '/ja');
    const fingers = await fingersOn(page);
    const target = page.locator(selector).first();
    const isAnswered = target.evaluate((each) => {
      const marked = each.closest('a, button, summary, label') ?? each;
      const atRest = getComputedStyle(marked).boxShadow;
      return new Promise<boolean>((resolve) => {
        window.addEventListener('pointerdown', () => {
          requestAnimationFrame(() => resolve(getComputedStyle(marked).boxShadow !== atRest));
        });
      });
    });
    await fingers.send('touchStart', [await middleOf(target)]);
    expect(await isAnswered).toBe(true);
    await fingers.send('touchEnd', []);
  });
}

test('a link is followed here and nowhere else: no second tab, no second window', async ({ page, context }) => {
  await openGuarded(page, '/ja');
  const link = page.locator('.door[href="/ja/pins"]');
  const { x, y } = await middleOf(link);
  const pages: unknown[] = [];
  context.on('page', (opened) => pages.push(opened));
  await page.mouse.click(x, y, { button: 'middle' });
  for (const key of ['Control', 'Shift', 'Alt', 'Control+Shift']) {
    const [first = '', second] = key.split('+');
    await page.keyboard.down(first);
    if (second !== undefined) await page.keyboard.down(second);
    await page.mouse.click(x, y);
    await link.focus();
    await page.keyboard.press('Enter');
    if (second !== undefined) await page.keyboard.up(second);
    await page.keyboard.up(first);
  }
  // A tab that comes in the background comes before the page has gone on.
  await link.press('Enter');
  await expect(page).toHaveURL(/\/ja\/pins$/);
  expect(pages).toEqual([]);
});

test('the keyboard is not guarded: what is pressed twice is pressed twice', async ({ page }) => {
  await openGuarded(page, '/ja');
  const sound = page.getByRole('switch', { name: '音' });
  await sound.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(sound).toHaveAttribute('aria-checked', 'false');
});

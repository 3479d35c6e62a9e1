/** Practising with the card on the screen: by finger, by keyboard, by what a screen reader does; what is seen, heard and known after it. */
import { type CDPSession, expect, type Page } from '@playwright/test';
import { advice, answerAll, expectToSay, type Locale, locales, named, words } from './answers.ts';
import { fakeNfc, lift as liftOffPhone, ordinaryNfc, put as putOnPhone } from './fake-nfc.ts';
import { test as home } from './home-fixture.ts';
import { test } from './kiosk-fixture.ts';
import { listen, notesOf } from './notes.ts';
import { wordsWith } from './phone-steps.ts';
import {
  expectHold,
  holdButton,
  learnToHold,
  openPart,
  part,
  practicePin,
  readToTheEnd,
  scene,
  typePin,
} from './practice-steps.ts';
import { untilDrawn } from './pressing.ts';
import { readerReady, readerSays, scriptHold } from './scripted-reader.ts';
import { asksAfterMs, stillHere } from './still-here.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.beforeEach(async ({ page }) => {
  await page.clock.install();
});
home.use({ contextOptions: { reducedMotion: 'reduce' } });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger on the screen, which Playwright itself can only make tap. */
const fingerOn = async (page: Page) => {
  const session: CDPSession = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
  return {
    down: (at: Point) => touch('touchStart', [at]),
    move: async (from: Point, to: Point) => {
      for (const share of [0.25, 0.5, 0.75, 1])
        await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
    },
    up: () => touch('touchEnd', []),
  };
};

const middleOf = async (page: Page, selector: string): Promise<Point> => {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not there`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** In units of the drawing, on the screen. */
const pointInDrawing = (page: Page, x: number, y: number): Promise<Point> =>
  page.locator('.hold-drawing').evaluate(
    (svg, at) => {
      if (!(svg instanceof SVGSVGElement)) throw new Error('not a drawing');
      const { x: left, y: top } = new DOMPoint(at.x, at.y).matrixTransform(svg.getScreenCTM() ?? undefined);
      return { x: left, y: top };
    },
    { x, y },
  );

/** Until the practice card has come, its button is unavailable: a finger of these tests waits for that, a key does not. */
const untilCardIsThere = (page: Page): Promise<void> => expect(holdButton(page)).toBeEnabled();

const tabToHold = async (page: Page): Promise<void> => {
  const isReached = (): Promise<boolean> => holdButton(page).evaluate((button) => button === document.activeElement);
  for (let presses = 0; presses < 80 && !(await isReached()); presses += 1) await page.keyboard.press('Tab');
  await expect(holdButton(page)).toBeFocused();
  await untilCardIsThere(page);
};

const title = (locale: Locale, state: string) => words(locale, `HoldPractice.${state}.title`);

test.describe('holding', () => {
  test.skip(({ viewport }) => viewport?.width === 1920, 'a standing panel and a phone are enough');

  for (const locale of locales) {
    test(`by touch only: let go too early, then hold by pressing, by dragging and by the button: ${locale}`, async ({
      page,
    }) => {
      await page.goto(`/${locale}/practice`);
      await part(page, locale, 'hold').tap();
      const finger = await fingerOn(page);

      await finger.down(await middleOf(page, '.hold-scene'));
      await page.locator('[data-hold-state="working"]').waitFor();
      await expectToSay(heading(page), title(locale, 'holding'));
      await finger.up();
      await expectHold(page, 'lifted');
      await expectToSay(heading(page), title(locale, 'lifted'));
      await expectToSay(page.locator('.assurance'), words(locale, 'HoldPractice.noTryUsed'));

      await holdButton(page).tap();
      await expectHold(page, 'ready');
      await finger.down(await middleOf(page, '.hold-scene'));
      await readToTheEnd(page);
      await expectToSay(heading(page), title(locale, 'done'));
      await finger.up();
      await expectHold(page, 'held');

      await holdButton(page).tap();
      await expectHold(page, 'ready');
      const card = await middleOf(page, '.hold-card');
      const field = await pointInDrawing(page, 288, 150);
      await finger.down(card);
      await finger.move(card, field);
      await readToTheEnd(page);
      await finger.move(field, card);
      await expectHold(page, 'held');
      await finger.up();

      // Right after a finger was dragged, the browser takes no tap.
      await expect(async () => {
        await holdButton(page).tap();
        await expect(page.locator('[data-hold-state="ready"]')).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await holdButton(page).tap();
      await readToTheEnd(page);
      await holdButton(page).tap();
      await expectHold(page, 'held');
      await expectToSay(heading(page), title(locale, 'learned'));
      await expect(page.locator('.holds [data-state="held"]')).toHaveCount(3);
    });

    test(`with a keyboard only, the focus staying where it is: ${locale}`, async ({ page }) => {
      await page.goto(`/${locale}/practice`);
      await part(page, locale, 'hold').waitFor();
      await part(page, locale, 'hold').focus();
      await page.keyboard.press('Enter');
      await expect(heading(page)).toBeFocused();
      await tabToHold(page);
      const press = async (): Promise<void> => {
        await expect(holdButton(page)).toBeFocused();
        await page.keyboard.press('Enter');
      };
      await press();
      await page.locator('[data-hold-state="working"]').waitFor();
      await press();
      await expectHold(page, 'lifted');
      for (let turn = 0; turn < 3; turn += 1) {
        await press();
        await expectHold(page, 'ready');
        await press();
        await readToTheEnd(page);
        await press();
        await expectHold(page, 'held');
      }
      await expectToSay(heading(page), title(locale, 'learned'));
    });

    test(`who is already on a button when the first page is whole stays there: ${locale}`, async ({ page }) => {
      await page.clock.pauseAt(Date.now() + 60_000);
      await page.goto(`/${locale}/practice`);
      await part(page, locale, 'hold').focus();
      await page.clock.runFor(1_000);
      await expect(part(page, locale, 'hold')).toBeFocused();
      await page.keyboard.press('Enter');
      await page.clock.runFor(1_000);
      await expect(heading(page)).toBeFocused();
      await expectToSay(heading(page), title(locale, 'put.screen'));
    });

    test(`whoever is on a button below when the rest of the first page comes stays there: ${locale}`, async ({
      page,
    }) => {
      const first = await (await page.request.get(`/${locale}/practice`)).text();
      let held = 0;
      const rest = Promise.withResolvers<void>();
      await page.route('**/_next/static/**', async (route) => {
        if (!first.includes(new URL(route.request().url()).pathname)) {
          held += 1;
          await rest.promise;
        }
        await route.continue();
      });
      await page.goto(`/${locale}/practice`);
      const back = page.locator('.action-back');
      await back.focus();
      await expect.poll(() => held).toBeGreaterThan(0);
      await expect(part(page, locale, 'hold')).toHaveCount(0);
      rest.resolve();
      await part(page, locale, 'hold').waitFor();
      await untilDrawn(page);
      await expect(back).toBeFocused();
    });

    test(`with a screen reader only: each stage is said, and names lead through: ${locale}`, async ({ page }) => {
      await page.goto(`/${locale}/practice`);
      // What a screen reader does to a button: no key, no finger, no place.
      const activate = async (name: string): Promise<void> => {
        const button = page.getByRole('button', { name: named(name) }).first();
        // Nobody is to press one that is said to be unavailable.
        await expect(button).toBeEnabled();
        await button.dispatchEvent('click');
      };
      const say = (path: string) => words(locale, `HoldPractice.${path}`);
      const expectSaid = (state: string): Promise<void> =>
        expectToSay(page.locator('.hold-screen [role="status"]'), title(locale, state));
      await activate(words(locale, 'PracticeMenu.hold.title'));
      await expectSaid('put.screen');
      await activate(say('putCard'));
      await expectSaid('holding');
      await activate(say('takeEarly'));
      await expectSaid('lifted');
      await activate(say('again'));
      for (let turn = 0; turn < 3; turn += 1) {
        if (turn > 0) await activate(say('next'));
        await activate(say('putCard'));
        await readToTheEnd(page);
        await expectSaid('done');
        await expect(page.getByRole('img', { name: words(locale, 'HoldPictures.done') })).toBeVisible();
        await activate(say('take'));
        await expectHold(page, 'held');
      }
      await expectSaid('learned');
    });
  }
});

test.describe('on whichever screen', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  test('it can be gone through again, slower or faster', async ({ page }) => {
    const isReadAfter = async (ms: number): Promise<boolean> => {
      await holdButton(page).click();
      await page.locator('[data-hold-state="working"]').waitFor();
      await page.clock.runFor(ms);
      return (await page.locator('[data-hold-state="done"]').count()) > 0;
    };
    await openPart(page, 'ja', 'hold');
    await learnToHold(page);
    await page.getByRole('button', { name: words('ja', 'HoldPractice.slower') }).click();
    await expectHold(page, 'ready');
    await expect(page.locator('.holds [data-state="held"]')).toHaveCount(0);
    expect(await isReadAfter(3_200)).toBe(false);
    await readToTheEnd(page);
    await holdButton(page).click();
    await page.reload();
    await part(page, 'ja', 'hold').click();
    await learnToHold(page);
    await page.getByRole('button', { name: words('ja', 'HoldPractice.faster') }).click();
    expect(await isReadAfter(2_200)).toBe(true);
  });

  test('each round says how it went, and nothing of the one before', async ({ page }) => {
    await openPart(page, 'ja', 'hold');
    await holdButton(page).click();
    await holdButton(page).click();
    await expectHold(page, 'lifted');
    await holdButton(page).click();
    await learnToHold(page);
    await expect(page.locator('.stage-lead')).toHaveText(/^4回のうち1回は早く外れました/);
    await page.getByRole('button', { name: words('ja', 'HoldPractice.roundAgain'), exact: true }).click();
    await learnToHold(page);
    await expect(page.locator('.stage-lead')).toHaveText(/^3回とも待てました。最後は\d+(\.\d)?秒です。/);
  });

  test('a key that stays down, a second tap and a second finger do not lift the card', async ({ page }) => {
    await openPart(page, 'ja', 'hold');
    await holdButton(page).focus();
    await untilCardIsThere(page);
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.locator('[data-hold-state="working"]').waitFor();
    await page.keyboard.up('Enter');
    await readToTheEnd(page);
    await holdButton(page).click();
    await holdButton(page).click();
    await holdButton(page).dblclick();
    await page.locator('[data-hold-state="working"]').waitFor();
    await readToTheEnd(page);
    await holdButton(page).click();
    await holdButton(page).click();
    const finger = await fingerOn(page);
    await finger.down(await middleOf(page, '.hold-scene'));
    await page.locator('[data-hold-state="working"]').waitFor();
    const another = { pointerId: 99, pointerType: 'touch', button: 0 };
    await scene(page).dispatchEvent('pointerdown', another);
    await scene(page).dispatchEvent('pointerup', another);
    await readToTheEnd(page);
    await finger.up();
    await expectHold(page, 'held');
  });

  test('an early lift is named within 200 ms, and how long it was held is said', async ({ page }) => {
    await openPart(page, 'ja', 'hold');
    await page.evaluate(() => {
      document.addEventListener('pointerup', () => {
        const lifted = performance.now();
        const look = (): void => {
          const named = document.querySelector('[data-hold-state="lifted"] h1') !== null;
          if (named) document.body.dataset.namedAfter = String(performance.now() - lifted);
          else requestAnimationFrame(look);
        };
        look();
      });
    });
    const finger = await fingerOn(page);
    await finger.down(await middleOf(page, '.hold-scene'));
    await page.locator('[data-hold-state="working"]').waitFor();
    await finger.up();
    await expectHold(page, 'lifted');
    const body = page.locator('body');
    await expect(body).toHaveAttribute('data-named-after', /./);
    expect(Number(await body.getAttribute('data-named-after'))).toBeLessThan(200);
    await expect(page.locator('.stage-lead')).toHaveText(/^合図から\d+(\.\d)?秒でした。/);
  });

  test('what is heard when the card is found is not what is heard at the end, and the end comes last', async ({
    page,
  }) => {
    await listen(page);
    await openPart(page, 'ja', 'hold');
    await holdButton(page).click();
    await page.locator('[data-hold-state="working"]').waitFor();
    await holdButton(page).click();
    await expectHold(page, 'lifted');
    await expect.poll(async () => (await notesOf(page)).length).toBeGreaterThanOrEqual(4);
    const early = await notesOf(page);
    expect(early.slice(0, 2).map(({ hz }) => hz)).toEqual([784, 988]);
    expect(early.slice(0, 2).every(({ screen }) => screen === 'found' || screen === 'working')).toBe(true);
    // Nothing of the chord that means "done": it begins with c and e.
    expect(early.map(({ hz }) => hz)).not.toContain(523);

    await holdButton(page).click();
    await holdButton(page).click();
    await readToTheEnd(page);
    const since = async () => (await notesOf(page)).slice(early.length);
    await expect.poll(async () => (await since()).map(({ hz }) => hz).slice(-4)).toEqual([523, 659, 784, 1047]);
    const notes = await since();
    const last = notes.slice(-4);
    expect(last.map(({ screen }) => screen)).toEqual(['done', 'done', 'done', 'done']);
    const whileItWorked = notes.slice(0, -4);
    expect(whileItWorked.slice(0, 2).map(({ hz }) => hz)).toEqual([784, 988]);
    expect(whileItWorked.slice(2).map(({ hz }) => hz)).toEqual(whileItWorked.slice(2).map(() => 392));
    expect(whileItWorked.length).toBeGreaterThan(2);
    expect(whileItWorked.map(({ screen }) => screen)).not.toContain('done');
  });

  test('what was learned spares the visitor the warning, and what was not does not', async ({ page }) => {
    const choices = {
      errand: 'child-allowance',
      card: 'my-number',
      phone: 'reads-and-runs',
      pins: 'known',
      changedSinceIssue: 'no',
      'certificate.authentication': 'valid',
      deadline: 'none',
    };
    const warning = page.locator('.advice-notes').getByText(words('ja', 'Rules.hold-until-done'));
    await openPart(page, 'ja', 'hold');
    await holdButton(page).click();
    await holdButton(page).click();
    await page.goto('/ja/guide');
    await answerAll(page, 'ja', choices);
    await expect(advice(page)).toBeVisible();
    await expect(warning).toBeVisible();
    await page.locator('.advice-practise').click();
    await part(page, 'ja', 'hold').click();
    await learnToHold(page);
    await page.getByRole('button', { name: 'もどる' }).click();
    await page.getByRole('button', { name: 'もどる' }).click();
    await expect(advice(page)).toBeVisible();
    await expect(warning).toBeHidden();
  });

  test('nothing of it is left for the next visitor', async ({ page }) => {
    await openPart(page, 'ja', 'hold');
    await learnToHold(page);
    await page.getByRole('button', { name: 'おわる' }).click();
    await page.getByRole('link', { name: named(words('ja', 'StartScreen.practice')) }).click();
    await expect(part(page, 'ja', 'hold')).not.toContainText(words('ja', 'PracticeMenu.done'));
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  });

  test('a change of language keeps the card where it is, and says it once', async ({ page }) => {
    await listen(page);
    await openPart(page, 'ja', 'hold');
    await holdButton(page).click();
    await readToTheEnd(page);
    await expect.poll(async () => (await notesOf(page)).at(-1)?.hz).toBe(1047);
    const { length } = await notesOf(page);
    await page.getByRole('link', { name: 'English' }).click();
    await expectToSay(heading(page), title('en', 'done'));
    await holdButton(page).click();
    await expectHold(page, 'held');
    expect(await notesOf(page)).toHaveLength(length);
  });
});

test.describe('typing while the card stays', () => {
  test.skip(({ viewport }) => viewport?.width === 1920, 'a standing panel and a phone are enough');

  for (const locale of locales) {
    test(`both PINs by touch, with a wrong key in between: ${locale}`, async ({ page }) => {
      await page.goto(`/${locale}/practice`);
      await part(page, locale, 'pin').tap();
      for (const [pin, wrong] of [
        ['authentication', '9'],
        ['signature', 'A'],
      ] as const) {
        await scene(page).tap();
        await expectHold(page, 'asking');
        await expect(page.locator('input, textarea, [contenteditable]').locator('visible=true')).toHaveCount(
          await page.locator('header input').locator('visible=true').count(),
        );
        const key = (name: string) => page.locator('.pin-key', { hasText: new RegExp(`^${name}$`) });
        await key(wrong).tap();
        await expectToSay(
          page.locator('.pin-pad-news'),
          wordsWith(locale, 'PinPractice.wrong', { next: practicePin[pin].charAt(0) }),
        );
        for (const each of practicePin[pin]) await key(each).tap();
        await readToTheEnd(page);
        await holdButton(page).tap();
        await expectHold(page, 'held');
        await expectToSay(heading(page), words(locale, `PinPractice.held.${pin}`));
        await holdButton(page).tap();
      }
      await expectToSay(part(page, locale, 'pin'), words(locale, 'PracticeMenu.done'));
    });
  }

  for (const locale of locales) {
    test(`both PINs with a keyboard only: ${locale}`, async ({ page }) => {
      await page.goto(`/${locale}/practice`);
      // The page puts the focus on its heading when it has come to life, which may be between the two.
      await expect(async () => {
        await part(page, locale, 'pin').focus({ timeout: 1_000 });
        await page.keyboard.press('Enter');
        await expect(holdButton(page)).toBeVisible({ timeout: 1_000 });
      }).toPass();
      for (const pin of ['authentication', 'signature'] as const) {
        await expect(heading(page)).toBeFocused();
        await tabToHold(page);
        await page.keyboard.press('Enter');
        await expectHold(page, 'asking');
        await expect(heading(page)).toBeFocused();
        await typePin(page, pin);
        // Whoever ends a PIN with this key takes nothing away.
        await page.keyboard.press('Enter');
        await readToTheEnd(page);
        await tabToHold(page);
        await page.keyboard.press('Enter');
        await expectHold(page, 'held');
        await expectToSay(heading(page), words(locale, `PinPractice.held.${pin}`));
        await page.keyboard.press('Enter');
      }
      await expectToSay(part(page, locale, 'pin'), words(locale, 'PracticeMenu.done'));
    });
  }

  test('taken away while it is typed, everything begins anew', async ({ page }) => {
    await openPart(page, 'ja', 'pin');
    await holdButton(page).click();
    await expectHold(page, 'asking');
    await page.keyboard.press('4');
    await expect(page.locator('[data-typed]')).toHaveCount(1);
    await holdButton(page).click();
    await expectHold(page, 'lifted');
    await expect(page.locator('.pin-pad')).toHaveCount(0);
    await holdButton(page).click();
    await holdButton(page).click();
    await expectHold(page, 'asking');
    await expect(page.locator('[data-typed]')).toHaveCount(0);
    await typePin(page, 'authentication');
    await readToTheEnd(page);
  });
});

test.describe('the whole way', () => {
  test.skip(({ viewport }) => viewport?.width !== 390, 'once is enough');

  /** The PIN that each asks for, and how many taps lead to it. */
  const ways = { phone: ['authentication', 1], pc: ['authentication', 3], signature: ['signature', 1] } as const;

  for (const locale of locales) {
    test(`each journey leads from its first screen to its last: ${locale}`, async ({ page }) => {
      await openPart(page, locale, 'journeys');
      for (const [journey, [pin, taps]] of Object.entries(ways)) {
        await part(page, locale, journey).tap();
        for (let tap = 0; tap < taps; tap += 1) await holdButton(page).tap();
        await typePin(page, pin);
        await expectHold(page, 'ready');
        await holdButton(page).tap();
        await readToTheEnd(page);
        await holdButton(page).tap();
        await expectHold(page, 'held');
        await holdButton(page).tap();
        await expectHold(page, 'end');
        await holdButton(page).tap();
        await expectToSay(part(page, locale, journey), words(locale, 'PracticeMenu.done'));
      }
    });
  }

  test('back leads one screen back each time, and never out of a journey at once', async ({ page }) => {
    await openPart(page, 'ja', 'journeys');
    await part(page, 'ja', 'pc').tap();
    for (let tap = 0; tap < 3; tap += 1) await holdButton(page).tap();
    await page.locator('[data-pin]').waitFor();
    const titles = ['pin', 'pc-scan', 'pc-code', 'pc-site'].map((name) => words('ja', `Journeys.steps.${name}.title`));
    for (const each of [...titles, words('ja', 'PracticeMenu.journeysTitle')]) {
      await expect(heading(page)).toHaveText(each);
      await page.getByRole('button', { name: 'もどる' }).tap();
    }
    await expect(heading(page)).toHaveText(words('ja', 'PracticeMenu.title'));
  });
});

test.describe('with any card on the reader of the kiosk', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  const ready = { type: 'reader', ready: true, error: null } as const;
  const on = { type: 'on', isNew: true } as const;
  const off = (heldMs: number | null) => ({ type: 'off', heldMs }) as const;

  test('what is said of the time is what the reader has measured', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, [readerReady]);
    const hold = await scriptHold(page);
    await openPart(page, 'ja', 'hold');
    await expect(heading(page)).toHaveText(words('ja', 'HoldPractice.put.reader.title'));
    await expect(holdButton(page)).toHaveCount(0);
    await hold.says(ready, on);
    await expectHold(page, 'working');
    await hold.says(off(1_234));
    await expectHold(page, 'lifted');
    await expect(page.locator('.stage-lead')).toHaveText(/^合図から1\.2秒でした。/);
    await page.clock.runFor(1_000);
    await hold.says(on);
    await readToTheEnd(page);
    await hold.says(off(4_321));
    await expectHold(page, 'held');
    await expect(page.locator('.stage-lead')).toHaveText(/4\.3秒/);
  });

  test('a card that lay there before has to be taken first', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, [readerReady]);
    const hold = await scriptHold(page);
    await openPart(page, 'ja', 'hold');
    await hold.says(ready, { type: 'on', isNew: false });
    await expectHold(page, 'occupied');
    await hold.says(off(null));
    await expectHold(page, 'ready');
  });

  test('a card that swings as it is taken is not taken for another try', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, [readerReady]);
    const hold = await scriptHold(page);
    await openPart(page, 'ja', 'hold');
    await hold.says(ready, on);
    await readToTheEnd(page);
    await hold.says(off(3_400), on, off(60));
    await page.clock.runFor(2_000);
    await expectHold(page, 'held');
  });

  test('a card on the reader comes first: neither back nor the end leaves it behind', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, [readerReady]);
    const hold = await scriptHold(page);
    await openPart(page, 'ja', 'hold');
    await hold.says(ready, on);
    await readToTheEnd(page);
    for (const name of ['もどる', 'おわる']) {
      await expect(page.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true');
    }
    await hold.says(off(4_000));
    await expectHold(page, 'held');
    await expect(page.getByRole('button', { name: 'もどる' })).not.toHaveAttribute('aria-disabled', 'true');
  });

  test('a card left behind is called out for as long as it lies there, and nothing else is asked', async ({
    page,
    kiosk,
  }) => {
    await listen(page);
    await readerSays(page, kiosk.origin, [readerReady]);
    const hold = await scriptHold(page);
    await openPart(page, 'ja', 'hold');
    await hold.says(ready, on);
    await readToTheEnd(page);
    for (let minute = 0; minute < 5; minute += 1) {
      const before = (await notesOf(page)).length;
      await page.clock.runFor(60_000);
      await expect.poll(async () => (await notesOf(page)).length).toBeGreaterThan(before);
      await expect(stillHere(page)).toHaveCount(0);
      await expectHold(page, 'done');
    }
    await hold.says(off(300_000));
    await expectHold(page, 'held');
    await page.clock.runFor(asksAfterMs + 1_500);
    await expect(stillHere(page)).toBeVisible();
  });

  test('a contact too short to be a lift is nobody’s fault', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, [readerReady]);
    const hold = await scriptHold(page);
    await openPart(page, 'ja', 'hold');
    await hold.says(ready, on, off(80));
    await expectHold(page, 'ready');
  });

  test('a PIN can be practised with it, or with the card on the screen', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, [readerReady]);
    const hold = await scriptHold(page);
    await openPart(page, 'ja', 'pin');
    await hold.says(ready, on);
    await expectHold(page, 'asking');
    await typePin(page, 'authentication');
    await readToTheEnd(page);
    await hold.says(off(9_000));
    await expectHold(page, 'held');
    await holdButton(page).click();
    await page.getByRole('button', { name: words('ja', 'HoldPractice.means.screen') }).click();
    await holdButton(page).click();
    await expectHold(page, 'asking');
  });

  test('when nobody saw the card go, nothing is said about it', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, [readerReady]);
    const hold = await scriptHold(page);
    await openPart(page, 'ja', 'hold');
    await hold.says(ready, on);
    await expectHold(page, 'working');
    await hold.says(off(null));
    await expectHold(page, 'ready');
    await hold.says({ type: 'reader', ready: false, error: 'readerUnplugged' });
    await expectHold(page, 'stopped');
    await page.getByRole('button', { name: words('ja', 'HoldPractice.means.screen') }).click();
    await expectHold(page, 'ready');
    await expect(heading(page)).toHaveText(words('ja', 'HoldPractice.put.screen.title'));
  });
});

home.describe('with a real card on one’s own phone', () => {
  home.skip(({ viewport }) => viewport?.width !== 390, 'home is tried on a phone');

  home('that the card came is noticed; whether it stayed is not, and the screen does not pretend', async ({ page }) => {
    await page.clock.install();
    await page.addInitScript(fakeNfc, ordinaryNfc);
    await openPart(page, 'ja', 'hold');
    await page.getByRole('button', { name: words('ja', 'HoldPractice.means.nfc') }).tap();
    await expect(heading(page)).toHaveText(words('ja', 'HoldPractice.put.nfc.title'));
    await page.getByRole('button', { name: words('ja', 'HoldPractice.startNfc') }).tap();
    await putOnPhone(page, 'isodep');
    await page.locator('[data-hold-state="working"]').waitFor();
    await liftOffPhone(page);
    await readToTheEnd(page);
    await expect(page.locator('.stage-lead')).toHaveText(words('ja', 'HoldPractice.done.leadUnseen'));
    await page.getByRole('button', { name: words('ja', 'HoldPractice.taken') }).tap();
    await expect(heading(page)).toHaveText(words('ja', 'HoldPractice.heldUnseen.title'));
    await expect(page.locator('.stage-lead')).toHaveText(words('ja', 'HoldPractice.heldUnseen.lead'));
    await page.getByRole('button', { name: 'もどる' }).tap();
    await expect(part(page, 'ja', 'hold')).not.toContainText(words('ja', 'PracticeMenu.done'));
  });

  home('where NFC is off, the card on the screen is offered', async ({ page }) => {
    await page.addInitScript(fakeNfc, { ...ordinaryNfc, hardware: 'off' as const });
    await openPart(page, 'ja', 'hold');
    await page.getByRole('button', { name: words('ja', 'HoldPractice.means.nfc') }).tap();
    await page.getByRole('button', { name: words('ja', 'HoldPractice.startNfc') }).tap();
    await expectHold(page, 'stopped');
    await page.getByRole('button', { name: words('ja', 'HoldPractice.means.screen') }).tap();
    await expectHold(page, 'ready');
  });
});

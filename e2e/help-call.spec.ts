import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import * as v from 'valibot';
import { openStore } from '../lib/helpdesk/store/open.ts';
import type { DeskMessage, Prompt, PromptContent, VisitorCall } from '../lib/helpdesk/wire.ts';
import { deskMessageSchema } from '../lib/helpdesk/wire.ts';
import { helpLineNumbers } from '../lib/office/help-lines.ts';
import { attendedMostMs } from '../lib/reader/stage.ts';
import { answer, expectToSay, type Locale, locales, named, words } from './answers.ts';
import { test } from './kiosk-fixture.ts';
import { listen, notesOf } from './notes.ts';
import { quietDesk, type ScriptedDesk, scriptDesk } from './scripted-desk.ts';
import { cardFound, fineReport, readerReady, readerSays, reported } from './scripted-reader.ts';
import { answerMs, asksAfterMs, stay, stillHere } from './still-here.ts';

const data = mkdtempSync(join(tmpdir(), 'kazasu-help-'));
test.use({ kioskArguments: ['--practice-card', '--data', data], contextOptions: { reducedMotion: 'reduce' } });

const button = (page: Page): Locator => page.locator('.action-help');
const sheet = (page: Page): Locator => page.locator('dialog[open].help-sheet');
const sheetButton = (page: Page, path: string, locale: Locale = 'ja'): Locator =>
  sheet(page).getByRole('button', { name: named(words(locale, path)) });
const title = (page: Page): Locator => sheet(page).getByRole('heading', { level: 2 });

const openAt = async (page: Page, path: string): Promise<ScriptedDesk> => {
  const desk = await scriptDesk(page);
  await page.goto(path);
  await expect(button(page)).toBeVisible();
  return desk;
};

const call = async (page: Page, reason: string = 'pin', locale: Locale = 'ja'): Promise<void> => {
  await button(page).click();
  await sheetButton(page, `HelpCall.reasons.${reason}`, locale).click();
  await expectToSay(title(page), words(locale, 'HelpCall.calling.title'));
};

/** Back to the screen; the call goes on. */
const goOn = (page: Page): Promise<void> => sheetButton(page, 'HelpCall.goOn').click();

const kindsOf = (desk: ScriptedDesk): DeskMessage['kind'][] => desk.heard.map(({ kind }) => kind);
const newest = <Kind extends DeskMessage['kind']>(desk: ScriptedDesk, kind: Kind) =>
  desk.heard.findLast((message): message is Extract<DeskMessage, { kind: Kind }> => message.kind === kind);

const coming = { state: 'claimed', place: null } as const satisfies Partial<VisitorCall>;
const sent = (content: PromptContent): Prompt => ({ id: crypto.randomUUID(), content, state: 'sent' });

const [freeDial = ''] = helpLineNumbers['my-number'];
const paths = ['', '/card', '/guide', '/phone', '/pins', '/practice', '/practice-card'];

const placeOf = async (page: Page): Promise<string> => {
  await expect(button(page)).toBeVisible();
  // A screen that is just being drawn anew has none for a moment.
  const box = { last: await button(page).boundingBox() };
  await expect
    .poll(async () => {
      box.last = await button(page).boundingBox();
      return box.last;
    })
    .not.toBeNull();
  return JSON.stringify(box.last);
};

test('the way to staff is at the same place on every screen, in every language and state', async ({ page }) => {
  test.setTimeout(300_000);
  const desk = await scriptDesk(page);
  for (const size of ['standard', 'larger', 'largest']) {
    const places = new Map<string, string>();
    for (const locale of locales) {
      for (const path of paths) {
        await page.goto(`/${locale}${path}`);
        await expect(button(page)).toBeVisible();
        await page.locator(`[data-size="${size}"] input`).dispatchEvent('click');
        await page.locator(`[data-text-size="${size}"]`).waitFor();
        places.set(`${locale}${path}`, await placeOf(page));
      }
      if (size !== 'standard') continue;
      await page.locator('.practice-button').click();
      await page.locator('[data-screen="report"]').waitFor();
      places.set(`${locale}, with a card`, await placeOf(page));
      await page.locator('.practice-button').click();
      await page.locator('[data-message="gone"]').waitFor();
      places.set(`${locale}, report`, await placeOf(page));
      await call(page, 'pin', locale);
      places.set(`${locale}, called`, await placeOf(page));
      await desk.saysOfCall(coming);
      await expect(button(page)).toHaveAttribute('data-phase', 'coming');
      places.set(`${locale}, coming`, await placeOf(page));
      await desk.says(quietDesk);
    }
    expect(new Set(places.values()).size, JSON.stringify([...places])).toBe(1);
  }
});

test.describe('a visitor who calls', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'a call is the same on every panel');

  test('sees and hears at once that somebody is called, whatever the desk does', async ({ page }) => {
    await listen(page);
    // A desk that never answers.
    await page.route('**/api/desk/**', () => undefined);
    await page.goto('/ja');
    await button(page).tap();
    await page.evaluate(
      (wanted) => {
        const times: Record<string, number> = {};
        Object.assign(window, { times });
        document.addEventListener(
          'click',
          () => {
            times.tapped = performance.now();
          },
          { capture: true, once: true },
        );
        new MutationObserver(() => {
          const says = document.querySelector('dialog[open] h2')?.textContent?.includes(wanted);
          if (says === true) times.seen ??= performance.now();
        }).observe(document, { subtree: true, childList: true, characterData: true });
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (when) {
          times.heard ??= performance.now();
          start.call(this, when);
        };
      },
      words('ja', 'HelpCall.calling.title'),
    );
    await sheetButton(page, 'HelpCall.reasons.card').tap();
    await expect.poll(() => notesOf(page)).toHaveLength(2);
    const { tapped, seen, heard } = await page.evaluate<Record<string, number>>(() => Reflect.get(window, 'times'));
    expect((seen ?? Number.NaN) - (tapped ?? Number.NaN)).toBeLessThanOrEqual(300);
    expect((heard ?? Number.NaN) - (tapped ?? Number.NaN)).toBeLessThanOrEqual(300);
    expect(heard).toBeGreaterThanOrEqual(seen ?? Number.NaN);
  });

  test('is told the place in the queue, that somebody comes, and that the help is over', async ({ page }) => {
    const desk = await openAt(page, '/ja/pins');
    await call(page);
    await desk.saysOfCall({ place: 3 });
    await expect(sheet(page).locator('.help-lead')).toHaveText('あなたの前に2人います。');
    await goOn(page);
    await expect(button(page)).toHaveText('呼び出し中 前に2人');
    await page.getByRole('button', { name: '新しい暗証番号を考える' }).tap();
    await desk.saysOfCall(coming);
    await expect(button(page)).toHaveText('係の人が来ます');
    await button(page).tap();
    await expect(title(page)).toHaveText('係の人が向かっています');
    await desk.saysOfCall({ state: 'helped', place: null });
    await expect(title(page)).toHaveText('係の人の対応が終わりました');
    await goOn(page);
    await expect(button(page)).toHaveText('係の人を呼ぶ');
    await button(page).tap();
    await expectToSay(title(page), words('ja', 'HelpCall.title'));
  });

  test('hears each of these from a screen reader, with the sheet open and with it closed', async ({ page }) => {
    const desk = await openAt(page, '/ja');
    await call(page);
    await expect(title(page)).toBeFocused();
    const inSheet = sheet(page).getByRole('status').first();
    await expect(inSheet).toHaveText('係の人を呼んでいます 少しお待ちください。');
    await desk.saysOfCall({ place: 2 });
    await expect(inSheet).toHaveText('係の人を呼んでいます あなたの前に1人います。');
    await goOn(page);
    await expect(button(page)).toBeFocused();
    await desk.saysOfCall(coming);
    await expect(page.locator('[data-help-status]')).toHaveText(
      '係の人が向かっています この画面の前でお待ちください。',
    );
  });

  test('needs nothing but a keyboard', async ({ page }) => {
    const desk = await openAt(page, '/ja/practice');
    await button(page).focus();
    await page.keyboard.press('Enter');
    await expect(sheet(page)).toBeVisible();
    await sheetButton(page, 'HelpCall.reasons.pin').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(title(page)).toHaveText('係の人を呼んでいます');
    await expect.poll(() => newest(desk, 'ask')?.reason).toBe('card');
    await page.keyboard.press('Escape');
    await expect(button(page)).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await expect(sheetButton(page, 'HelpCall.cancel')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sheet(page)).toBeHidden();
    await expect.poll(() => kindsOf(desk)).toContain('leave');
    await expect(button(page)).toHaveText('係の人を呼ぶ');
  });

  for (const [how, isKey] of [
    ['a key', true],
    ['a button', false],
  ] as const) {
    test(`opens the sheet again, however soon after it was closed by ${how}`, async ({ page }) => {
      await openAt(page, '/ja');
      await button(page).click();
      await expect(sheet(page)).toBeVisible();
      // The browser tells of a closed dialog with the next frame, and a press may be faster.
      await sheet(page).evaluate(
        (dialog: HTMLDialogElement, byKey) =>
          new Promise<void>((resolve) => {
            const help = document.querySelector<HTMLElement>('.action-help');
            const close = [...dialog.querySelectorAll('button')].at(-1);
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => help?.click();
            dialog.addEventListener('close', () => setTimeout(resolve), { once: true });
            requestAnimationFrame(() => {
              if (byKey) dialog.requestClose();
              else close?.click();
              port2.postMessage(null);
            });
          }),
        isKey,
      );
      await expect(sheet(page)).toBeVisible();
    });
  }

  test('can take it back, and call again', async ({ page }) => {
    const desk = await openAt(page, '/ja');
    await call(page);
    await desk.saysOfCall({ place: 1 });
    await sheetButton(page, 'HelpCall.cancel').tap();
    // What the desk says of the call before it has heard.
    await desk.saysOfCall({ place: 1 });
    await expect(button(page)).toHaveText('係の人を呼ぶ');
    const first = newest(desk, 'ask')?.call;
    await expect.poll(() => newest(desk, 'leave')?.call).toBe(first);
    await call(page, 'other');
    await expect.poll(() => newest(desk, 'ask')?.call).not.toBe(first);
  });

  test('is told after ten seconds that nobody is on duty, and where to go instead', async ({ page }) => {
    await page.clock.install();
    const desk = await openAt(page, '/ja');
    await desk.says({ ...quietDesk, onDuty: false });
    await call(page);
    await desk.saysOfCall({ place: 1 }, { onDuty: false });
    // The clock goes on by itself meanwhile, further on a slow machine.
    await page.clock.runFor(6_000);
    await expect(title(page)).toHaveText('係の人を呼んでいます');
    await page.clock.runFor(4_100);
    await expect(title(page)).toHaveText('いま係の人がいません');
    await expect(sheet(page)).toContainText(freeDial);
    await expect(sheet(page)).toContainText('2023年の情報');
    await expect(sheet(page)).toContainText('ご確認ください');
    await goOn(page);
    await expect(button(page)).toHaveText('係の人がいません');
    await desk.saysOfCall({ place: 1 });
    await expect(button(page)).toHaveText('次の番です');
  });

  test('is told at once when staff cannot be called, and what to do instead', async ({ page }) => {
    const desk = await openAt(page, '/ja');
    await desk.goesAway();
    await button(page).tap();
    await expect(title(page)).toHaveText('いまは係の人を呼べません');
    await expect(sheet(page)).toContainText(freeDial);
    await expect(sheet(page).locator('.help-reasons')).toHaveCount(0);
    await goOn(page);
    await expect(button(page)).toHaveText('係の人を呼ぶ');
    await desk.says(quietDesk);
    await button(page).tap();
    await expect(sheet(page).locator('.help-reasons')).toBeVisible();
  });

  test('is still called for after a change of language, in that language', async ({ page }) => {
    const desk = await openAt(page, '/ja/guide');
    await call(page);
    await desk.saysOfCall({ place: 2 });
    await goOn(page);
    await page.getByRole('link', { name: 'English' }).tap();
    await expect(button(page)).toHaveText('1 ahead of you');
    await expect.poll(() => newest(desk, 'case')?.case.language).toBe('en');
    expect(newest(desk, 'case')?.call).toBe(newest(desk, 'ask')?.call);
    expect(kindsOf(desk)).not.toContain('leave');
  });

  test('is described by closed names and values, and never by a day of birth', async ({ page }) => {
    const desk = await openAt(page, '/ja/guide');
    await answer(page, 'ja', [
      ['errand', 'child-allowance'],
      ['card', 'my-number'],
    ]);
    await call(page, 'phone');
    await goOn(page);
    await answer(page, 'ja', [['phone', 'reads-and-runs']]);
    const facts = {
      errand: { value: 'child-allowance', evidence: 'said' },
      card: { value: 'my-number', evidence: 'said' },
    };
    await expect.poll(() => newest(desk, 'case')?.case.facts.phone?.value).toBe('reads-and-runs');
    expect(newest(desk, 'ask')?.case).toMatchObject({ step: 'guide:phone', facts, language: 'ja', error: null });
    expect(newest(desk, 'case')?.case.step).toBe('guide:pin.authentication');
    for (const message of desk.heard) expect(v.is(deskMessageSchema, message)).toBe(true);
  });

  test('leaves nothing behind: the call ends with the visit, which is counted once', async ({ page }) => {
    const desk = await openAt(page, '/en/guide');
    await call(page, 'other', 'en');
    await desk.saysOfCall({ place: 1 });
    await sheetButton(page, 'HelpCall.goOn', 'en').tap();
    await page.locator('.action-finish').tap();
    await expect(page).toHaveURL(/\/ja$/);
    await expect(button(page)).toHaveText('係の人を呼ぶ');
    await expect.poll(() => kindsOf(desk)).toEqual(['ask', 'leave', 'visit']);
    expect(newest(desk, 'visit')).toMatchObject({
      outcome: 'left',
      language: 'en',
      lastStep: 'guide:errand',
      reads: 0,
    });
    await desk.saysOfCall({ place: 1 });
    await expect(button(page)).toHaveText('係の人を呼ぶ');
  });

  test('who has gone away without a word is not waited for', async ({ page }) => {
    await page.clock.install();
    const desk = await openAt(page, '/ja');
    await call(page);
    await desk.saysOfCall({ place: 1 });
    await page.clock.runFor(asksAfterMs + 1_500);
    await expect(stillHere(page)).toContainText(words('ja', 'StillHere.called'));
    await stay(page);
    await expect(stillHere(page)).toBeHidden();
    await expect(sheet(page)).toBeVisible();
    await page.clock.runFor(asksAfterMs + answerMs + 2_000);
    await expect.poll(() => kindsOf(desk)).toContain('leave');
    await expect(sheet(page)).toBeHidden();
  });

  /** Has answered one question, and goes on while the call stands like this. The time of the page is in the hands of the test. */
  const calledFromGuide = async (page: Page, state: Partial<VisitorCall>): Promise<ScriptedDesk> => {
    await page.clock.install();
    const desk = await openAt(page, '/ja/guide');
    await answer(page, 'ja', [['errand', 'passport']]);
    await call(page);
    await desk.saysOfCall(state);
    await goOn(page);
    return desk;
  };

  test('is not hurried while somebody is on the way', async ({ page }) => {
    const desk = await calledFromGuide(page, coming);
    await page.clock.runFor(10 * 60_000);
    await expect(stillHere(page)).toHaveCount(0);
    await expect(page.locator('[data-question="card"]')).toBeVisible();
    expect(kindsOf(desk)).not.toContain('leave');
  });

  test('is not asked any more whether anybody is there once somebody is on the way', async ({ page }) => {
    const desk = await calledFromGuide(page, { place: 1 });
    await page.clock.runFor(asksAfterMs + 1_500);
    await expect(stillHere(page)).toBeVisible();
    await desk.saysOfCall(coming);
    await expect(button(page)).toHaveAttribute('data-phase', 'coming');
    await page.clock.runFor(2_000);
    await expect(stillHere(page)).toHaveCount(0);
    await page.clock.runFor(10 * 60_000);
    await expect(page.locator('[data-question="card"]')).toBeVisible();
    expect(kindsOf(desk)).not.toContain('leave');
  });

  test('is asked after twenty minutes without a touch, for staff may have forgotten to close the call', async ({
    page,
  }) => {
    const desk = await calledFromGuide(page, coming);
    await page.clock.runFor(attendedMostMs);
    await expect(stillHere(page)).toHaveCount(0);
    await page.clock.runFor(asksAfterMs + 2_000);
    await expect(stillHere(page)).toBeVisible();
    await page.clock.runFor(answerMs + 1_000);
    await expect.poll(() => kindsOf(desk)).toContain('leave');
  });

  test('is not hurried either when the desk goes away while staff are there, but not for ever', async ({ page }) => {
    const desk = await calledFromGuide(page, coming);
    await desk.says({ reachable: false, onDuty: false, call: null });
    await expect(button(page)).toHaveAttribute('data-phase', 'away');
    await page.clock.runFor(9 * 60_000);
    await expect(stillHere(page)).toHaveCount(0);
    await expect(page.locator('[data-question="card"]')).toBeVisible();
    await page.clock.runFor(60_000 + asksAfterMs + 2_000);
    await expect(stillHere(page)).toBeVisible();
  });

  test('sees the card first: it closes the sheet, and what staff send waits', async ({ page, kiosk }) => {
    await readerSays(page, kiosk.origin, [readerReady]);
    const desk = await openAt(page, '/ja');
    await call(page);
    await page.unroute('**/v1/events');
    await readerSays(page, kiosk.origin, cardFound);
    await page.reload();
    await page.locator('[data-screen="reading"]').waitFor();
    await desk.saysOfCall({ ...coming, prompt: sent({ kind: 'say', sentence: 'keep-card-still' }) });
    await expect(button(page)).toHaveAttribute('data-phase', 'coming');
    await expect(sheet(page)).toBeHidden();
  });
});

test.describe('what staff send', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'a call is the same on every panel');

  test('a page comes only with the visitor’s consent, and the answers stay', async ({ page }) => {
    const desk = await openAt(page, '/ja/guide');
    await answer(page, 'ja', [['errand', 'passport']]);
    await call(page);
    const first = sent({ kind: 'show', page: 'pins:slip' });
    await desk.saysOfCall({ ...coming, prompt: first });
    await expect(title(page)).toHaveText(
      words('ja', 'HelpPrompt.show.title').replace('{title}', words('ja', 'PinSlip.title')),
    );
    await expect(title(page)).toBeFocused();
    await sheetButton(page, 'HelpPrompt.show.no').tap();
    await expect(page).toHaveURL(/\/ja\/guide$/);
    await expect.poll(() => newest(desk, 'answer')).toMatchObject({ prompt: first.id, accepted: false });
    const second = sent({ kind: 'show', page: 'pins:slip' });
    await desk.saysOfCall({ ...coming, prompt: second });
    await sheetButton(page, 'HelpPrompt.show.yes').tap();
    await expect(page).toHaveURL(/\/ja\/pins$/);
    await expect(page.locator('[data-part="slip"]')).toBeVisible();
    await expect.poll(() => newest(desk, 'answer')).toMatchObject({ prompt: second.id, accepted: true });
    await page.locator('.action-back').tap();
    await page.locator('.action-back').tap();
    await expect(page.locator('[data-question="card"]')).toBeVisible();
  });

  test('every page that can be shown comes up', async ({ page }) => {
    test.setTimeout(120_000);
    const shown: Readonly<Record<Extract<PromptContent, { kind: 'show' }>['page'], string>> = {
      card: '[data-screen="ready"], [data-screen="connecting"], [data-screen="noReader"]',
      guide: '[data-question="errand"]',
      phone: '[data-question="kind"]',
      'phone:app': '[data-screen="app"]',
      'phone:pc': '[data-screen="pc"]',
      'phone:trouble': '[data-screen="trouble"]',
      pins: '[data-part="home"]',
      'pins:certificates': '[data-part="certificates"]',
      'pins:counter': '[data-part="counter"]',
      'pins:errors': '[data-screen="errors"]',
      'pins:fails': '[data-screen="fails"]',
      'pins:new': '[data-part="new"]',
      'pins:slip': '[data-part="slip"]',
      'pins:store': '[data-screen="store"]',
      'pins:which': '[data-question="which"]',
      'practice-card': '.practice-button',
      'take-along': '[data-question="errand"]',
    };
    const desk = await openAt(page, '/ja');
    await call(page);
    await goOn(page);
    for (const [name, selector] of Object.entries(shown)) {
      const content = { kind: 'show', page: name as keyof typeof shown } as const;
      await desk.saysOfCall({ ...coming, prompt: sent(content) });
      await sheetButton(page, 'HelpPrompt.show.yes').tap();
      await expect(page.locator(selector).first(), name).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 }), name).not.toBeEmpty();
    }
  });

  test('a sentence is read in the visitor’s own language', async ({ page }) => {
    const desk = await openAt(page, '/en');
    await call(page, 'pin', 'en');
    const prompt = sent({ kind: 'say', sentence: 'do-not-try-again' });
    await desk.saysOfCall({ ...coming, prompt });
    await expect(sheet(page).getByRole('status')).toHaveText(words('en', 'HelpSentences.do-not-try-again'));
    await sheetButton(page, 'HelpPrompt.say.ok', 'en').tap();
    await expect.poll(() => newest(desk, 'answer')).toMatchObject({ prompt: prompt.id, accepted: true });
    // The desk has not heard yet.
    await desk.saysOfCall({ ...coming, prompt });
    await expect(page.getByText(words('en', 'HelpSentences.do-not-try-again'))).toBeHidden();
  });

  test('the end can be put off for ten seconds, and else everything is erased', async ({ page }) => {
    await page.clock.install();
    const desk = await openAt(page, '/ja/guide');
    await answer(page, 'ja', [['errand', 'passport']]);
    await call(page);
    await desk.saysOfCall({ ...coming, prompt: sent({ kind: 'end' }) });
    await page.clock.runFor(8_000);
    await expect(sheet(page).locator('.help-lead')).toHaveText('あと2秒で、はじめの画面にもどります。');
    await sheetButton(page, 'HelpPrompt.end.stay').click();
    await expect.poll(() => newest(desk, 'answer')?.accepted).toBe(false);
    await page.clock.runFor(20_000);
    await expect(page.locator('[data-question="card"]')).toBeVisible();

    await desk.saysOfCall({ ...coming, prompt: sent({ kind: 'end' }) });
    await page.clock.runFor(10_500);
    await expect(page).toHaveURL(/\/ja$/);
    await expect.poll(() => kindsOf(desk).slice(-3)).toEqual(['answer', 'leave', 'visit']);
    expect(newest(desk, 'answer')?.accepted).toBe(true);
  });
});

test.describe('a card on the reader', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'a call is the same on every panel');
  test.beforeEach(async ({ page, kiosk }) => {
    await page.clock.install();
    await readerSays(page, kiosk.origin, reported(fineReport));
  });
  const cardScreen = (page: Page): Locator => page.locator('main[data-screen]');
  /** A card that is being read closes what is over the screen. */
  const callAtReport = async (page: Page): Promise<ScriptedDesk> => {
    const desk = await openAt(page, '/ja/card');
    await expect(cardScreen(page)).toHaveAttribute('data-screen', 'report');
    await call(page);
    return desk;
  };

  test('is taken away before staff end the visit', async ({ page }) => {
    const desk = await callAtReport(page);
    await desk.saysOfCall({ ...coming, prompt: sent({ kind: 'end' }) });
    await expectToSay(title(page), words('ja', 'HelpPrompt.end.title'));
    await page.clock.runFor(10_500);
    await expect(cardScreen(page)).toHaveAttribute('data-screen', 'takeAway');
    await page.clock.runFor(10 * 60_000);
    await expect(cardScreen(page)).toHaveAttribute('data-screen', 'takeAway');
    await expect(page).toHaveURL(/\/ja\/card$/);
  });

  test('left behind, takes the screen from the sheet for a call', async ({ page }) => {
    await openAt(page, '/ja/card');
    await expect(cardScreen(page)).toHaveAttribute('data-screen', 'report');
    await button(page).click();
    await expect(sheet(page)).toBeVisible();
    await page.clock.runFor(41_000);
    await expect(cardScreen(page)).toHaveAttribute('data-screen', 'takeAway');
    await expect(sheet(page)).toBeHidden();
  });
});

test.describe('at the real desk', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  test('a call is kept until the visit ends, and nothing that names anybody', async ({ page }) => {
    await page.goto('/ja/pins');
    await call(page, 'card');
    await expect(sheet(page).locator('.help-lead')).toHaveText('次があなたの番です。');
    const store = await openStore({ kind: 'sqlite', file: join(data, 'desk.db') });
    const calls = () => store.db.selectFrom('call').select(['reason', 'state', 'detail']).execute();
    expect(await calls()).toMatchObject([{ reason: 'card', state: 'waiting' }]);
    await expect(title(page)).toHaveText('いま係の人がいません', { timeout: 12_000 });
    await goOn(page);
    await page.locator('.action-finish').tap();
    await expect.poll(async () => (await calls()).map(({ state }) => state)).toEqual(['gone']);
    await store.close();
  });
});

import { expect, type Page, test } from '@playwright/test';
import type { AnswerWords } from '../lib/phone/answer-words.ts';
import { type DecisionStep, decisionSteps, type PhoneVerdict } from '../lib/phone/decide.ts';
import { troubleStepsFor } from '../lib/phone/trouble.ts';
import { advice, answer, answerAll, expectToSay, type Locale, locales, named, words } from './answers.ts';
import {
  type FakeCardKind,
  type FakeNfcConfig,
  hide,
  lift,
  logOf,
  ordinaryNfc,
  put,
  searchesOf,
  set,
  show,
} from './fake-nfc.ts';
import { test as homeTest } from './home-fixture.ts';
import { test as kiosk } from './kiosk-fixture.ts';
import {
  action,
  again,
  back,
  contactButton,
  contactPage,
  expectAnswer,
  expectScreen,
  found,
  heading,
  listRequests,
  openPhone,
  type PhoneReplies,
  phoneAnswer,
  question,
  reply,
  replyAll,
  scanned,
  searchField,
  searchFor,
  searching,
  startContact,
  textOf,
  toGuide,
  wordsWith,
} from './phone-steps.ts';
import { answerMs, asksAfterMs, beAskedAndStay } from './still-here.ts';

/** To start a home takes longer than many a test, so it is not started for those that are left out. */
const home = homeTest.extend<{ onPhoneOnly: undefined }>({
  onPhoneOnly: async ({ viewport }, use, testInfo) => {
    testInfo.skip(viewport?.width !== 390, 'home is tried on a phone');
    await use(undefined);
  },
  home: ({ onPhoneOnly: _, home }, use) => use(home),
});

const homeAddress = 'https://kazasu.example';
kiosk.use({ kioskArguments: ['--practice-card', '--home-address', homeAddress] });

const iphone = { kind: 'iphone' };
const newIphone = { ...iphone, iphone: 'xs-or-later', iosVersion: 'new-enough' };
const oldIphone = { ...iphone, iphone: '8-or-x', iosVersion: 'too-old' };
const notListed = { kind: 'android', model: 'not-listed' };
const pixel = { kind: 'android', model: 'Google Pixel 7' };
const xperia = { kind: 'android', model: 'Xperia 1 IV' };
const aquos = { kind: 'android', model: 'AQUOS sense7' };

const said = (androidVersion: string, readBefore: string, nfcItem: string): PhoneReplies => ({
  androidVersion,
  readBefore,
  nfcItem,
});

/** Which step decides, the verdict, the words of the answer, and what leads there. */
type Way = readonly [step: DecisionStep, verdict: PhoneVerdict, says: AnswerWords, replies: PhoneReplies];

/** By answers alone. */
const ways: readonly Way[] = [
  ['excluded', 'cannot', 'ipad', { kind: 'ipad' }],
  ['excluded', 'cannot', 'excluded', { ...iphone, iphone: '6s-or-older' }],
  ['os-too-old', 'reads-but-too-old', 'too-old-end', { ...iphone, iphone: '7' }],
  ['os-too-old', 'reads-but-too-old', 'too-old', { ...oldIphone, update: 'yes' }],
  ['os-too-old', 'reads-but-too-old', 'too-old-end', { ...oldIphone, update: 'no' }],
  ['os-too-old', 'unknown', 'too-old', { ...notListed, androidVersion: 'too-old', update: 'unknown' }],
  ['os-too-old', 'cannot', 'too-old-end', { ...xperia, androidVersion: 'too-old', update: 'no' }],
  ['listed', 'reads-and-runs', 'listed', newIphone],
  ['listed', 'likely', 'version-open', { ...pixel, androidVersion: 'unknown' }],
  ['nfc-hardware', 'likely', 'nfc-hardware', { ...xperia, androidVersion: 'new-enough' }],
  ['read-before', 'reads-and-runs', 'read-before', { ...notListed, androidVersion: 'new-enough', readBefore: 'yes' }],
  ['read-before', 'likely', 'version-open', { ...iphone, iphone: 'unknown', iosVersion: 'unknown', readBefore: 'yes' }],
  ['nfc-item', 'likely', 'nfc-item', { ...aquos, ...said('new-enough', 'no', 'yes') }],
  ['no-nfc-item', 'cannot', 'no-nfc-item', { ...notListed, ...said('unknown', 'unknown', 'no') }],
  ['not-known', 'unknown', 'not-known', { ...notListed, ...said('new-enough', 'unknown', 'unknown') }],
];

/** What no browser can know. Spaces do not count. */
const tooMuch =
  /マイナンバーカードを認識|正しいカード|読み取りに成功|公式アプリでも読めます|秒間|recogni[sz]ed|successfully|officialappwill|for\d+seconds/i;

const expectNoClaim = async (page: Page): Promise<void> =>
  expect((await textOf(page.locator('main'))).replaceAll(/\s/g, '')).not.toMatch(tooMuch);

/** To write to a card that is not known can destroy it. */
const expectNothingWritten = async (page: Page): Promise<void> =>
  expect((await logOf(page)).filter((line) => line === 'write' || line === 'makeReadOnly')).toEqual([]);

/** The same by the contact test, on a phone of which nothing is known. `goOn`: from its start until the answer is back. */
type Trial = readonly [
  step: DecisionStep,
  verdict: PhoneVerdict,
  nfc: Partial<FakeNfcConfig>,
  goOn: (page: Page, locale: Locale) => Promise<void>,
];

const leaveContact = async (page: Page, locale: Locale, name: 'away' | 'stop'): Promise<void> => {
  await contactButton(page, locale, name).click();
  await contactButton(page, locale, 'toAnswer').click();
};

const notice =
  (kind: FakeCardKind): Trial[3] =>
  async (page, locale) => {
    await put(page, kind);
    await expectToSay(heading(page), words(locale, kind === 'isodep' ? 'PhoneContact.found' : 'PhoneContact.tag'));
    await expectNoClaim(page);
    await leaveContact(page, locale, 'away');
  };

const findNothing: Trial[3] = async (page, locale) => {
  await searching(page);
  await page.clock.fastForward(21_000);
  await expectToSay(heading(page), words(locale, 'PhoneContact.long'));
  await leaveContact(page, locale, 'stop');
};

const beRefused =
  (failure: string): Trial[3] =>
  async (page, locale) => {
    await expectToSay(heading(page), words(locale, `PhoneContact.failures.${failure}.title`));
    await back(page).click();
  };

const trials: readonly Trial[] = [
  ['contact-seen', 'reads-and-runs', {}, notice('isodep')],
  ['other-tag', 'likely', {}, notice('ndef')],
  ['silence', 'likely', {}, findNothing],
  ['nfc-off', 'likely', { hardware: 'off' }, beRefused('nfc-off')],
  ['no-hardware', 'cannot', { hardware: 'none' }, beRefused('no-hardware')],
];

const refuse = (page: Page, name: string, message: string): Promise<void> =>
  page.evaluate(
    ([errorName, errorMessage]) => {
      NDEFReader.prototype.scan = () => Promise.reject(new DOMException(errorMessage, errorName));
    },
    [name, message] as const,
  );

/** What `scan()` can be refused with, in Chromium's words, where it is not the fake that refuses. */
const refusals = [
  ['InvalidStateError', 'A scan() operation is ongoing.', 'busy'],
  ['NotSupportedError', 'Web NFC is unavailable or permission denied.', 'unavailable'],
  ['UnknownError', 'of some later browser', 'unavailable'],
] as const;

/** The questions of the guide that are left once the phone is known. */
const restOfGuide = {
  errand: 'child-allowance',
  card: 'my-number',
  pins: 'known',
  changedSinceIssue: 'no',
  'certificate.authentication': 'valid',
};

test('no step of the decision is left out', () => {
  const tried = new Set([...ways, ...trials].map(([step]) => step));
  expect(decisionSteps.filter((step) => !tried.has(step))).toEqual([]);
});

home.describe('on one’s own phone', () => {
  home.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const locale of locales) {
    home(`whatever is answered leads to the answer that follows from it: ${locale}`, async ({ page }) => {
      home.setTimeout(180_000);
      await openPhone(page, 'windowsChrome', locale, null);
      for (const [step, verdict, says, replies] of ways) {
        await replyAll(page, locale, replies);
        await expectAnswer(page, locale, step, verdict, says);
        await again(page, locale).click();
      }
      await expect(question(page, 'kind')).toBeVisible();
    });

    home(`whatever the phone itself shows leads to the answer that follows from it: ${locale}`, async ({ page }) => {
      home.setTimeout(120_000);
      await page.clock.install();
      await openPhone(page, 'unknownPhone', locale, ordinaryNfc);
      for (const [step, verdict, nfc, goOn] of trials) {
        await expectAnswer(page, locale, 'not-known', 'unknown', 'not-known-here');
        await set(page, nfc);
        await startContact(page, locale);
        await goOn(page, locale);
        await expectAnswer(page, locale, step, verdict);
        await expectNoClaim(page);
        await expectNothingWritten(page);
        await page.reload();
      }
    });
  }

  home('Chrome on Android names the phone, and the answer is there without a question', async ({ context }) => {
    for (const { browser, step, verdict, names } of [
      { browser: 'pixel7', step: 'listed', verdict: 'reads-and-runs', names: 'Google Pixel 7、Android 15' },
      { browser: 'xperia1Iv', step: 'nfc-hardware', verdict: 'likely', names: 'Xperia 1 IV（SO-51C）、Android 14' },
    ] as const) {
      const page = await context.newPage();
      await openPhone(page, browser, 'ja', ordinaryNfc);
      await expectAnswer(page, 'ja', step, verdict);
      await expect(page.locator('.phone-identity strong')).toHaveText(names);
      await expect(page.locator('.phone-identity')).toContainText(words('ja', 'PhoneCheck.codeNote'));
      expect(await logOf(page)).toEqual([]);
      await page.close();
    }
  });

  home('a phone that nobody knows is asked about, or tried', async ({ context }) => {
    const withNfc = await context.newPage();
    await openPhone(withNfc, 'unknownPhone', 'ja', ordinaryNfc);
    await expectAnswer(withNfc, 'ja', 'not-known', 'unknown', 'not-known-here');
    await expect(withNfc.locator('.phone-identity strong')).toHaveText('機種コード：ZZ-99Z、Android 16');
    await action(withNfc, 'ja', 'ask').click();
    await replyAll(withNfc, 'ja', { readBefore: 'yes' });
    await expectAnswer(withNfc, 'ja', 'read-before', 'reads-and-runs');
    await withNfc.close();
    const without = await context.newPage();
    await openPhone(without, 'unknownPhone', 'ja', null);
    await replyAll(without, 'ja', { readBefore: 'no', nfcItem: 'yes' });
    await expectAnswer(without, 'ja', 'nfc-item', 'likely');
    await back(without).click();
    await expect(question(without, 'nfcItem')).toBeVisible();
    await without.close();
  });

  home(
    'Android 9 is asked whether it can be updated, and without an update the app is out of reach',
    async ({ page }) => {
      await openPhone(page, 'aquosSense2', 'ja', ordinaryNfc);
      await replyAll(page, 'ja', { update: 'no' });
      await expectAnswer(page, 'ja', 'os-too-old', 'cannot', 'too-old-end');
      await expect(page.locator('.phone-identity strong')).toHaveText('AQUOS sense2（SH-M08）、Android 9');
      await back(page).click();
      await replyAll(page, 'ja', { update: 'yes' });
      await expectAnswer(page, 'ja', 'os-too-old', 'unknown', 'too-old');
      await expect(phoneAnswer(page)).toContainText(words('ja', 'PhoneAnswer.reopen'));
    },
  );

  home(
    'an iPhone is asked for its model alone, and what is not told of its version is not claimed',
    async ({ context }) => {
      for (const { browser, names, note } of [
        { browser: 'safari18', names: 'iPhone、iOS 18.5', note: 'codeNote' },
        { browser: 'safari26', names: 'iPhone、iOS 26.1以上', note: 'atLeastNote' },
      ] as const) {
        const page = await context.newPage();
        await openPhone(page, browser, 'ja', null);
        await replyAll(page, 'ja', { iphone: 'xs-or-later' });
        await expectAnswer(page, 'ja', 'listed', 'reads-and-runs');
        await expect(page.locator('.phone-identity strong')).toHaveText(names);
        await expect(page.locator('.phone-identity small')).toHaveText(words('ja', `PhoneCheck.${note}`));
        await page.close();
      }
    },
  );

  home('an iPhone with iOS 15 is too old, and only some get an update', async ({ page }) => {
    await openPhone(page, 'safari15', 'ja', null);
    await replyAll(page, 'ja', { iphone: '8-or-x', update: 'yes' });
    await expectAnswer(page, 'ja', 'os-too-old', 'reads-but-too-old', 'too-old');
    await expect(phoneAnswer(page).locator('.stage-lead')).toHaveText(words('ja', 'PhoneCheck.update.hintIos'));
    await back(page).click();
    await expect(question(page, 'update')).toBeVisible();
    await back(page).click();
    await replyAll(page, 'ja', { iphone: '7' });
    await expectAnswer(page, 'ja', 'os-too-old', 'reads-but-too-old', 'too-old-end');
    await back(page).click();
    await replyAll(page, 'ja', { iphone: '6s-or-older' });
    await expectAnswer(page, 'ja', 'excluded', 'cannot');
  });

  home('a PC is asked which phone it is about, and the guide learns that there is a PC', async ({ page }) => {
    await openPhone(page, 'windowsChrome', 'ja', null);
    await expectToSay(heading(page), words('ja', 'PhoneCheck.kind.title'));
    await replyAll(page, 'ja', { kind: 'ipad' });
    await expect(page.locator('.phone-identity')).toHaveCount(0);
    await toGuide(page).click();
    await answer(page, 'ja', [['errand', 'child-allowance']]);
    await page.locator('.action-answers').click();
    const pc = page.locator('.given-answer').filter({ hasText: words('ja', 'Questions.pc.short') });
    await expect(pc.locator('.given-answer-words')).toHaveText(words('ja', 'Questions.pc.answers.yes'));
    await expect(pc.locator('.given-answer-evidence')).toHaveText(words('ja', 'Evidence.detected'));
  });

  home('Firefox tells no model: it is searched for, and the test is not promised', async ({ page }) => {
    await openPhone(page, 'firefoxOnAndroid', 'ja', null);
    await replyAll(page, 'ja', { model: 'Google Pixel 7' });
    await expectAnswer(page, 'ja', 'listed', 'reads-and-runs');
    await action(page, 'ja', 'how-to-hold').click();
    await expectToSay(heading(page), words('ja', 'PhoneContact.failures.no-web-nfc.title'));
    await expect(contactPage(page).getByRole('button')).toHaveCount(0);
  });

  home(
    'inside LINE the page says where it is, how to get out, and what to type if that fails',
    async ({ context, home: server }) => {
      for (const { browser, nfc, browserToUse, replies, says } of [
        {
          browser: 'lineOnAndroid',
          nfc: { ...ordinaryNfc, permission: 'denied' },
          browserToUse: 'Chrome',
          replies: {},
          says: 'LINEの中では試せません',
        },
        {
          browser: 'lineOnIphone',
          nfc: null,
          browserToUse: 'Safari',
          replies: { iphone: 'xs-or-later' },
          says: words('ja', 'PhoneContact.failures.iphone.title'),
        },
      ] as const) {
        const page = await context.newPage();
        await openPhone(page, browser, 'ja', nfc);
        const notice = page.locator('main .in-app-notice');
        await expect(notice).toContainText('いまはLINEの中で開いています');
        await replyAll(page, 'ja', replies);
        await expect(phoneAnswer(page).locator('.in-app-notice')).toHaveCount(1);
        await expect(notice).toContainText(wordsWith('ja', 'InAppBrowser.address', { browser: browserToUse }));
        await expect(notice.locator('.typed-address')).toHaveText(`${server.origin}/ja/phone`);
        await action(page, 'ja', 'how-to-hold').click();
        await expect(heading(page)).toHaveText(says);
        await expect(
          contactPage(page).getByRole('button', { name: named(words('ja', 'PhoneContact.start')) }),
        ).toHaveCount(0);
        if (nfc !== null) expect(await logOf(page)).toEqual([]);
        await page.close();
      }
    },
  );

  home(
    'a card that is noticed is a contact and no more, and the search goes on until the card is away',
    async ({ page }) => {
      await openPhone(page, 'unknownPhone', 'ja', ordinaryNfc);
      await action(page, 'ja', 'contact').click();
      await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.title'));
      expect(await logOf(page)).toEqual([]);
      await contactButton(page, 'ja', 'start').click();
      await searching(page);
      expect(await logOf(page)).toEqual(['scan', 'prompt']);
      await put(page, 'isodep');
      await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.found'));
      await expectNoClaim(page);
      expect(await searchesOf(page)).toBe(1);

      const coaching = page.locator('.contact-coaching li');
      await expect(coaching).toHaveCount(1);
      await lift(page);
      await put(page, 'isodep');
      await expect(coaching.nth(1)).toHaveText(wordsWith('ja', 'PhoneContact.again', { count: 2 }));
      expect(await searchesOf(page)).toBe(1);
      await contactButton(page, 'ja', 'away').click();
      await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.finished'));
      await expect.poll(() => searchesOf(page)).toBe(0);
      await expectNoClaim(page);
      await contactButton(page, 'ja', 'toAnswer').click();
      await expectAnswer(page, 'ja', 'contact-seen', 'reads-and-runs');
      await expectNoClaim(page);

      // A card that lies there would be found again, and then the radio stays on for a while.
      await lift(page);
      await startContact(page, 'ja');
      await expect.poll(() => searchesOf(page)).toBe(1);
      await back(page).click();
      await expect(phoneAnswer(page)).toBeVisible();
      await expect.poll(() => searchesOf(page)).toBe(0);
      await expectNothingWritten(page);
    },
  );

  home('the place where the card was noticed is in the answer and on the print of the guide', async ({ page }) => {
    await openPhone(page, 'unknownPhone', 'ja', ordinaryNfc);
    await startContact(page, 'ja');
    await searching(page);
    await put(page, 'isodep');
    const places = page.locator('.contact-where button[aria-pressed="true"]');
    await expect(places).toHaveCount(1);
    await contactButton(page, 'ja', 'places.middle').click();
    await expect(places).toHaveText(words('ja', 'PhoneContact.places.middle'));
    await leaveContact(page, 'ja', 'away');
    const middle = { place: words('ja', 'PhoneContact.places.middle') };
    await expect(page.locator('.phone-spot')).toContainText(wordsWith('ja', 'PhoneAnswer.foundPlace', middle));
    await toGuide(page).click();
    await answerAll(page, 'ja', restOfGuide);
    await expect(advice(page)).toBeVisible();
    await expectToSay(page.locator('.printed'), wordsWith('ja', 'TakeAlong.phoneSpot', middle));
  });

  home('a sticker is told from a card', async ({ page }) => {
    await openPhone(page, 'unknownPhone', 'ja', ordinaryNfc);
    await startContact(page, 'ja');
    await searching(page);
    await put(page, 'ndef');
    await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.tag'));
    await expect(page.locator('.stage-lead')).toHaveText(words('ja', 'PhoneContact.tagLead'));
    await expect(page.locator('.contact-where')).toHaveCount(0);
    await lift(page);
    await put(page, 'isodep');
    await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.found'));
  });

  home('a page that is hidden waits, and a card that lay there all the time has not moved', async ({ page }) => {
    await openPhone(page, 'unknownPhone', 'ja', ordinaryNfc);
    await startContact(page, 'ja');
    await searching(page);
    await hide(page);
    await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.paused'));
    await put(page, 'isodep');
    await show(page);
    await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.found'));
    await hide(page);
    await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.paused'));
    await show(page);
    const coaching = page.locator('.contact-coaching li');
    await expect(coaching.nth(1)).toHaveText(wordsWith('ja', 'PhoneContact.times', { count: 2 }));
    const felt = (await logOf(page)).filter((line) => line === 'prompt' || line === 'vibrate');
    expect(felt).toEqual(['prompt', 'vibrate', 'vibrate']);
    await expect.poll(() => searchesOf(page)).toBe(1);
  });

  home('NFC that was off is noticed by itself once it is on', async ({ page }) => {
    await openPhone(page, 'unknownPhone', 'ja', { ...ordinaryNfc, hardware: 'off' });
    await startContact(page, 'ja');
    await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.failures.nfc-off.title'));
    await expect(page.locator('.stage-lead')).toHaveText(words('ja', 'PhoneContact.failures.nfc-off.remedy'));
    await hide(page);
    await set(page, { hardware: 'on' });
    await show(page);
    await searching(page);
    expect(await searchesOf(page)).toBe(1);
    await back(page).click();
    await expect.poll(() => searchesOf(page)).toBe(0);
    await set(page, { hardware: 'off', turnsOnInDialog: true });
    await startContact(page, 'ja');
    await searching(page);
    expect((await logOf(page)).at(-1)).toBe('nfc-settings-dialog');
  });

  home('a refused permission can be given later', async ({ page }) => {
    await openPhone(page, 'unknownPhone', 'ja', { ...ordinaryNfc, answer: 'denied' });
    await startContact(page, 'ja');
    await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.failures.denied.title'));
    await expect(page.locator('.stage-lead')).toHaveText(words('ja', 'PhoneContact.failures.denied.remedy'));
    await set(page, { permission: 'granted' });
    await contactButton(page, 'ja', 'startAgain').click();
    await searching(page);
    expect(await searchesOf(page)).toBe(1);
  });

  // That it is in a frame cannot be tried: the policy of every page forbids frames. lib/phone/contact.test.ts has the error.
  home('whatever else the browser refuses with has words, and may be tried again', async ({ page }) => {
    await openPhone(page, 'unknownPhone', 'ja', ordinaryNfc);
    await action(page, 'ja', 'contact').click();
    let begin = 'start';
    for (const [name, message, failure] of refusals) {
      await refuse(page, name, message);
      await contactButton(page, 'ja', begin).click();
      await expect(heading(page)).toHaveText(words('ja', `PhoneContact.failures.${failure}.title`));
      await expect(page.locator('.stage-lead')).toHaveText(words('ja', `PhoneContact.failures.${failure}.remedy`));
      begin = 'startAgain';
    }
    expect(await searchesOf(page)).toBe(0);
  });

  home('without NFC the other ways are shown', async ({ page }) => {
    await openPhone(page, 'pixel7', 'ja', { ...ordinaryNfc, hardware: 'none' });
    await startContact(page, 'ja');
    await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.failures.no-hardware.title'));
    await expect(contactButton(page, 'ja', 'startAgain')).toHaveCount(0);
    await contactPage(page).getByRole('button').click();
    await expectScreen(page, 'other-ways', words('ja', 'PhoneOtherWays.title'));
    await back(page).click();
    await back(page).click();
    await expectAnswer(page, 'ja', 'no-hardware', 'cannot');
    await expect(phoneAnswer(page)).toContainText(words('ja', 'PhoneAnswer.disputed'));
  });

  home('every page of help opens from the answer and leads back to it', async ({ page }) => {
    await openPhone(page, 'pixel7', 'ja', ordinaryNfc);
    for (const [name, title] of [
      ['contact', 'PhoneContact.title'],
      ['settings', 'PhoneSettings.title'],
      ['app', 'PhoneApp.title'],
      ['trouble', 'PhoneTrouble.steps.outage.title'],
      ['pc', 'PhonePc.title'],
      ['card-in-phone', 'PhoneCardIn.title'],
    ] as const) {
      await action(page, 'ja', name).click();
      await expectScreen(page, name, words('ja', title));
      await back(page).click();
      await expectScreen(page, 'check', words('ja', 'PhoneAnswer.steps.listed.title'));
    }
    await again(page, 'ja').click();
    await question(page, 'kind')
      .getByRole('button', { name: words('ja', 'PhoneCheck.none') })
      .click();
    await expectScreen(page, 'other-ways', words('ja', 'PhoneOtherWays.title'));
    await back(page).click();
    await expectScreen(page, 'check', words('ja', 'PhoneCheck.kind.title'));
  });

  home('the settings are those of the maker, and of the carrier where it had a switch of its own', async ({ page }) => {
    const titles = page.locator('.settings-paths h2');
    await openPhone(page, 'unknownPhone', 'ja', null);
    await replyAll(page, 'ja', { readBefore: 'yes' });
    await action(page, 'ja', 'settings').click();
    await expect(titles.first()).toHaveText(words('ja', 'PhoneSettings.paths.android.title'));
    await expect(titles.last()).toHaveText(words('ja', 'PhoneSettings.paths.docomo-reader-writer.title'));
    await expect(page.locator('.menu-path').last()).toHaveText(words('ja', 'PhoneSettings.menus.docomo-reader-writer'));
    await back(page).click();
    await again(page, 'ja').click();
    await replyAll(page, 'ja', { ...aquos, androidVersion: 'new-enough', readBefore: 'yes' });
    await action(page, 'ja', 'settings').click();
    await expect(titles.first()).toHaveText(words('ja', 'PhoneSettings.paths.aquos.title'));
    await expect(page.locator('.menu-path').first()).toHaveText(words('ja', 'PhoneSettings.menus.aquos'));
  });

  home('each thing to try is shown once, and at the end it is the turn of the card', async ({ page }) => {
    const shownSteps = async (): Promise<readonly string[]> => {
      const shown: string[] = [];
      await action(page, 'ja', 'trouble').click();
      for (;;) {
        const part = page.locator('[data-part^="trouble-"]');
        const name = (await part.getAttribute('data-part')) ?? '';
        shown.push(name.replace('trouble-', ''));
        await expect(heading(page)).toHaveCount(1);
        if (name === 'trouble-end') return shown;
        await part.getByRole('button', { name: words('ja', 'PhoneTrouble.next') }).click();
        await expect(page.locator(`[data-part="${name}"]`)).toHaveCount(0);
      }
    };
    await openPhone(page, 'pixel7', 'ja', ordinaryNfc);
    expect(await shownSteps()).toEqual([...troubleStepsFor('android'), 'end']);
    await expect(heading(page)).toHaveText(words('ja', 'PhoneTrouble.end'));
    await back(page).click();
    await expect(heading(page)).toHaveText(words('ja', 'PhoneTrouble.steps.hold-still.title'));
    await page.goto('/ja/phone');
    await again(page, 'ja').click();
    await replyAll(page, 'ja', newIphone);
    expect(await shownSteps()).toEqual([...troubleStepsFor('iphone'), 'end']);
    await page.getByRole('button', { name: words('ja', 'PhoneTrouble.guide') }).click();
    await expect(page.locator('[data-question="errand"]')).toBeVisible();
  });

  home('at home the app is one tap away, in the shop of the phone’s own system', async ({ page }) => {
    const official = 'https://services.digital.go.jp/mynaapp/';
    const shop = {
      android: 'https://play.google.com/store/apps/details?id=jp.go.cas.mpa',
      ios: 'https://apps.apple.com/jp/app/id1476359069',
    };
    const links = page.locator('.app-pages a');
    const hrefs = () => links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    await openPhone(page, 'pixel7', 'ja', ordinaryNfc);
    await action(page, 'ja', 'app').click();
    await expect(links).toHaveCount(2);
    expect(await hrefs()).toEqual([shop.android, official]);
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('rel')))).toEqual([
      'noreferrer',
      'noreferrer',
    ]);
    await expect(page.locator('.app-pages .qr-code')).toHaveCount(0);
    await back(page).click();
    await again(page, 'ja').click();
    await replyAll(page, 'ja', newIphone);
    await action(page, 'ja', 'app').click();
    await expect(page.locator('.app-pages .qr-code')).toHaveCount(2);
    expect(await hrefs()).toEqual([shop.ios, official]);
  });

  home('the list of phones stays away from who does not search it', async ({ page }) => {
    const asked = listRequests(page);
    await openPhone(page, 'safari18', 'ja', null);
    await replyAll(page, 'ja', { iphone: 'xs-or-later' });
    await expectAnswer(page, 'ja', 'listed', 'reads-and-runs');
    expect(await asked()).toBe(0);
    await again(page, 'ja').click();
    await replyAll(page, 'ja', { kind: 'android' });
    await searchFor(page, 'SO-51C');
    await expect(found(page, 'Xperia 1 IV')).toBeVisible();
    expect(await asked()).toBe(1);
  });

  home('who looks at the settings or tries the card comes back to the thing that was being tried', async ({ page }) => {
    await openPhone(page, 'pixel7', 'ja', ordinaryNfc);
    await action(page, 'ja', 'trouble').click();
    const next = page.getByRole('button', { name: words('ja', 'PhoneTrouble.next') });
    while (!(await page.locator('[data-part="trouble-nfc-on"]').isVisible())) await next.click();
    for (const [way, screen] of [
      ['PhoneAnswer.actions.settings', 'settings'],
      ['PhoneTrouble.try', 'contact'],
    ] as const) {
      await page.getByRole('button', { name: words('ja', way) }).click();
      await expect(page.locator('main')).toHaveAttribute('data-screen', screen);
      await back(page).click();
      await expect(heading(page)).toHaveText(words('ja', 'PhoneTrouble.steps.nfc-on.title'));
    }
  });

  home('a card that was noticed once was noticed, whatever a later try shows', async ({ page }) => {
    await page.clock.install();
    await openPhone(page, 'unknownPhone', 'ja', ordinaryNfc);
    await startContact(page, 'ja');
    await notice('isodep')(page, 'ja');
    await expectAnswer(page, 'ja', 'contact-seen', 'reads-and-runs');
    await lift(page);
    await startContact(page, 'ja');
    await findNothing(page, 'ja');
    await expectAnswer(page, 'ja', 'contact-seen', 'reads-and-runs');
  });

  home('who has no phone is led on to the guide', async ({ page }) => {
    await openPhone(page, 'windowsChrome', 'ja', null);
    await question(page, 'kind')
      .getByRole('button', { name: words('ja', 'PhoneCheck.none') })
      .click();
    await expectScreen(page, 'other-ways', words('ja', 'PhoneOtherWays.title'));
    await expect(toGuide(page)).toBeVisible();
  });

  home('who has looked at another phone comes back to this one as it was left', async ({ page }) => {
    await openPhone(page, 'xperia1Iv', 'ja', ordinaryNfc);
    await again(page, 'ja').click();
    await replyAll(page, 'ja', { kind: 'ipad' });
    await again(page, 'ja').click();
    await question(page, 'kind')
      .getByRole('button', { name: words('ja', 'PhoneCheck.thisPhone') })
      .click();
    await expectAnswer(page, 'ja', 'nfc-hardware', 'likely');
    await expect(page.locator('.phone-identity strong')).toHaveText('Xperia 1 IV（SO-51C）、Android 14');
  });

  home('who has updated the phone says so, and is asked for the version anew', async ({ page }) => {
    await openPhone(page, 'windowsChrome', 'ja', null);
    await replyAll(page, 'ja', { ...oldIphone, update: 'yes' });
    await action(page, 'ja', 'updated').click();
    await replyAll(page, 'ja', { iosVersion: 'new-enough' });
    await expectAnswer(page, 'ja', 'listed', 'reads-and-runs');
  });

  home('what could be a PIN does not stay in the search field', async ({ page }) => {
    await openPhone(page, 'firefoxOnAndroid', 'ja', null);
    await searchFor(page, '4821');
    await expect(searchField(page)).toHaveValue('');
    await expect(page.locator('.search-refused')).toHaveText(words('ja', 'PhoneSearch.refusal'));
    await searchFor(page, 'SO-51C');
    await expect(found(page, 'Xperia 1 IV')).toBeVisible();
    await expect(page.locator('.search-refused')).toHaveCount(0);
  });

  home('a name cannot be typed before the list is there, which would take it for a PIN', async ({ page }) => {
    const looked = Promise.withResolvers<void>();
    await page.route('**/*.js', async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes('lineage_wiki')) await looked.promise;
      await route.fulfill({ response });
    });
    await openPhone(page, 'firefoxOnAndroid', 'ja', null);
    await searchField(page).waitFor();
    await expect(page.locator('h1:focus')).toHaveCount(1);
    await expect(searchField(page)).not.toBeEditable();
    looked.resolve();
    await searchField(page).fill('Google Pixel 7');
    await expect(found(page, 'Google Pixel 7')).toBeVisible();
  });

  home('a card that may still lie there keeps the radio on for a while after the page is left', async ({ page }) => {
    await page.clock.install();
    await openPhone(page, 'unknownPhone', 'ja', ordinaryNfc);
    await startContact(page, 'ja');
    await searching(page);
    await put(page, 'isodep');
    await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.found'));
    await back(page).click();
    await expectAnswer(page, 'ja', 'contact-seen', 'reads-and-runs');
    expect(await searchesOf(page)).toBe(1);
    await page.clock.fastForward(16_000);
    await expect.poll(() => searchesOf(page)).toBe(0);
  });

  home('a change of language keeps what was found out', async ({ page }) => {
    await openPhone(page, 'unknownPhone', 'ja', null);
    await replyAll(page, 'ja', { readBefore: 'yes' });
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/phone$/);
    await expectAnswer(page, 'en', 'read-before', 'reads-and-runs');
  });

  home('what the test has shown is not called reading a card', async ({ page }) => {
    await openPhone(page, 'unknownPhone', 'ja', ordinaryNfc);
    await startContact(page, 'ja');
    await searching(page);
    await put(page, 'isodep');
    await leaveContact(page, 'ja', 'away');
    await toGuide(page).click();
    await page.locator('.action-answers').click();
    const phone = page
      .locator('.given-answer')
      .filter({ hasText: words('ja', 'Questions.phone.answers.reads-and-runs') });
    await expect(phone).toHaveCount(1);
    await expect(phone).not.toContainText('カードを読んで');
  });

  home('who says that the card was read has done with what to try', async ({ page }) => {
    await openPhone(page, 'windowsChrome', 'ja', null);
    await replyAll(page, 'ja', newIphone);
    await action(page, 'ja', 'trouble').click();
    await page.getByRole('button', { name: words('ja', 'PhoneTrouble.works') }).click();
    await expectAnswer(page, 'ja', 'listed', 'reads-and-runs');
    await back(page).click();
    await expect(question(page, 'iosVersion')).toBeVisible();
  });

  home('NFC that has been switched on is not said to be off', async ({ page }) => {
    await openPhone(page, 'unknownPhone', 'ja', { ...ordinaryNfc, hardware: 'off' });
    await startContact(page, 'ja');
    await expect(heading(page)).toHaveText(words('ja', 'PhoneContact.failures.nfc-off.title'));
    await set(page, { hardware: 'on' });
    await contactButton(page, 'ja', 'startAgain').click();
    await searching(page);
    await leaveContact(page, 'ja', 'stop');
    await expectAnswer(page, 'ja', 'not-known', 'unknown', 'not-known-here');
  });
});

const key = (page: Page, name: string) => page.locator(`.search-keyboard [data-key="${name}"]`);
const onlyHere = async (page: Page): Promise<void> => {
  const elsewhere = page.locator('a[href^="http"], a[href^="//"], form, iframe');
  await expect(elsewhere).toHaveCount(0);
};

kiosk.describe('on a kiosk', () => {
  kiosk.skip(({ viewport }) => viewport?.width !== 1080, 'the same on every panel');

  kiosk('a finger alone finds a phone on the screen’s own keyboard, and leads to the guide', async ({ page }) => {
    const asked = listRequests(page);
    await page.goto('/ja');
    await page.getByRole('link', { name: /^スマホを調べる/ }).tap();
    await expect(reply(page, 'ja', 'kind', 'android')).toBeVisible();
    expect(await asked()).toBe(0);
    await reply(page, 'ja', 'kind', 'android').tap();
    await expect(searchField(page)).toHaveAttribute('inputmode', 'none');
    for (const name of ['あ', 'く', 'お', 'す']) await key(page, name).tap();
    await expect(searchField(page)).toHaveValue('あくおす');
    await expect(page.locator('.search-results-count')).toHaveText(/^\d+件見つかりました/);
    await expect(page.locator('.search-results button')).toHaveCount(4);
    await key(page, 'abc').tap();
    for (const name of ['space', 'R', '6']) await key(page, name).tap();
    await expect(searchField(page)).toHaveValue('あくおす R6');
    await expect(page.locator('.search-results button').first()).toContainText('AQUOS R6');
    await key(page, 'erase').tap();
    await key(page, '7').tap();
    await found(page, 'AQUOS R7').tap();
    expect(await asked()).toBe(1);
    await reply(page, 'ja', 'androidVersion', 'new-enough').tap();
    await reply(page, 'ja', 'readBefore', 'yes').tap();
    await expectAnswer(page, 'ja', 'read-before', 'reads-and-runs');
    await expect(page.locator('.phone-identity strong')).toHaveText('AQUOS R7');
    await action(page, 'ja', 'settings').tap();
    await expectToSay(page.locator('.menu-path').first(), words('ja', 'PhoneSettings.menus.aquos'));
    await back(page).tap();
    await toGuide(page).tap();
    await answerAll(page, 'ja', restOfGuide);
    await expect(advice(page)).toBeVisible();
  });

  kiosk('nothing on the screens leads away; a code takes it along instead', async ({ page }) => {
    await page.goto('/ja/phone');
    await question(page, 'kind')
      .getByRole('button', { name: named(words('ja', 'PhoneCheck.ownPhone')) })
      .click();
    await expectScreen(page, 'own-phone', words('ja', 'PhoneOwn.title'));
    expect(await scanned(page.locator('.own-phone-qr .qr-code'))).toBe(`${homeAddress}/ja/phone`);
    await onlyHere(page);
    await back(page).click();
    await replyAll(page, 'ja', { ...pixel, androidVersion: 'new-enough' });
    await onlyHere(page);
    for (const name of ['settings', 'trouble', 'pc', 'card-in-phone', 'app']) {
      await action(page, 'ja', name).click();
      await expect(page.locator('main')).toHaveAttribute('data-screen', name);
      await onlyHere(page);
      if (name !== 'app') await back(page).click();
    }
    expect(await scanned(page.locator('.app-pages .qr-code').first())).toBe(
      'https://play.google.com/store/apps/details?id=jp.go.cas.mpa',
    );
  });

  kiosk('the question of the guide leads to the check and back, and is not asked again', async ({ page }) => {
    await page.goto('/ja/guide');
    await answer(page, 'ja', [
      ['errand', 'child-allowance'],
      ['card', 'my-number'],
    ]);
    await expect(page.locator('.help-offer')).toHaveText(words('ja', 'Guide.checkPhone'));
    await page.locator('.help-offer').click();
    await back(page).click();
    await page.locator('[data-question="phone"]').waitFor();
    await page.locator('.help-offer').click();
    await replyAll(page, 'ja', newIphone);
    await expect(toGuide(page)).toHaveText(words('ja', 'PhoneAnswer.backToGuide'));
    await toGuide(page).click();
    await expect(page.locator('[data-question="pins"]')).toBeVisible();
    await page.locator('.action-answers').click();
    const given = page
      .locator('.given-answer')
      .filter({ hasText: words('ja', 'Questions.phone.answers.reads-and-runs') });
    await expect(given).toHaveCount(1);
    await expect(given.locator('.given-answer-evidence')).toHaveCount(0);
  });

  kiosk('nothing of a phone is left for the next visitor', async ({ page }) => {
    await page.goto('/ja/phone');
    await replyAll(page, 'ja', { kind: 'android' });
    await searchFor(page, 'だれかのスマホ');
    await page.locator('.action-finish').click();
    await page.getByRole('link', { name: /^スマホを調べる/ }).click();
    await replyAll(page, 'ja', { kind: 'android' });
    await expect(searchField(page)).toHaveValue('');
    await replyAll(page, 'ja', { model: 'not-listed', androidVersion: 'new-enough', readBefore: 'no', nfcItem: 'yes' });
    await action(page, 'ja', 'trouble').click();
    await page.locator('.action-finish').click();
    await page.getByRole('link', { name: /^スマホを調べる/ }).click();
    await expectScreen(page, 'check', words('ja', 'PhoneCheck.kind.title'));
    await page.goto('/ja');
    await page.getByRole('link', { name: /^手続きの方法を調べる/ }).click();
    await page.locator('.action-answers').click();
    await expect(page.getByRole('dialog').locator('.given-answer')).toHaveCount(1);
  });

  kiosk('a check that nobody looks at any more asks first, and then erases itself', async ({ page }) => {
    await page.clock.install();
    await page.goto('/ja/phone');
    await replyAll(page, 'ja', { kind: 'ipad' });
    await expect(phoneAnswer(page)).toBeVisible();
    await beAskedAndStay(page);
    await page.clock.runFor(asksAfterMs + answerMs + 2_000);
    await expect(page).toHaveURL(/\/ja$/);
    await page.getByRole('link', { name: /^スマホを調べる/ }).tap();
    await expectScreen(page, 'check', words('ja', 'PhoneCheck.kind.title'));
  });
});

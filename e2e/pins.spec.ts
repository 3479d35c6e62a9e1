import { readdirSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import {
  decidingOf,
  judgeStore,
  type StoreConditionName,
  type StoreJudgement,
  type StorePin,
  storeChains,
  storeConditionNames,
  storePins,
} from '../lib/advice/store-reset.ts';
import { type PinName, pinNames } from '../lib/card/report.ts';
import { errors, type KnownError, labelOf, shownErrors } from '../lib/explain/errors.ts';
import { shapeOf } from '../lib/explain/shape.ts';
import type { Day } from '../lib/facts/day.ts';
import { type FactName, type Facts, factDefinitions } from '../lib/facts/fact.ts';
import { factKey } from '../lib/facts/fact-key.ts';
import { loadCatalogue } from '../lib/phone/load.ts';
import { searchPhones } from '../lib/phone/search.ts';
import { failCauses } from '../lib/pins/fails.ts';
import { looksLikePin } from '../lib/pins/looks-like-pin.ts';
import { namesOf } from '../lib/pins/pins.ts';
import {
  type EntryShape,
  entryShapes,
  notPins,
  type Recognition,
  recognise,
  type ScreenUse,
  screenUses,
} from '../lib/pins/recognise.ts';
import { slipPlaces } from '../lib/pins/slip.ts';
import { answer, answerAll, type Choices, expectToSay, type Locale, words } from './answers.ts';
import { test as atHome } from './home-fixture.ts';
import { test } from './kiosk-fixture.ts';
import { untilDrawn } from './pressing.ts';
import { fineReport, readerSays, reported } from './scripted-reader.ts';
import { answerMs, asksAfterMs, beAskedAndStay } from './still-here.ts';
import { openPins, type PinsPageName, pinsButton, pressEverything, shownPage, watchFields } from './walk.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const part = (page: Page, name: string) => page.locator(`main [data-part="${name}"], main [data-question="${name}"]`);
const back = (page: Page) => page.locator('.action-back');
const main = (page: Page) => page.locator('main');

/** Presses with a finger what says this. @param message - `PinSlip.begin` */
const press = (page: Page, message: string): Promise<void> => pinsButton(page, 'ja', message).tap();

const pressAll = async (page: Page, messages: readonly string[]): Promise<void> => {
  for (const message of messages) await press(page, message);
};

/** The field for errors, or for phones. */
const field = (page: Page) => page.getByRole('searchbox');

/** What does not fit beside the others, and what not on one page of the panel. */
const overflow = (page: Page): Promise<{ x: number; y: number }> =>
  page.evaluate(() => {
    const frame = document.querySelector('.frame-main') ?? document.body;
    return {
      x: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
      y: Math.max(document.documentElement.scrollHeight - window.innerHeight, frame.scrollHeight - frame.clientHeight),
    };
  });

test.describe('on both panels', () => {
  test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, 'kiosk panels only');

  /** One thing to do, and one heading that a voice begins with. */
  const expectOneThing = async (page: Page, name: string, waysOn: number): Promise<void> => {
    await expect(part(page, name)).toBeVisible();
    await expect(heading(page)).toHaveCount(1);
    await expect(heading(page)).toBeFocused();
    await expect(main(page).locator('button[data-variant="primary"]')).toHaveCount(waysOn);
  };

  test('an old woman who has forgotten her PIN looks for her slip everywhere, and learns what the counter wants', async ({
    page,
  }) => {
    await page.goto('/ja');
    await page.getByRole('link', { name: /^暗証番号で困っている/ }).tap();
    await expectOneThing(page, 'home', 0);
    await expect(heading(page)).toHaveText('暗証番号のこと');
    await press(page, 'Pins.authentication.name');
    await expectOneThing(page, 'pin-authentication', 0);
    await press(page, 'Questions.pinAuthentication.answers.forgotten');
    await expect(page.locator('.pin-now h3')).toHaveText([
      'まず、控えの紙を探す',
      'コンビニなどで設定し直す',
      '窓口で設定し直す',
    ]);
    await press(page, 'PinHelp.doors.slip');
    await expectOneThing(page, 'slip', 1);

    await press(page, 'PinSlip.begin');
    for (const place of slipPlaces) {
      await expectOneThing(page, `place-${place}`, 1);
      await expect(heading(page)).toHaveText(words('ja', `PinSlip.places.${place}.title`));
      expect(await overflow(page)).toEqual({ x: 0, y: 0 });
      await press(page, 'PinSlip.notHere');
    }
    await expectOneThing(page, 'slip-not-found', 1);

    for (const before of ['place-family', 'place-photo']) {
      await back(page).tap();
      await expect(part(page, before)).toBeVisible();
    }
    await pressAll(page, ['PinSlip.notHere', 'PinSlip.notHere', 'PinSlip.toPins']);
    await expectOneThing(page, 'home', 0);
    await expect(pinsButton(page, 'ja', 'Pins.authentication.name')).toContainText('忘れました');

    await press(page, 'Pins.authentication.name');
    await press(page, 'PinStore.toCounter');
    await expectOneThing(page, 'counter', 0);
    await expect(part(page, 'counter')).toContainText('ログイン用の暗証番号');
    await expect(part(page, 'counter')).toContainText('住民票のある市区町村の窓口です。');
    await expect(part(page, 'counter')).toContainText(words('ja', 'Bring.card'));
    await expect(part(page, 'counter')).toContainText(words('ja', 'Bring.identity-document'));

    for (const before of ['pin-authentication', 'home']) {
      await back(page).tap();
      await expect(part(page, before)).toBeVisible();
    }
    await back(page).tap();
    await expect(page).toHaveURL(/\/ja$/);
  });

  interface Look {
    readonly page: string;
    readonly headings: number;
    readonly nameless: string[];
    readonly small: string[];
    readonly unlabelled: number;
    readonly x: number;
    /** A question is seen as a whole; help may be longer. */
    readonly y: number;
  }

  const lookAt = (page: Page): Promise<Look> =>
    page.evaluate(() => {
      const isQuestion = document.querySelector('main [data-question]') !== null;
      const frame = document.querySelector('.frame-main');
      const shown = document.querySelector('main :is([data-part], [data-question])');
      const targets = [...document.querySelectorAll<HTMLElement>('a, button, summary')].filter((each) =>
        each.checkVisibility(),
      );
      const nameOf = (target: HTMLElement): string => (target.ariaLabel ?? target.textContent ?? '').trim();
      const isSmall = (target: HTMLElement): boolean => {
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height) < 72;
      };
      return {
        page: shown?.getAttribute('data-part') ?? shown?.getAttribute('data-question') ?? '',
        headings: document.querySelectorAll('h1').length,
        nameless: targets.filter((target) => nameOf(target) === '').map(({ outerHTML }) => outerHTML),
        small: targets.filter(isSmall).map(nameOf),
        unlabelled: document.querySelectorAll('main svg[role="img"]:not([aria-label])').length,
        x: Math.max(0, document.documentElement.scrollWidth - window.innerWidth),
        y: isQuestion && frame !== null ? frame.scrollHeight - frame.clientHeight : 0,
      };
    });

  /** Presses what stands at this place in the main part, or 「もどる」. @returns which page it leads to */
  const pressAt = async (page: Page, at: number | 'back'): Promise<string> => {
    await page.evaluate((place) => {
      const inMain = document.querySelectorAll<HTMLElement>('main button:not(.search-key)');
      const target = place === 'back' ? document.querySelector<HTMLElement>('.action-back') : inMain[place];
      target?.click();
    }, at);
    await untilDrawn(page);
    return shownPage(page);
  };

  const namesInMain = (page: Page): Promise<string[]> =>
    page
      .locator('main button:not(.search-key)')
      .evaluateAll((buttons) => buttons.map(({ textContent }) => textContent));

  /** These lead out of /pins, or back to its beginning. */
  const leading = [
    ...['PinHelp.back', 'PinSlip.toPins', 'PinSlip.toGuide'],
    ...['CertificateHelp.read', 'CertificateHelp.renewGuide'],
  ];

  const everyPage = [
    'home',
    ...['which', 'which-use', 'which-label', 'which-several', 'which-phone-pin', 'which-app-code'],
    ...['which-my-number', 'which-verification-number', 'not-a-pin', 'new', 'certificates'],
    ...pinNames.flatMap((pin) => [`which-${pin}`, `pin-${pin}`]),
    ...['slip', 'slip-found', 'slip-not-found', 'slip-at-home', ...slipPlaces.map((place) => `place-${place}`)],
    ...['fails-none', ...failCauses.flatMap((cause) => [`fails-${cause}`, `do-${cause}`])],
    // What one says about a PIN on its own page is not asked for the store; so the other question does not come up.
    ...['counter', 'store-yes', 'store-no', 'store-card', 'store-pin.signature', 'store-phone'],
    ...['store-changedSinceIssue', 'store-certificate.authentication', 'store-konbini'],
    ...['errors', ...shownErrors.slice(0, 4).map(({ id }) => `error-${id}`)],
  ];

  test('on every page whatever is pressed leads one step on, and back leads one step back', async ({ page }) => {
    test.slow();
    const fields = await watchFields(page);
    await page.goto('/ja/pins');
    await pinsButton(page, 'ja', 'PinHelp.doors.which').waitFor();
    const looks: Look[] = [];
    const explore = async (name: string): Promise<void> => {
      looks.push(await lookAt(page));
      for (let at = 0; ; at += 1) {
        const label = (await namesInMain(page))[at];
        if (label === undefined) return;
        if (leading.some((message) => words('ja', message) === label)) continue;
        const next = await pressAt(page, at);
        // An answer, or another picture.
        if (next === name) continue;
        if (!looks.some((look) => look.page === next)) await explore(next);
        expect(await pressAt(page, 'back'), `back from ${next}, to which 「${label}」 led`).toBe(name);
      }
    };
    await explore('home');
    expect(looks.map((look) => look.page).sort()).toEqual(everyPage.toSorted());
    const asItShouldBe = { headings: 1, nameless: [], small: [], unlabelled: 0, x: 0, y: 0 };
    // The list of errors is turned by buttons where a panel is too low for it.
    const longest = (page: string, y: number) => (page === 'errors' ? { y } : {});
    expect(looks).toEqual(looks.map(({ page, y }) => ({ page, ...asItShouldBe, ...longest(page, y) })));
    // Those of the text size, and the search.
    expect([...fields].sort()).toEqual(['input radio', 'input search off errors']);
  });
});

test.describe('which PIN another screen wants', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  const nameOf = (found: Recognition): string => (found.kind === 'pin' ? found.pin : found.kind);
  const titleOf = (found: Recognition): string =>
    found.kind === 'pin' ? words('ja', `Pins.${found.pin}.name`) : words('ja', `PinWhich.answers.${found.kind}`);

  test('by the shape of its field and what it is for, as lib/pins/recognise.ts says', async ({ page }) => {
    await openPins(page, 'ja', 'which');
    const cases: readonly { shape: EntryShape; use: ScreenUse | null }[] = [
      ...screenUses.map((use) => ({ shape: 'digits-4', use }) as const),
      ...entryShapes.filter((shape) => shape !== 'digits-4').map((shape) => ({ shape, use: null })),
    ];
    for (const { shape, use } of cases) {
      const found = recognise(shape, use);
      if (found === null) continue;
      const presses = [`PinWhich.shapes.${shape}`, ...(use === null ? [] : [`PinWhich.uses.${use}`])];
      await pressAll(page, presses);
      await expect(heading(page), `${shape}, ${use}`).toHaveText(titleOf(found));
      const answered = part(page, `which-${nameOf(found)}`);
      const pins = found.kind === 'pin' ? [found.pin] : found.kind === 'several' ? found.pins : [];
      for (const pin of pins) for (const name of namesOf[pin]) await expect(answered).toContainText(name);
      if (found.kind === 'pin') {
        await press(page, 'PinHelp.question');
        await expect(part(page, `pin-${found.pin}`)).toBeVisible();
        await back(page).tap();
      }
      for (const _ of presses) await back(page).tap();
      await expect(part(page, 'which')).toBeVisible();
    }
  });

  test('by each of the names that other screens have for it', async ({ page }) => {
    await openPins(page, 'ja', 'which-label');
    const labels = pinNames.flatMap((pin) => namesOf[pin].map((name) => ({ pin, name })));
    await expect(main(page).getByRole('button')).toHaveText(labels.map(({ name }) => name));
    for (const { pin, name } of labels) {
      await main(page).getByRole('button', { name, exact: true }).tap();
      await expect(part(page, `pin-${pin}`)).toBeVisible();
      await back(page).tap();
    }
  });

  test('each number that is no PIN is crossed out alone, and the picture says which', async ({ page }) => {
    await openPins(page, 'ja', 'not-a-pin');
    const picture = main(page).getByRole('img');
    await expect(picture).toHaveAccessibleName('カードや受付の紙にある番号は、暗証番号ではありません。');
    for (const number of notPins) {
      await press(page, `PinWhich.notPin.${number}`);
      await expect(picture).toHaveAccessibleName(words('ja', `PinWhich.notPin.${number}`));
      await expect(main(page).locator('[aria-pressed="true"]')).toHaveText(words('ja', `PinWhich.notPin.${number}`));
    }
    await press(page, `PinWhich.notPin.${notPins.at(-1)}`);
    await expect(picture).toHaveAccessibleName('カードや受付の紙にある番号は、暗証番号ではありません。');
  });
});

const lamp = (page: Page, pin: PinName): Locator =>
  page.locator('.pin-lamp').filter({ hasText: words('ja', `Pins.${pin}.name`) });

type Report = typeof fineReport;

/** To /pins after a card has been read and taken away. */
const openWithCard = async (page: Page, origin: string, report: Report): Promise<void> => {
  await readerSays(page, origin, [...reported(report), { type: 'removed', early: false }]);
  await page.goto('/ja');
  await page.locator('.action-guide').tap();
  await expect(page.locator('.guide-news')).not.toBeEmpty();
  await back(page).tap();
  await page.getByRole('link', { name: /^暗証番号で困っている/ }).tap();
  await expect(page.locator('.pin-lamp')).toHaveCount(pinNames.length);
};

const locked = { state: 'locked', triesLeft: 0, triesMax: 3 } as const;
const lastTry = { state: 'last-try', triesLeft: 1, triesMax: 3 } as const;

test.describe('what the card has said', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  test('a PIN that the card says is locked is not asked about: its lamp says so, and the way out is there', async ({
    page,
    kiosk,
  }) => {
    const pins = { ...fineReport.pins, authentication: locked, residentRegister: locked };
    await openWithCard(page, kiosk.origin, { ...fineReport, pins });
    await expect(lamp(page, 'authentication')).toContainText('ロックされています');
    await expect(lamp(page, 'residentRegister')).toContainText('ロックされています');
    await expect(lamp(page, 'signature')).toContainText('まだ選んでいません');

    await lamp(page, 'authentication').tap();
    await expect(part(page, 'pin-authentication')).toContainText('カードを読んで確かめました');
    await expect(page.locator('.pin-question')).toHaveCount(0);
    await expect(part(page, 'pin-authentication')).toContainText(words('ja', 'Pins.authentication.stops'));
    await expect(page.locator('.pin-now h3')).toHaveText(['コンビニなどで設定し直す', '窓口で設定し直す']);
    await back(page).tap();
    await lamp(page, 'residentRegister').tap();
    await expect(page.locator('.pin-now h3')).toHaveText(['窓口で設定し直す']);
    await press(page, 'PinHelp.wasReset');
    await expect(page.locator('.pin-question button')).toHaveCount(5);
    await back(page).tap();
    await expect(lamp(page, 'residentRegister')).toContainText('まだ選んでいません');
    await expect(lamp(page, 'authentication')).toContainText('ロックされています');
  });

  test('with one try left the screen says stop before anything else, whatever is answered', async ({ page, kiosk }) => {
    const pins = { ...fineReport.pins, authentication: lastTry };
    await openWithCard(page, kiosk.origin, { ...fineReport, pins });
    await expect(lamp(page, 'authentication')).toContainText('あと1回');
    await lamp(page, 'authentication').tap();
    await expect(part(page, 'pin-authentication')).toContainText('あと1回まちがえると、ロックされます');
    const said = ['known', 'on-slip-at-home', 'forgotten', 'locked', 'unknown'];
    for (const value of said) {
      await press(page, `Questions.pinAuthentication.answers.${value}`);
      await expect(page.locator('.pin-now h3')).toHaveText([
        'ここで止まりましょう',
        'まず、控えの紙を探す',
        'コンビニなどで設定し直す',
        '窓口で設定し直す',
      ]);
    }
  });
});

test.describe('whether a store sets a PIN anew', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  const today: Day = '2026-11-25';
  const good: Readonly<Record<string, string>> = {
    card: 'my-number',
    'pin.authentication': 'known',
    'pin.signature': 'known',
    phone: 'reads-and-runs',
    changedSinceIssue: 'no',
    'certificate.authentication': 'valid',
    konbini: 'both-pins',
  };
  const withSaid = (facts: Facts, fact: FactName, value: string): Facts =>
    ({ ...facts, [fact]: { value, evidence: 'said' } }) as Facts;

  const say = (page: Page, fact: FactName, value: string): Promise<void> =>
    press(page, `Questions.${factKey(fact)}.answers.${value}`);

  /** From the four lamps to the first question about a store, or to the result. */
  const askStore = async (page: Page, pin: StorePin): Promise<Facts> => {
    await press(page, `Pins.${pin}.name`);
    await say(page, `pin.${pin}`, 'locked');
    await press(page, 'PinStore.title');
    return withSaid({}, `pin.${pin}`, 'locked');
  };

  const expectNo = async (page: Page, { condition, rule }: StoreJudgement): Promise<void> => {
    await expect(heading(page)).toHaveText('今回は、コンビニなどではできません');
    await expectToSay(part(page, 'store-no'), words('ja', `Rules.${rule}`));
    await expect(page.locator('.store-conditions').getByText('合いません')).toBeVisible();
    // Without the card, what the rule says comes before any PIN.
    const wayOn = condition === 'card' ? [] : ['窓口でのしかたを見る'];
    await expect(main(page).locator('button[data-variant="primary"]')).toHaveText(wayOn);
    await expect(pinsButton(page, 'ja', 'PinHelp.doors.slip')).toHaveCount(condition === 'other-pin' ? 1 : 0);
  };

  for (const pin of storePins) {
    test(`for ${pin}: one question after the other, none that cannot matter; each wrong answer is a no, all right ones a yes`, async ({
      page,
    }) => {
      test.slow();
      await page.clock.setFixedTime(new Date(`${today}T10:00:00+09:00`));
      await page.goto('/ja/pins');
      let facts = await askStore(page, pin);
      const failed = new Set<StoreConditionName>();
      for (;;) {
        const asked = decidingOf(judgeStore(facts, today, pin));
        if (asked === null || asked.fact === null) break;
        expect(asked.state).toBe('open');
        const { fact } = asked;
        await expect(part(page, `store-${fact}`)).toBeVisible();
        expect((await overflow(page)).y).toBe(0);
        const definition = factDefinitions[fact];
        for (const value of definition.kind === 'choice' ? definition.values : []) {
          const deciding = decidingOf(judgeStore(withSaid(facts, fact, value), today, pin));
          if (deciding?.state !== 'fails') continue;
          await say(page, fact, value);
          await expectNo(page, deciding);
          failed.add(deciding.condition);
          if (failed.size === 1) {
            // What was said by mistake is said anew, or taken back.
            await press(page, 'Guide.answers');
            await expect(part(page, `store-${fact}`)).toBeVisible();
            await back(page).tap();
            await expect(part(page, 'store-no')).toBeVisible();
          }
          await back(page).tap();
          await expect(part(page, `store-${fact}`)).toBeVisible();
        }
        const value = good[fact] ?? '';
        await say(page, fact, value);
        facts = withSaid(facts, fact, value);
      }
      expect([...failed]).toEqual(['card', 'other-pin', 'phone', 'nothing-changed', 'both-certificates', 'chain']);

      await expect(heading(page)).toHaveText('コンビニなどで設定し直せます');
      await expect(part(page, 'store-yes').locator('.steps li')).toHaveCount(4);
      for (const { name, sets } of storeChains) {
        const place = part(page, 'store-yes').locator('.part-box');
        if (sets.includes(pin)) await expect(place).toContainText(name);
        else await expect(place).not.toContainText(name);
      }
      await page.locator('summary').tap();
      await expect(page.locator('.store-conditions').getByText('合っています')).toHaveCount(storeConditionNames.length);
      await press(page, 'PinStore.toCounter');
      await expect(part(page, 'counter')).toBeVisible();
    });
  }

  test('what the card has said of the other PIN settles it without a question', async ({ page, kiosk }) => {
    const pins = { ...fineReport.pins, authentication: locked, signature: { ...locked, triesMax: 5 } };
    await openWithCard(page, kiosk.origin, { ...fineReport, pins });
    await lamp(page, 'authentication').tap();
    await press(page, 'PinStore.title');
    await expect(part(page, 'store-no')).toContainText(words('ja', 'Rules.konbini-other-pin'));
  });

  test('a card without a signature certificate cannot, whatever else is open', async ({ page, kiosk }) => {
    const pins = { ...fineReport.pins, authentication: locked };
    await openWithCard(page, kiosk.origin, { ...fineReport, pins, signatureCertificate: { present: false } });
    await lamp(page, 'authentication').tap();
    await press(page, 'PinStore.title');
    await expect(part(page, 'store-no')).toContainText(words('ja', 'Rules.konbini-certificates'));
  });

  test('neither can a child, as the guide was told whose card it is', async ({ page }) => {
    await page.goto('/ja/guide');
    await answer(page, 'ja', [
      ['errand', 'pin-reset'],
      ['card', 'my-number'],
      ['holder', 'child-under-15'],
    ]);
    await page.getByRole('link', { name: /^暗証番号のことを調べる/ }).tap();
    // It opens the PIN that was asked about.
    await back(page).tap();
    await askStore(page, 'authentication');
    await expect(part(page, 'store-no')).toContainText(words('ja', 'Rules.konbini-certificates'));
  });

  test('nor could anybody before terminals offered it', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2024-09-19T10:00:00+09:00'));
    await page.goto('/ja/pins');
    await askStore(page, 'signature');
    await expect(part(page, 'store-card')).toBeVisible();
    await back(page).tap();
    await back(page).tap();
    await askStore(page, 'authentication');
    await expect(part(page, 'store-no')).toContainText(words('ja', 'Rules.konbini-not-yet'));
  });
});

test.describe('a PIN that is right and fails', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  test('every cause is asked about, and what is left is said', async ({ page }) => {
    await openPins(page, 'ja', 'fails-locked');
    for (const [at, cause] of failCauses.entries()) {
      await expect(part(page, `fails-${cause}`)).toContainText(`${at + 1}／${failCauses.length}`);
      await press(page, 'PinFails.yes');
      await expect(part(page, `do-${cause}`)).toContainText(words('ja', `PinFails.causes.${cause}.do`));
      await press(page, 'PinFails.no');
    }
    await expect(heading(page)).toHaveText('どれでもないときは');
    await press(page, 'PinFails.toErrors');
    await expect(part(page, 'errors')).toBeVisible();
  });

  test('who has moved is told what ended, and the guide knows it too', async ({ page }) => {
    await openPins(page, 'ja', 'fails-locked');
    for (const cause of failCauses.slice(0, failCauses.indexOf('moved'))) {
      await expect(part(page, `fails-${cause}`)).toBeVisible();
      await press(page, 'PinFails.no');
    }
    await expect(part(page, 'fails-moved')).toBeVisible();
    await press(page, 'PinFails.yes');
    await press(page, 'PinHelp.doors.certificates');
    await press(page, 'CertificateHelp.renewGuide');
    await page.getByRole('button', { name: '答えを直す' }).tap();
    const given = page.getByRole('dialog').getByRole('button', { name: /^発行後の氏名・住所の変更/ });
    await expect(given).toContainText('変わった');
  });
});

test.describe('what an error means', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  const result = (page: Page) => page.locator('.search-results li button');
  const label = (row: KnownError): string => {
    const found = labelOf(row);
    return found.kind === 'sign' ? words('ja', `ErrorSigns.${found.id}`) : found.words.slice(0, 2).join('　');
  };
  const typeWithFingers = async (page: Page, text: string): Promise<void> => {
    for (const key of text) await page.locator(`[data-key="${key}"]`).tap();
  };

  test('a code is typed on the screen of the kiosk, and the answer says whether a try is gone', async ({ page }) => {
    await openPins(page, 'ja', 'errors');
    await typeWithFingers(page, 'EI123');
    // A part is enough, as the screen promises.
    await expect(result(page).first()).toContainText('EI123-2008');
    await typeWithFingers(page, '-2008');
    await expect(field(page)).toHaveValue('EI123-2008');
    await result(page).first().tap();
    await expect(part(page, 'error-certificate-not-verified')).toBeVisible();
    await expect(main(page)).toContainText('暗証番号を入力できる回数は、減っていません。');
    await press(page, 'PinHelp.doors.certificates');
    await expect(part(page, 'certificates')).toBeVisible();
  });

  test('what occurs often is picked without typing', async ({ page }) => {
    await openPins(page, 'ja', 'errors');
    const often = shownErrors.slice(0, 4);
    await expect(result(page).locator('.answer-words')).toHaveText(often.map(label));
    for (const [at, { id }] of often.entries()) {
      await result(page).nth(at).tap();
      await expect(part(page, `error-${id}`)).toBeVisible();
      await back(page).tap();
    }
  });

  test('every known error is found by what its screen shows', async ({ page }) => {
    await openPins(page, 'ja', 'errors');
    for (const row of shownErrors) {
      await field(page).fill(row.codes[0] ?? row.says[0] ?? row.words[0] ?? '');
      await expect(result(page).first().locator('.answer-words')).toHaveText(label(row));
      await result(page).first().tap();
      await expect(heading(page)).toHaveText(label(row));
      await expect(main(page)).toContainText(words('ja', `ErrorMeanings.${row.id}.meaning`));
      await expect(main(page)).toContainText(words('ja', `ErrorMeanings.${row.id}.advice`));
      await expect(main(page)).toContainText(words('ja', `ErrorLookup.usedATry.${row.usedATry}`));
      await press(page, 'ErrorLookup.again');
    }
  });

  test('every known code can be typed one character after the other, unless it begins as a PIN does', async ({
    page,
  }) => {
    test.slow();
    await openPins(page, 'ja', 'errors');
    const codes = shownErrors.flatMap((row) => row.codes);
    const lost: string[] = [];
    for (const code of codes) {
      await field(page).fill('');
      await field(page).pressSequentially(code);
      if ((await field(page).inputValue()) !== code) lost.push(code);
    }
    expect(lost).toEqual(codes.filter((code) => /^\d{4}/.test(code)));
  });

  test('of a code that nobody knows the screen says what its shape tells, and offers nothing else', async ({
    page,
  }) => {
    await openPins(page, 'ja', 'errors');
    for (const text of ['EI999-0000', 'HJS0999E', '404', '6A99', '77', 'こんなことは書いていない']) {
      await field(page).fill(text);
      const isLong = text.length > 2;
      await expect(page.locator('.search-results-count')).toHaveText('見つかりません');
      await expect(result(page)).toHaveCount(0);
      await expect(page.locator('.search-results .assurance')).toHaveCount(isLong ? 1 : 0);
      if (isLong)
        await expect(page.locator('.search-results')).toContainText(words('ja', `ErrorShapes.${shapeOf(text)}`));
    }
    // What nobody has confirmed counts as not known.
    for (const { codes, says } of errors.filter(({ confirmed }) => !confirmed)) {
      await field(page).fill(`エラー ${codes[0] ?? says[0] ?? ''}`);
      await expect(page.locator('.search-results-count')).toHaveText('見つかりません');
    }
  });

  test('what could be a PIN is not kept for a moment, and the screen says so', async ({ page }) => {
    await openPins(page, 'ja', 'errors');
    const warning = page.locator('.search-head [role="status"]');
    for (const pin of ['1234', '１２３４', '1234-', 'PIN 1234', 'ABC123', 'A1-B2C3', 'Ａ９Ｋ２Ｍ７Ｑ４']) {
      await field(page).fill('失効しています');
      await expect(warning).toBeEmpty();
      await field(page).fill(pin);
      await expect(field(page)).toHaveValue('');
      await expect(warning).toHaveText(words('ja', 'ErrorLookup.refusal'));
    }
    for (const pin of ['1234', 'ABC123']) {
      await typeWithFingers(page, pin);
      await expect(field(page)).toHaveValue('');
      await expect(warning).toHaveText(words('ja', 'ErrorLookup.refusal'));
    }
  });
});

/** Anybody's, and nobody's: no phone and no error is called so. */
const canaries = ['7391', '７３９１', '7 3 9 1', '暗証番号は7391', 'A9K2M7Q4', 'a9k2m7q4'];
const isLeaked = (text: string): boolean =>
  canaries.some((pin) => text.normalize('NFKC').includes(pin.normalize('NFKC')));

/** Everything that would still be there after the page, and everything on it. */
const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify(store));
    const state: unknown = history.state;
    const parts = [location.href, document.cookie, document.documentElement.outerHTML, window.name];
    return [...parts, ...stores, ...fields, JSON.stringify(state), JSON.stringify(databases)].join('\n');
  });

/** Notes every request that has a canary in it. */
const watchRequests = (page: Page): readonly string[] => {
  const leaks: string[] = [];
  page.context().on('request', (request) => {
    const sent = [request.url(), request.postData() ?? '', JSON.stringify(request.headers())].join(' ');
    if (isLeaked(decodeURIComponent(sent))) leaks.push(sent);
  });
  return leaks;
};

/** As if pasted, and one key after the other: what comes after the end of a PIN is none any more. */
const expectNoPinKept = async (page: Page): Promise<void> => {
  for (const pin of canaries) {
    await field(page).fill(pin);
    await expect(field(page), pin).toHaveValue('');
    await field(page).pressSequentially(pin);
    expect(isLeaked(await everythingKept(page)), pin).toBe(false);
    await field(page).fill('');
  }
};

/** To the search for phones. */
const openPhones = async (page: Page): Promise<void> => {
  await page.goto('/ja/phone');
  await press(page, 'PhoneCheck.kind.answers.android');
  await part(page, 'model').waitFor();
};

/** Until the phones are there, anything could be the name of one. */
const phonesAreThere = async (page: Page): Promise<void> => {
  await field(page).fill('SO-51C');
  await page.locator('.search-results li').first().waitFor();
};

/** A code of a phone that a field would take for a PIN if no phone had it. */
const likePin = async (): Promise<{ code: string; phones: number }> => {
  const catalogue = await loadCatalogue();
  const code = catalogue.models.map((model) => model.code).find(looksLikePin);
  if (code === undefined) throw new Error('no code looks like a PIN');
  return { code, phones: searchPhones(catalogue, code, 6).matches.length };
};

/** Every page of visitors: a new one is walked over without anybody adding it here. /pins is, more closely, above. */
const routes = readdirSync(new URL('../app/[locale]/(visitor)', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('page.tsx'))
  .map((path) => path.replace(/\/?page\.tsx$/, ''))
  .filter((path) => path !== 'pins')
  .sort();

/** To advice with something to bring. */
const toAdvice: Choices = {
  errand: 'long-term-care',
  card: 'my-number',
  holder: 'self',
  phone: 'cannot',
  pcReader: 'no',
  borrowPhone: 'yes',
  pins: 'oneByOne',
  'pin.authentication': 'known',
  'pin.signature': 'forgotten',
  changedSinceIssue: 'no',
  'certificate.authentication': 'valid',
  deadline: 'none',
};

/** Goes where no walk finds by itself, and presses everything from each of `starts` on. */
const walkFrom = async (page: Page, locale: Locale, starts: readonly string[], staysHere: boolean): Promise<void> => {
  await page.goto(`/${locale}/guide`);
  await answerAll(page, locale, toAdvice);
  await page.locator('.advice-take').click();
  await page.locator('main[data-screen="takeAlong"]').waitFor();
  await openPins(page, locale, 'errors');
  const pressed: string[] = [];
  for (const route of starts) {
    const start = `/${locale}${route === '' ? '' : `/${route}`}`;
    await pressEverything(page, start, { pressed, patienceMs: 1_000, staysHere });
  }
};

/** All there is. A field that takes text needs a reason, and a test that it keeps no PIN. */
const allowedFields = ['input checkbox', 'input radio', 'input search off errors', 'input search off model'];

test.describe('no field takes a PIN', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  test('no screen of a kiosk has a field but for choices, for phones and for errors', async ({ page }) => {
    test.setTimeout(600_000);
    const fields = await watchFields(page);
    await walkFrom(page, 'ja', routes, false);
    expect([...fields].sort()).toEqual(allowedFields);
  });

  test('the field for errors keeps no PIN, and nothing of one is sent', async ({ page }) => {
    const sent = watchRequests(page);
    await openPins(page, 'ja', 'errors');
    await expectNoPinKept(page);
    expect(sent).toEqual([]);
  });

  test('the field for phones keeps no PIN, and nothing of one is sent', async ({ page }) => {
    const sent = watchRequests(page);
    await openPhones(page);
    await phonesAreThere(page);
    await expectNoPinKept(page);
    await page.locator('[data-key="abc"]').tap();
    for (const key of '7391') await page.locator(`[data-key="${key}"]`).tap();
    await expect(field(page)).toHaveValue('');
    await expect(page.locator('.search-head [role="status"]')).toHaveText(words('ja', 'PhoneSearch.refusal'));
    expect(sent).toEqual([]);
  });

  test('it keeps none either while the list of phones is still on its way', async ({ page }) => {
    await page.goto('/ja/phone');
    const android = pinsButton(page, 'ja', 'PhoneCheck.kind.answers.android');
    await android.waitFor();
    await page.route('**/_next/static/**', () => undefined);
    await android.tap();
    await expect(field(page)).not.toBeEditable();
    await field(page).pressSequentially('7391');
    await expect(field(page)).toHaveValue('');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('a code that could be a PIN is kept where a phone has it', async ({ page }) => {
    const { phones, code } = await likePin();
    await openPhones(page);
    await phonesAreThere(page);
    await field(page).fill('');
    await field(page).pressSequentially(code);
    await expect(field(page)).toHaveValue(code);
    await expect(page.locator('.search-results li')).toHaveCount(phones);
  });

  test('no phone is called as the PINs are that these tests type', async () => {
    const catalogue = await loadCatalogue();
    expect(canaries.map((pin) => searchPhones(catalogue, pin, 1).total)).toEqual(canaries.map(() => 0));
  });
});

atHome.describe('at home', () => {
  atHome.skip(({ viewport }) => viewport?.width !== 390, 'home is tried on a phone');

  atHome(
    'a foreign resident reads in plain words when the certificates end, and goes on to renew them',
    async ({ page }) => {
      const locale = 'ja-easy';
      await openPins(page, locale, 'certificates');
      await expectToSay(part(page, 'certificates'), words(locale, 'CertificateHelp.points.stay.title'));
      await expectToSay(part(page, 'certificates'), words(locale, 'CertificateHelp.points.stay.how'));
      expect((await overflow(page)).x).toBe(0);
      // At home there is no reader.
      await expect(pinsButton(page, locale, 'CertificateHelp.read')).toHaveCount(0);
      await pinsButton(page, locale, 'CertificateHelp.renewGuide').tap();
      await expect(page).toHaveURL(/\/ja-easy\/guide$/);
      await page.locator('.action-answers').tap();
      await expectToSay(page.getByRole('dialog'), words(locale, 'Errands.renew-certificates.name'));
    },
  );

  atHome('a code is typed in wide letters, as a Japanese keyboard gives them', async ({ page }) => {
    await openPins(page, 'ja', 'errors');
    for (const [typed, id] of [
      ['ＥＩ１２３－２００８', 'certificate-not-verified'],
      ['ｈｊｓ０４０７ｅ', errors.find(({ codes }) => codes.includes('HJS0407E'))?.id],
    ]) {
      await field(page).pressSequentially(typed ?? '');
      await expect(field(page)).toHaveValue(typed ?? '');
      await page.locator('.search-results li button').first().tap();
      await expect(part(page, `error-${id}`)).toBeVisible();
      await press(page, 'ErrorLookup.again');
    }
    await expect(page.locator('.search-keyboard')).toHaveCount(0);
  });

  atHome(
    'no screen has a field but for choices, for phones, for errors and for the end of a certificate',
    async ({ page }) => {
      atHome.setTimeout(600_000);
      const fields = await watchFields(page);
      // The pages are those of a kiosk, which is walked over from each of them.
      await walkFrom(page, 'en', ['', 'phone'], true);
      expect([...fields].sort()).toEqual([...allowedFields, 'input date'].sort());
    },
  );

  atHome('no field keeps a PIN, and nothing of one is sent', async ({ page }) => {
    const sent = watchRequests(page);
    await openPins(page, 'ja', 'errors');
    await expectNoPinKept(page);
    await openPhones(page);
    await phonesAreThere(page);
    await expectNoPinKept(page);
    expect(sent).toEqual([]);
  });
});

test.describe('in the house', () => {
  test.skip(({ viewport }) => viewport?.width !== 1080, 'once is enough');

  const help = (page: Page) => page.getByRole('link', { name: /^暗証番号のことを調べる/ });
  const question = (page: Page, fact: string) => page.locator(`main [data-question="${fact}"]`);

  test('each question about PINs offers to look up the one it is about, and back leads to the same question', async ({
    page,
  }) => {
    await page.goto('/ja/guide');
    await answer(page, 'ja', [
      ['errand', 'child-allowance'],
      ['card', 'my-number'],
      ['phone', 'reads-and-runs'],
    ]);
    for (const [fact, value, opened] of [
      ['pins', 'oneByOne', null],
      ['pin.authentication', 'known', 'pin-authentication'],
      ['pin.signature', 'known', 'pin-signature'],
    ] as const) {
      await expect(question(page, fact)).toBeVisible();
      await help(page).tap();
      await expect(page).toHaveURL(/\/ja\/pins$/);
      if (opened !== null) {
        await expect(part(page, opened)).toBeVisible();
        await back(page).tap();
      }
      await expect(part(page, 'home')).toBeVisible();
      await expect(page.locator('.pin-lamp-when strong')).toHaveCount(2);
      await back(page).tap();
      await expect(question(page, fact)).toBeVisible();
      await answer(page, 'ja', [[fact, value]]);
    }
  });

  test('what is said about a PIN there is not asked again', async ({ page }) => {
    await page.goto('/ja/guide');
    await answer(page, 'ja', [
      ['errand', 'pin-reset'],
      ['card', 'my-number'],
      ['holder', 'self'],
    ]);
    const before = await page.locator('main [data-question]').getAttribute('data-question');
    await help(page).tap();
    await back(page).tap();
    for (const pin of pinNames) {
      await press(page, `Pins.${pin}.name`);
      await press(page, `Questions.${factKey(`pin.${pin}`)}.answers.forgotten`);
      await back(page).tap();
    }
    await page.locator('.action-guide').tap();
    await expect(page.locator('main')).not.toHaveAttribute('data-screen', 'start');
    await expect(question(page, before ?? '')).toHaveCount(0);
    await page.getByRole('button', { name: '答えを直す' }).tap();
    await expect(page.getByRole('dialog').getByText('忘れた・控えも見つからない')).toHaveCount(pinNames.length);
  });

  test('help that is asked for a second time begins at its beginning', async ({ page }) => {
    await page.goto('/ja/guide');
    await answer(page, 'ja', [
      ['errand', 'child-allowance'],
      ['card', 'my-number'],
      ['phone', 'reads-and-runs'],
    ]);
    await help(page).tap();
    await press(page, 'PinHelp.doors.slip');
    await page.locator('.action-guide').tap();
    await help(page).tap();
    await expect(part(page, 'home')).toBeVisible();
    await back(page).tap();
    await expect(question(page, 'pins')).toBeVisible();
  });

  /** What the next visitor sees: nobody has said anything. */
  const expectNothingLeft = async (page: Page): Promise<void> => {
    await expect(page).toHaveURL(/\/ja$/);
    await expect(page.getByRole('button', { name: 'おわる' })).toHaveCount(0);
    await page.getByRole('link', { name: /^暗証番号で困っている/ }).tap();
    await expect(part(page, 'home')).toBeVisible();
    await expect(page.locator('.pin-lamp').getByText('まだ選んでいません')).toHaveCount(pinNames.length);
    await expect(page.locator('.action-guide')).toHaveCount(0);
    await press(page, 'PinHelp.doors.errors');
    await expect(field(page)).toHaveValue('');
    await back(page).tap();
    await press(page, 'Pins.signature.name');
    await expect(main(page).locator('[aria-pressed="true"]')).toHaveCount(0);
    await back(page).tap();
    await back(page).tap();
    await expect(page).toHaveURL(/\/ja$/);
  };

  test('nothing is left for the next visitor', async ({ page }) => {
    await page.goto('/ja/guide');
    await answer(page, 'ja', [['errand', 'child-allowance']]);
    await back(page).tap();
    await back(page).tap();
    await page.getByRole('link', { name: /^暗証番号で困っている/ }).tap();
    for (const pin of pinNames) {
      await press(page, `Pins.${pin}.name`);
      await press(page, `Questions.${factKey(`pin.${pin}`)}.answers.forgotten`);
      await back(page).tap();
    }
    await press(page, 'PinHelp.doors.errors');
    await field(page).fill('失効しています');
    await page.getByRole('button', { name: 'おわる' }).tap();
    await expectNothingLeft(page);
  });

  test('a page that nobody looks at any more asks first, and then erases itself', async ({ page }) => {
    await page.clock.install({ time: new Date('2026-11-25T10:00:00+09:00') });
    await openPins(page, 'ja', 'pin-signature');
    await beAskedAndStay(page);
    await expect(part(page, 'pin-signature')).toBeVisible();
    await page.clock.runFor(asksAfterMs + answerMs + 2_000);
    await expect(page).toHaveURL(/\/ja$/);
    await page.clock.resume();
    await expectNothingLeft(page);
  });

  test('a change of language leaves one where one is', async ({ page }) => {
    await openPins(page, 'ja', 'place-card-case');
    await page.getByRole('link', { name: 'English' }).tap();
    await expect(page).toHaveURL(/\/en\/pins$/);
    await expect(heading(page)).toHaveText(words('en', 'PinSlip.places.card-case.title'));
  });
});

test.describe('with a keyboard only', () => {
  test.skip(({ viewport }) => viewport?.width !== 1920, 'keys are the same on every panel');

  /** Tab until what has this name has the focus, then Enter; fails after once around. */
  const choose = async (page: Page, name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      const label = await page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);
      const isTarget = await page.evaluate(() => document.activeElement?.matches('a, button, summary, input') ?? false);
      if (isTarget && name.test(label ?? '')) return page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    throw new Error(`nothing named ${name} can be reached by Tab`);
  };

  test('a visitor finds the slip’s places, the counter and an error, and the focus is always on the heading', async ({
    page,
  }) => {
    const arrive = async (name: PinsPageName): Promise<void> => {
      await expect(part(page, name)).toBeVisible();
      await expect(heading(page)).toBeFocused();
    };
    await page.goto('/ja');
    await choose(page, /^暗証番号で困っている/);
    await arrive('home');
    await choose(page, /署名用のパスワード/);
    await arrive('pin-signature');
    await choose(page, /^忘れた/);
    await choose(page, /^暗証番号の控えを探す/);
    await arrive('slip');
    await choose(page, /^探す場所を見る/);
    await arrive('place-card-case');
    await choose(page, /^もどる/);
    await arrive('slip');
    await choose(page, /^もどる/);
    await arrive('pin-signature');
    await choose(page, /^窓口でのしかたを見る/);
    await arrive('counter');
    for (const before of ['pin-signature', 'home'] as const) {
      await choose(page, /^もどる/);
      await arrive(before);
    }
    await choose(page, /^エラーの意味を調べる/);
    await arrive('errors');
    await page.keyboard.press('Tab');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('HJS0407E');
    await expect(field(page)).toHaveValue('HJS0407E');
    await choose(page, /^HJS0407E/);
    await expect(heading(page)).toBeFocused();
    await expect(heading(page)).toHaveText(/^HJS0407E/);
    await choose(page, /^ほかのエラーを調べる/);
    await arrive('errors');
  });
});

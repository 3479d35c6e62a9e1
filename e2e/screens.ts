import type { Page } from '@playwright/test';
import type { MachineState } from '../lib/kiosk/machine.ts';
import { usualPanel } from '../lib/kiosk/panel.ts';
import { type PublicOffice, usualPublicOffice } from '../lib/office/public-office.ts';
import type { Words } from '../lib/office/shape.ts';
import type { Place } from '../lib/place/place.ts';
import type { ReaderEvent } from '../lib/reader/protocol.ts';
import { answer, answerAll, type Choices, type Locale } from './answers.ts';
import { helpScreens } from './help-steps.ts';
import { becomePhone, contactScreens, onEveryQuestion, phoneScreens, placeIs } from './phone-steps.ts';
import { practiceScreens } from './practice-steps.ts';
import {
  cardFound,
  fineReport,
  lifted,
  readerReady,
  readerSays,
  reported,
  settingsAre,
  worstReport,
} from './scripted-reader.ts';
import { leavePage, openPins, type PinsPageName } from './walk.ts';

/** Is told of each screen, once it stands. */
export type Stop = (name: string) => Promise<void>;

/** Leads a fresh page from screen to screen. */
export type Walk = (page: Page, locale: Locale, stop: Stop, origin: string) => Promise<void>;

/** Two ways through the guide that meet as many questions as there are. */
export const longWays: readonly Choices[] = [
  {
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
  },
  {
    errand: 'moving-out',
    card: 'my-number',
    phone: 'reads-and-runs',
    pins: 'oneByOne',
    'pin.authentication': 'on-slip-at-home',
    'pin.cardInfoInput': 'known',
    'pin.signature': 'locked',
    changedSinceIssue: 'no',
    'certificate.authentication': 'renewable',
    konbini: 'both-pins',
    deadline: 'none',
  },
];

/** What is said before the advice that has the most to say. */
const toAdvice = [
  ['errand', 'child-allowance'],
  ['card', 'my-number'],
  ['phone', 'reads-and-runs'],
  ['pins', 'oneByOne'],
  ['pin.authentication', 'on-slip-at-home'],
  ['pin.signature', 'known'],
  ['changedSinceIssue', 'no'],
  ['certificate.authentication', 'renewable'],
] as const;

/** Pages of /pins that are met on no way to another of them. */
const endsOfPins: readonly PinsPageName[] = [
  ...(['which-use', 'which-label', 'not-a-pin', 'pin-signature', 'counter', 'store-no', 'store-yes'] as const),
  ...(['errors', 'error-store-opens-again', 'certificates', 'slip', 'fails-locked', 'new'] as const),
];

/** Then the check of phones offers the most. */
export const withHome: Partial<Place> = {
  surface: 'kiosk',
  homeAddress: 'https://kazasu.example',
  paper: '80mm',
  panel: usualPanel,
};

const anew = async (page: Page, origin: string, events: readonly ReaderEvent[]): Promise<void> => {
  await leavePage(page);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await readerSays(page, origin, events);
};

const onCard = async (
  page: Page,
  locale: Locale,
  origin: string,
  events: readonly ReaderEvent[],
  screen: string,
): Promise<void> => {
  await anew(page, origin, events);
  await page.goto(`/${locale}/card`);
  await page.locator(`[data-screen="${screen}"]`).waitFor();
};

const dialog = async (page: Page, opener: string): Promise<void> => {
  await page.locator(opener).first().click();
  await page.getByRole('dialog').waitFor();
};

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

const start: Walk = async (page, locale, stop, origin) => {
  await anew(page, origin, [readerReady]);
  await page.goto(`/${locale}`);
  await page.locator('.door').nth(1).waitFor();
  await stop('start');
  await leavePage(page);
  await settingsAre(page, { kind: 'none' });
  await page.goto(`/${locale}`);
  await page.locator('.reader-notice').waitFor();
  await stop('start without a reader');
};

const card: Walk = async (page, locale, stop, origin) => {
  const events: Readonly<Record<string, readonly ReaderEvent[]>> = {
    noReader: [{ type: 'reader', ready: false, error: 'readerMissing' }],
    ready: [readerReady],
    reading: cardFound,
    lifted,
    failed: [...cardFound, { type: 'failed', error: 'cardMute', known: { pins: {} } }],
  };
  for (const [screen, told] of Object.entries(events)) {
    await onCard(page, locale, origin, told, screen);
    await stop(screen);
  }
  await onCard(page, locale, origin, reported({ ...fineReport, card: 'felica' }), 'report');
  await stop('another card');
  await onCard(page, locale, origin, [...reported(fineReport), { type: 'removed', early: false }], 'report');
  await stop('report, all fine');
  await page.locator('.action-finish').click();
  await page.locator('[data-screen="thanks"]').waitFor();
  await stop('thanks');
  await onCard(page, locale, origin, reported(worstReport), 'report');
  await stop('report, all wrong');
  await dialog(page, '.report-item-details >> nth=1');
  await stop('details of a PIN');
  await closeDialog(page);
  await dialog(page, '.sources-note');
  await stop('sources');
  await closeDialog(page);
  await page.locator('.action-finish').click();
  await page.locator('[data-screen="takeAway"]').waitFor();
  await stop('take the card');
};

const practiceCard: Walk = async (page, locale, stop) => {
  await page.goto(`/${locale}/practice-card`);
  await page.locator('.practice-button').waitFor();
  await stop('practice card');
  await page.locator('.practice-button').click();
  await page.locator('[data-screen="report"]').waitFor();
  await stop('practice card, report');
};

const guide: Walk = async (page, locale, stop, origin) => {
  await anew(page, origin, [readerReady]);
  for (const choices of longWays) {
    await page.goto(`/${locale}/guide`);
    await answerAll(page, locale, choices, (question) => stop(`guide, ${question}`));
    await stop(`guide, advice on ${choices.errand}`);
    await page.locator('.advice-fold > summary').first().click();
    await stop(`guide, ways on ${choices.errand}`);
  }
  await page.goto(`/${locale}/guide`);
  await answer(page, locale, toAdvice);
  await page.locator('.advice-take').waitFor();
  await stop('guide, advice');
  await page.locator('.advice-fold > summary').first().click();
  await page.locator('.other-way > summary').first().click();
  await stop('guide, all other ways');
  await dialog(page, '.sources-note >> nth=0');
  await stop('guide, sources');
  await closeDialog(page);
  await page.locator('.action-answers').click();
  await page.locator('.given-answers').waitFor();
  await stop('guide, answers');
  await page.goto(`/${locale}/guide`);
  await answer(page, locale, toAdvice);
  await page.locator('.advice-take').click();
  await page.locator('.take-along').waitFor();
  await stop('guide, take along');
  await page.goto(`/${locale}/guide`);
  await answer(page, locale, [
    ['errand', 'child-allowance'],
    ['card', 'lost'],
  ]);
  await page.locator('[data-question="deadline"]').waitFor();
  await stop('guide, last day');
  await page.goto(`/${locale}/guide`);
  await answer(page, locale, [['errand', 'look-around']]);
  await page.locator('.look-around').waitFor();
  await stop('guide, look around');
};

const pins: Walk = async (page, locale, stop) => {
  for (const end of endsOfPins) await openPins(page, locale, end, (name) => stop(`PINs, ${name}`));
};

const phone: Walk = async (page, locale, stop) => {
  await placeIs(page, withHome);
  await onEveryQuestion(page, locale, (name) => stop(`phone, asked ${name}`));
  for (const [name, goTo] of Object.entries(phoneScreens)) {
    await goTo(page, locale);
    await page.locator('h1').waitFor();
    await stop(`phone, ${name}`);
  }
};

const inTurn =
  (screens: Readonly<Record<string, (page: Page, locale: Locale) => Promise<void>>>): Walk =>
  async (page, locale, stop) => {
    for (const [name, goTo] of Object.entries(screens)) {
      await goTo(page, locale);
      await stop(name);
    }
  };

const words = (ja: string, en: string): Words => ({ ja, 'ja-easy': ja, en });

/** An office on a day on which much is the matter. */
const hardDay: Partial<PublicOffice> = {
  outage: {
    systems: ['national-system', 'stores'],
    works: ['papers', 'resident-records', 'consultation', 'practice'],
    note: words('復旧は夕方の見込みです。', 'It is expected back in the evening.'),
    until: Number.MAX_SAFE_INTEGER,
  },
  notices: [
    {
      places: ['start', 'guide', 'pins'],
      tone: 'important',
      text: words('今日の受付は16時までです。', 'Today the counter closes at 16:00.'),
      until: Number.MAX_SAFE_INTEGER,
    },
  ],
};

/** What comes to a screen from beside it: an office that has much to say, a doubtful clock, a printer that cannot, nobody in front of it. */
const besides: Walk = async (page, locale, stop, origin) => {
  await anew(page, origin, [readerReady]);
  await page.route('**/api/desk/office', (route) => route.fulfill({ json: { ...usualPublicOffice, ...hardDay } }));
  const machine: MachineState = { printer: 'outOfPaper', clock: 'doubtful' };
  await page.route('**/api/desk/machine', (route) => route.fulfill({ json: machine }));
  await placeIs(page, withHome);
  await page.goto(`/${locale}`);
  await page.locator('.office-strip-button').waitFor();
  await stop('start, much to say');
  await dialog(page, '.office-strip-button');
  await stop('notices');
  await closeDialog(page);
  await page.goto(`/${locale}/guide`);
  await answer(page, locale, toAdvice);
  await page.locator('[data-question="deadline"]').waitFor();
  await stop('guide, last day in doubt');
  await answer(page, locale, [['deadline', 'none']]);
  await page.locator('.advice-take').waitFor();
  await stop('guide, advice in doubt');
  await page.locator('.advice-take').click();
  await page.locator('.take-along').waitFor();
  await stop('guide, take along without a printer');
  await page.clock.runFor(usualPublicOffice.idle.asksAfter + 1_500);
  await page.locator('dialog.still-here[open]').waitFor();
  await stop('still here');
};

/** On a working day, when the counters are open: what is asked and advised depends on the hour. */
const onWorkingDay =
  (walk: Walk): Walk =>
  async (page, ...rest) => {
    await page.clock.install({ time: new Date('2026-11-25T10:00:00+09:00') });
    await walk(page, ...rest);
  };

/** Every screen that a visitor of a kiosk meets, in groups. A name that comes twice is the same screen. */
export const kioskWalks: Readonly<Record<string, Walk>> = {
  start: onWorkingDay(start),
  'a card': onWorkingDay(card),
  'the practice card': onWorkingDay(practiceCard),
  'the guide': onWorkingDay(guide),
  PINs: onWorkingDay(pins),
  'the phone check': onWorkingDay(phone),
  practising: onWorkingDay(inTurn(practiceScreens)),
  'a call for staff': onWorkingDay(inTurn(helpScreens)),
  'what comes from beside': onWorkingDay(besides),
};

/** What is only on a visitor's own phone. */
export const ownPhoneWalk: Walk = onWorkingDay(async (page, ...rest) => {
  await becomePhone(page);
  await inTurn(contactScreens)(page, ...rest);
});

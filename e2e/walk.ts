import { expect, type Page } from '@playwright/test';
import { type Locale, named, words } from './answers.ts';
import { untilDrawn } from './pressing.ts';

/**
 * Leaves a page that would listen on, and hear what is meant for the next one. For one of the same server, as Chromium starts
 * another process on the way from `about:blank`, which takes as long as a page.
 */
export const leavePage = (page: Page): Promise<unknown> => page.goto('/api/place');

interface WalkOptions {
  /** How long nothing new may come up before it is over. */
  readonly patienceMs?: number;
  /** What has been pressed already, elsewhere; what is pressed now is added. */
  readonly pressed?: string[];
  /** Links to other hosts, which pages for home have, are not followed. */
  readonly staysHere?: boolean;
}

/** Presses the first thing on the page that is not among `pressed`. Returns what it was, `null` if there is nothing new. */
const pressSomethingNew = (page: Page, pressed: readonly string[], staysHere: boolean): Promise<string | null> =>
  page.evaluate(
    ({ known, isBound }) => {
      const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
      // Links to other languages are left to the walks through those. Choices come last: they lead nowhere.
      for (const each of [...all('a[href]:not([hreflang]), button, summary'), ...all('input')]) {
        const screen = document.querySelector('h1')?.textContent ?? '';
        const name = [
          location.pathname,
          screen,
          each.ariaLabel ?? '',
          each.closest('label, a, button')?.textContent,
        ].join(' | ');
        if (known.includes(name) || each.ariaDisabled === 'true' || !each.checkVisibility()) continue;
        if (isBound && each instanceof HTMLAnchorElement && each.origin !== location.origin) continue;
        each.click();
        return name;
      }
      return null;
    },
    { known: pressed, isBound: staysHere },
  );

/** Goes from `start` wherever it leads. Ends when nothing new has come up for a while, not even back at the start. */
export const pressEverything = async (
  page: Page,
  start: string,
  { patienceMs = 4_000, pressed = [], staysHere = false }: WalkOptions = {},
): Promise<string[]> => {
  const pressNext = async (): Promise<boolean> => {
    // Who has finished is back in the first language.
    if (!new URL(page.url()).pathname.startsWith(start)) await page.goto(start);
    const name = await pressSomethingNew(page, pressed, staysHere);
    if (name === null) return false;
    pressed.push(name);
    // Whoever presses on before that leaves a page that nobody has seen.
    await untilDrawn(page);
    return true;
  };
  let lastPress = Promise.resolve(false);
  const somethingCame = (): Promise<boolean> =>
    expect
      .poll(
        () => {
          lastPress = pressNext();
          return lastPress;
        },
        { timeout: patienceMs, intervals: [50] },
      )
      .toBe(true)
      .then(
        () => true,
        // Patience may end in the middle of a press.
        () => lastPress,
      );
  do {
    await page.goto(start);
    while (await somethingCame());
    await page.goto(start);
  } while (await somethingCame());
  return pressed;
};

declare global {
  interface Window {
    /** Tells the test of a field that has come up (watchFields). */
    noteField(field: string): Promise<void>;
  }
}

/**
 * Every field in which something can be entered, on every page that opens from now on, however shortly it is there: its
 * element, type and `autocomplete`; for those that take text also which page it belongs to.
 */
export const watchFields = async (page: Page): Promise<ReadonlySet<string>> => {
  const fields = new Set<string>();
  await page.exposeFunction('noteField', (field: string) => fields.add(field));
  await page.addInitScript(() => {
    const noted = new Set<string>();
    const wordsFor = (field: Element): string => {
      const type = field.getAttribute('type') ?? '';
      const isText = !['radio', 'checkbox', 'date'].includes(type);
      const place = field.closest('[data-question], [data-part], [data-screen]');
      const pageName = place?.getAttribute('data-question') ?? place?.getAttribute('data-part') ?? 'elsewhere';
      return [field.localName, type, field.getAttribute('autocomplete'), isText ? pageName : '']
        .filter((word) => word !== null && word !== '')
        .join(' ');
    };
    const noteAll = (): void => {
      for (const field of document.querySelectorAll('input, textarea, select, [contenteditable]')) {
        const found = wordsFor(field);
        if (noted.has(found)) continue;
        noted.add(found);
        void window.noteField(found);
      }
    };
    new MutationObserver(noteAll).observe(document, { subtree: true, childList: true, attributes: true });
  });
  return fields;
};

/** What is on /pins: the name of a page, and the messages of the buttons that lead to it. */
export const pinsPages = {
  home: [],
  which: ['PinHelp.doors.which'],
  'which-use': ['PinHelp.doors.which', 'PinWhich.shapes.digits-4'],
  'which-label': ['PinHelp.doors.which', 'PinWhich.shapes.label'],
  'which-several': ['PinHelp.doors.which', 'PinWhich.shapes.digits-4', 'PinWhich.uses.unknown'],
  'which-signature': ['PinHelp.doors.which', 'PinWhich.shapes.letters-digits'],
  'not-a-pin': ['PinHelp.doors.which', 'PinWhich.shapes.digits-12', 'PinWhich.toNotPin'],
  slip: ['PinHelp.doors.slip'],
  'place-card-case': ['PinHelp.doors.slip', 'PinSlip.begin'],
  'slip-at-home': ['PinHelp.doors.slip', 'PinSlip.atHome'],
  'pin-signature': ['Pins.signature.name', 'Questions.pinSignature.answers.locked'],
  'pin-authentication': ['Pins.authentication.name', 'Questions.pinAuthentication.answers.forgotten'],
  counter: ['Pins.signature.name', 'Questions.pinSignature.answers.locked', 'PinStore.toCounter'],
  'store-card': ['Pins.signature.name', 'Questions.pinSignature.answers.locked', 'PinStore.title'],
  'store-no': [
    'Pins.signature.name',
    'Questions.pinSignature.answers.locked',
    'PinStore.title',
    'Questions.card.answers.face-authentication',
  ],
  'store-yes': [
    'Pins.signature.name',
    'Questions.pinSignature.answers.locked',
    'PinStore.title',
    'Questions.card.answers.my-number',
    'Questions.pinAuthentication.answers.known',
    'Questions.phone.answers.reads-and-runs',
    'Questions.changedSinceIssue.answers.no',
    'Questions.certificateAuthentication.answers.valid',
    'Questions.konbini.answers.both-pins',
  ],
  'fails-locked': ['PinHelp.doors.fails'],
  'do-locked': ['PinHelp.doors.fails', 'PinFails.yes'],
  errors: ['PinHelp.doors.errors'],
  'error-store-opens-again': ['PinHelp.doors.errors', 'ErrorSigns.store-opens-again'],
  new: ['PinHelp.doors.new'],
  certificates: ['PinHelp.doors.certificates'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type PinsPageName = keyof typeof pinsPages;

/** Which page of help or which question is shown. */
export const shownPage = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const shown = document.querySelector('main :is([data-part], [data-question])');
    return shown?.getAttribute('data-part') ?? shown?.getAttribute('data-question') ?? '';
  });

/** The button whose words contain those of this message. */
export const pinsButton = (page: Page, locale: Locale, message: string) => {
  const { source } = named(words(locale, message));
  // The name of a PIN comes after its lamp.
  const isLamp = /^Pins\./.test(message);
  return page
    .locator('main')
    .getByRole('button', { name: isLamp ? new RegExp(source.slice(1)) : named(words(locale, message)) })
    .first();
};

/** Opens a page of /pins anew. @param onPage - called on each page on the way, and on this one */
export const openPins = async (
  page: Page,
  locale: Locale,
  name: PinsPageName,
  onPage: (name: string) => Promise<void> = async () => undefined,
): Promise<void> => {
  await page.goto(`/${locale}/pins`);
  for (const message of pinsPages[name]) {
    await pinsButton(page, locale, message).waitFor();
    await onPage(await shownPage(page));
    await pinsButton(page, locale, message).click();
  }
  await expect.poll(() => shownPage(page)).toBe(name);
  await onPage(name);
};

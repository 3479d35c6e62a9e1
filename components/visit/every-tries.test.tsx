import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator, type Messages, NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { judgeStore } from '@/lib/advice/store-reset';
import { type CardReport, certificateStates, type PinName, pinNames } from '@/lib/card/report';
import { pinReport, triesMax } from '@/lib/card/tries';
import { withoutReadings } from '@/lib/i18n/furigana';
import { type AppLocale, routing } from '@/lib/i18n/routing';
import { learnReport } from '@/lib/reader/report-facts';
import { canResetAtStore, concernsOf } from './headline';
import { PinDetails } from './pin-details';
import { ReportHeadline } from './report-headline';

type Tries = Readonly<Record<PinName, number>>;

const upTo = (max: number): readonly number[] => Array.from({ length: max + 1 }, (_, left) => left);

/** What a card can count: 6 · 4 · 4 · 4. */
const everyTries: readonly Tries[] = upTo(triesMax.signature).flatMap((signature) =>
  upTo(triesMax.authentication).flatMap((authentication) =>
    upTo(triesMax.cardInfoInput).flatMap((cardInfoInput) =>
      upTo(triesMax.residentRegister).map((residentRegister) => ({
        signature,
        authentication,
        cardInfoInput,
        residentRegister,
      })),
    ),
  ),
);

const reportOf = (tries: Tries): CardReport => ({
  card: 'my-number',
  pins: {
    authentication: pinReport('authentication', tries.authentication),
    signature: pinReport('signature', tries.signature),
    cardInfoInput: pinReport('cardInfoInput', tries.cardInfoInput),
    residentRegister: pinReport('residentRegister', tries.residentRegister),
  },
  authenticationCertificate: { state: 'valid', notAfter: '2028-05-17' },
  signatureCertificate: { present: true },
  exchanges: 14,
  elapsedMs: 298,
});

const withTries = (tries: Tries, isWanted: (left: number, pin: PinName) => boolean): readonly PinName[] =>
  pinNames.filter((pin) => isWanted(tries[pin], pin));
const lockedIn = (tries: Tries): readonly PinName[] => withTries(tries, (left) => left === 0);
const lastTryIn = (tries: Tries): readonly PinName[] => withTries(tries, (left) => left === 1);
const lowIn = (tries: Tries): readonly PinName[] => withTries(tries, (left, pin) => left > 1 && left < triesMax[pin]);

/** By the conditions of J-LIS, from nothing but what the card says. */
const mayBeStore = (report: CardReport, pin: PinName): boolean =>
  (pin === 'signature' || pin === 'authentication') &&
  judgeStore(learnReport({}, report), '2026-11-25', pin).every(({ state }) => state !== 'fails');

const messagesOf = (locale: AppLocale): Messages =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../messages/${locale}.json`), 'utf8'));

/** What is missing or malformed in the messages is not to be shown as its key. */
const fail = (error: unknown): never => {
  throw error;
};

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#x27;': "'",
  '&lt;': '<',
  '&gt;': '>',
};

/** What a reader of the page sees of it: no readings, no markup. */
const textOf = (html: string): string =>
  html
    .replace(/<rt\b.*?<\/rt>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity)
    .trim();

const textsOf = (html: string, name: 'h1' | 'p'): readonly string[] =>
  [...html.matchAll(new RegExp(`<${name}\\b.*?</${name}>`, 'g'))].map(([part]) => textOf(part));

interface Words {
  readonly title: string;
  readonly advice: string;
}

/** The screens of a language, and what they should say, both by the formatter of the screens. */
const screensOf = (locale: AppLocale) => {
  const messages = messagesOf(locale);
  const t = createTranslator({ locale, messages, onError: fail });
  const pinName = (pin: PinName): string => t(`Pins.${pin}.name`);
  const render = (screen: ReactElement): string =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale={locale} messages={messages} timeZone="Asia/Tokyo" onError={fail}>
        {screen}
      </NextIntlClientProvider>,
    );
  const lockedWords = (pin: PinName, atStore: boolean): Words => ({
    title: t('Headlines.locked.title', { pin: pinName(pin) }),
    advice: atStore ? t('Headlines.locked.adviceStore') : t('Headlines.locked.advice'),
  });
  return {
    pinName: (pin: PinName) => withoutReadings(pinName(pin)),
    counter: withoutReadings(t('PinCard.counter')),
    store: {
      signature: withoutReadings(t('PinCard.storeSignature')),
      authentication: withoutReadings(t('PinCard.storeAuthentication')),
    },
    headlineOf: (report: CardReport) => render(<ReportHeadline concerns={concernsOf(report)} />),
    detailsOf: (report: CardReport, name: PinName) => textOf(render(<PinDetails name={name} report={report} />)),
    /** One locked, several locked, a last try, a low count, nothing: whichever comes first. */
    expectedOf: (tries: Tries): Words => {
      const [locked, ...more] = lockedIn(tries);
      if (locked !== undefined) {
        if (more.length === 0) return lockedWords(locked, mayBeStore(reportOf(tries), locked));
        const title = t('Headlines.severalLocked.title', { count: more.length + 1 });
        return { title, advice: t('Headlines.severalLocked.advice') };
      }
      const [last] = lastTryIn(tries);
      if (last !== undefined) {
        return { title: t('Headlines.lastTry.title', { pin: pinName(last) }), advice: t('Headlines.lastTry.advice') };
      }
      const [low] = lowIn(tries);
      if (low !== undefined) {
        return { title: t('Headlines.low.title', { pin: pinName(low) }), advice: t('Headlines.low.advice') };
      }
      return { title: t('Headlines.fine.title'), advice: t('Headlines.fine.advice') };
    },
    othersOf: (count: number): string => (count > 0 ? ` ${withoutReadings(t('CardReport.others', { count }))}` : ''),
  };
};

/** Concerns beside the first: locked PINs are one together, each other PIN is one of its own. */
const othersIn = (tries: Tries): number =>
  Math.max(0, Math.min(1, lockedIn(tries).length) + lastTryIn(tries).length + lowIn(tries).length - 1);

test('there are 384 cards, of which 162 have one PIN locked and 87 several', () => {
  expect(everyTries.length).toBe(384);
  expect(everyTries.filter((tries) => lockedIn(tries).length === 1).length).toBe(162);
  expect(everyTries.filter((tries) => lockedIn(tries).length > 1).length).toBe(87);
});

describe.each(routing.locales)('in %s, whatever the card counts', { timeout: 60_000 }, (locale) => {
  const screens = screensOf(locale);

  test('there is one title and one advice, and they say what matters most', () => {
    for (const tries of everyTries) {
      const html = screens.headlineOf(reportOf(tries));
      const { title, advice } = screens.expectedOf(tries);
      expect(textsOf(html, 'h1')).toEqual([withoutReadings(title)]);
      expect(textsOf(html, 'p')).toEqual([`${withoutReadings(advice)}${screens.othersOf(othersIn(tries))}`]);
      expect(textOf(html)).not.toMatch(/[{}<>《》｜]|Headlines|Pins\./);
    }
  });

  test('the title names the PIN that is locked, or counts them', () => {
    for (const tries of everyTries) {
      const locked = lockedIn(tries);
      if (locked.length === 0) continue;
      const [title = ''] = textsOf(screens.headlineOf(reportOf(tries)), 'h1');
      const named = pinNames.filter((pin) => title.includes(screens.pinName(pin)));
      expect(named).toEqual(locked.length === 1 ? locked : []);
      expect(/\d+/.exec(title)?.[0]).toBe(locked.length === 1 ? undefined : String(locked.length));
    }
  });

  test('a last try is named before a count that is merely low', () => {
    for (const tries of everyTries) {
      if (lockedIn(tries).length > 0 || lastTryIn(tries).length === 0) continue;
      const [title = ''] = textsOf(screens.headlineOf(reportOf(tries)), 'h1');
      expect(pinNames.filter((pin) => title.includes(screens.pinName(pin)))).toEqual(lastTryIn(tries).slice(0, 1));
    }
  });

  test('every locked PIN has the counter, and a store exactly where nothing on the card speaks against it', () => {
    for (const tries of everyTries) {
      const report = reportOf(tries);
      for (const pin of lockedIn(tries)) {
        const details = screens.detailsOf(report, pin);
        expect(details).toContain(screens.counter);
        const stores = Object.entries(screens.store).filter(([, words]) => details.includes(words));
        expect([tries, stores.map(([name]) => name)]).toEqual([tries, mayBeStore(report, pin) ? [pin] : []]);
      }
    }
  });

  test('a PIN that is not locked is not said to need the counter', () => {
    for (const tries of everyTries) {
      const report = reportOf(tries);
      for (const pin of withTries(tries, (left) => left > 0)) {
        expect(screens.detailsOf(report, pin)).not.toContain(screens.counter);
      }
    }
  });
});

describe('the store, by what the card says', () => {
  test('is open to a locked PIN exactly if it is one of the two and the other one is not locked', () => {
    for (const tries of everyTries) {
      for (const pin of lockedIn(tries)) {
        const isOther = { signature: tries.authentication > 0, authentication: tries.signature > 0 };
        const isOpen = pin === 'signature' || pin === 'authentication' ? isOther[pin] : false;
        expect([tries, pin, canResetAtStore(reportOf(tries), pin)]).toEqual([tries, pin, isOpen]);
      }
    }
  });

  test.each(certificateStates)('agrees with the conditions of J-LIS when the certificate is %s', (state) => {
    const isDated = state !== 'absent' && state !== 'unreadable';
    for (const present of [true, false, null]) {
      for (const tries of everyTries) {
        const report: CardReport = {
          ...reportOf(tries),
          authenticationCertificate: { state, notAfter: isDated ? '2028-05-17' : null },
          signatureCertificate: { present },
        };
        // What the card did not say is nothing to go to a store for.
        const isRead = state !== 'unreadable' && present !== null;
        for (const pin of lockedIn(tries)) {
          expect([tries, present, canResetAtStore(report, pin)]).toEqual([
            tries,
            present,
            isRead && mayBeStore(report, pin),
          ]);
        }
      }
    }
  });
});

import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { withoutReadings } from '../lib/i18n/furigana.ts';

export type Locale = 'ja' | 'ja-easy' | 'en';
export const locales: readonly Locale[] = ['ja', 'ja-easy', 'en'];

type Texts = { readonly [key: string]: string | Texts };

const messages = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(`../messages/${locale}.json`, import.meta.url), 'utf8')),
  ]),
) as Readonly<Record<Locale, Texts>>;

/** What a screen says, as a voice reads it. @param path - `Advice.take` */
export const words = (locale: Locale, path: string): string => {
  const text = path
    .split('.')
    .reduce<string | Texts | undefined>(
      (node, key) => (typeof node === 'object' ? node[key] : undefined),
      messages[locale],
    );
  if (typeof text !== 'string') throw new Error(`messages/${locale}.json has no ${path}`);
  return withoutReadings(text);
};

const factKey = (fact: string): string => fact.replace(/\.(.)/, (_, letter: string) => letter.toUpperCase());

const answerWords = (locale: Locale, fact: string, value: string): string =>
  fact === 'errand'
    ? words(locale, `Errands.${value}.name`)
    : words(locale, `Questions.${factKey(fact)}.answers.${value}`);

/** The name of something that begins with this text. Playwright puts spaces around a word with a reading. */
export const named = (text: string): RegExp =>
  new RegExp(`^${[...text.replace(/\s/g, '')].map((each) => each.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join('\\s*')}`);

/** The button of an answer on the question about `fact` (`pins`: about all at once). */
export const answerButton = (page: Page, locale: Locale, fact: string, value: string): Locator =>
  page
    .locator(`[data-question="${fact}"]`)
    .getByRole('button', { name: named(answerWords(locale, fact, value)) })
    .first();

/** Taps these answers, each on its question, in this order. */
export const answer = async (page: Page, locale: Locale, answers: readonly (readonly [string, string])[]) => {
  for (const [fact, value] of answers) await answerButton(page, locale, fact, value).click();
};

/** One answer for each question that may come. */
export type Choices = Readonly<Record<string, string>>;

/** Answers whatever is asked until there is advice. @param onQuestion - called on each question before it is answered */
export const answerAll = async (
  page: Page,
  locale: Locale,
  choices: Choices,
  onQuestion: (fact: string) => Promise<void> = async () => undefined,
): Promise<void> => {
  const screen = page.locator('[data-question], main[data-screen="advice"]').last();
  for (;;) {
    const fact = await screen.getAttribute('data-question');
    if (fact === null) return;
    await onQuestion(fact);
    const choice = choices[fact];
    if (choice === undefined) throw new Error(`there is no answer for ${fact}`);
    await answerButton(page, locale, fact, choice).click();
    await expect(page.locator(`[data-question="${fact}"]`)).toBeHidden();
  }
};

export const advice = (page: Page): Locator => page.locator('main[data-screen="advice"]');

/** What a place on the screen says, without the readings above it. */
export const expectToSay = (place: Locator, text: string): Promise<void> =>
  expect
    .poll(() =>
      place.evaluate((element) => {
        const copy = element.cloneNode(true);
        if (!(copy instanceof Element)) return '';
        for (const reading of copy.querySelectorAll('rt')) reading.remove();
        return copy.textContent ?? '';
      }),
    )
    .toContain(text);

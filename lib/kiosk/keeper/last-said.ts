/** What the server has said last of its office and of this machine: the keeper stays when the server goes, and so does this. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Locale, locales } from '../../i18n/locales.ts';

export interface LastSaid {
  /** As it was said, JSON; `undefined`: not yet. */
  office(): string | undefined;
  machine(): string | undefined;
  /** In which a visit begins; `undefined`: not known yet, or none that there is. */
  language(): Locale | undefined;
  /** Resolves when something has been said of the office. */
  readonly heard: Promise<void>;
}

export interface LastSaidOptions {
  /** Origin of the pages. */
  readonly url: string;
  readonly ending: AbortSignal;
  /** Milliseconds between two questions, and for the answer to one. */
  readonly everyMs?: number;
  readonly limitMs?: number;
}

/** Asks until `ending`. Whatever is no answer – nobody there, an error – changes nothing. */
export const followServer = ({ url, ending, everyMs = 10_000, limitMs = 2_000 }: LastSaidOptions): LastSaid => {
  let office: { readonly text: string; readonly language: Locale | undefined } | undefined;
  let machine: string | undefined;
  const heard = Promise.withResolvers<void>();

  /** @param take - throws if it was no answer */
  const ask = async (about: string, take: (text: string) => void): Promise<void> => {
    try {
      const signal = AbortSignal.any([ending, AbortSignal.timeout(limitMs)]);
      // In the name of our pages: of the machine the server tells nobody else.
      const response = await fetch(`${url}/api/desk/${about}`, {
        headers: { 'Sec-Fetch-Site': 'same-origin' },
        signal,
      });
      if (response.ok) take(await response.text());
      else await response.body?.cancel();
    } catch {
      // The server is away, or it was no answer; what has been said last still holds.
    }
  };
  const takeOffice = (text: string): void => {
    const { firstLanguage }: { firstLanguage?: unknown } = JSON.parse(text);
    office = { text, language: locales.find((locale) => locale === firstLanguage) };
    heard.resolve();
  };
  const takeMachine = (text: string): void => {
    JSON.parse(text);
    machine = text;
  };
  const follow = async (): Promise<void> => {
    while (!ending.aborted) {
      await Promise.all([ask('office', takeOffice), ask('machine', takeMachine)]);
      await wait(office === undefined ? Math.min(everyMs, 500) : everyMs, undefined, { ref: false });
    }
  };
  void follow();

  return {
    office: () => office?.text,
    machine: () => machine,
    language: () => office?.language,
    heard: heard.promise,
  };
};

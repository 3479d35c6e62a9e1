/** What the server has said last of its office: the keeper stays when the server goes, and so does this. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Locale, locales } from '../../i18n/locales.ts';

export interface LastOffice {
  /** As it was said, JSON; `undefined`: not yet. */
  get(): string | undefined;
  /** In which a visit begins; `undefined`: not known yet, or none that there is. */
  language(): Locale | undefined;
  /** Resolves when something has been said. */
  readonly heard: Promise<void>;
}

export interface LastOfficeOptions {
  /** Origin of the pages. */
  readonly url: string;
  readonly ending: AbortSignal;
  /** Milliseconds between two questions, and for the answer to one. */
  readonly everyMs?: number;
  readonly limitMs?: number;
}

/** Asks until `ending`. Whatever is no answer – nobody there, an error – changes nothing. */
export const followOffice = ({ url, ending, everyMs = 10_000, limitMs = 2_000 }: LastOfficeOptions): LastOffice => {
  let last: { readonly text: string; readonly language: Locale | undefined } | undefined;
  const heard = Promise.withResolvers<void>();

  const ask = async (): Promise<void> => {
    try {
      const signal = AbortSignal.any([ending, AbortSignal.timeout(limitMs)]);
      const response = await fetch(`${url}/api/desk/office`, { signal });
      if (response.ok) {
        const text = await response.text();
        const { firstLanguage }: { firstLanguage?: unknown } = JSON.parse(text);
        last = { text, language: locales.find((locale) => locale === firstLanguage) };
        heard.resolve();
      } else await response.body?.cancel();
    } catch {
      // The server is away, or it was no office; what has been said last still holds.
    }
  };
  const follow = async (): Promise<void> => {
    while (!ending.aborted) {
      await ask();
      await wait(last === undefined ? Math.min(everyMs, 500) : everyMs, undefined, { ref: false });
    }
  };
  void follow();

  return { get: () => last?.text, language: () => last?.language, heard: heard.promise };
};

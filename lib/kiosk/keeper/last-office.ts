/** What the server has said last of its office: the keeper stays when the server goes, and so does this. */
import { setTimeout as wait } from 'node:timers/promises';

export interface LastOffice {
  /** As it was said, JSON; `undefined`: not yet. */
  get(): string | undefined;
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
  let last: string | undefined;

  const ask = async (): Promise<void> => {
    try {
      const signal = AbortSignal.any([ending, AbortSignal.timeout(limitMs)]);
      const response = await fetch(`${url}/api/desk/office`, { signal });
      if (response.ok) last = await response.text();
      else await response.body?.cancel();
    } catch {
      // The server is away; what it has said last still holds.
    }
  };
  const follow = async (): Promise<void> => {
    while (!ending.aborted) {
      await ask();
      await wait(last === undefined ? Math.min(everyMs, 500) : everyMs, undefined, { ref: false });
    }
  };
  void follow();

  return { get: () => last };
};

/**
 * Keeps a browser in front of the visitors of a kiosk: one for each visit. What a visitor did is in the memory of the browser
 * and in its profile, and only the end of all its processes clears that for certain; so the end of a visit is the end of them.
 * No clock and no process inside: both are handed in.
 */
import type { PageWord } from './protocol.ts';

/** One browser with a profile of its own. */
export interface Browser {
  /** What its requests carry, so that two that overlap are told apart. */
  readonly name: string;
  /** Kept when all its processes have ended, whoever ended them. */
  readonly ended: Promise<void>;
  /** Ends all its processes at once and deletes its profile; also after it has ended by itself. */
  erase(): Promise<void>;
}

/** Milliseconds. */
export const keeperTimes = {
  /** A page that was there has said nothing: it hangs, has crashed, or something else is on the screen. */
  silence: 5_000,
  /** The same of a page whose print is being made, which stands still meanwhile: two to four seconds where it was measured. */
  printing: 30_000,
  /** From the start of a browser to the first word of its page; twice as long after each that has said none. */
  firstWord: 10_000,
  /** The old browser is ended by then, whether or not the new one is on the screen. */
  overlap: 1_500,
  /** After a browser that ended at once. */
  again: 500,
} as const;

/** On a machine that is slow, or has other work, a browser must come up some day. */
const mostDoublings = 3;

/** Why a browser was replaced; for the journal. */
export type Ending = 'visitEnded' | 'pageLeft' | 'silent' | 'neverSpoke' | 'browserEnded';

export interface KeeperParts {
  /** Starts a browser; it comes to lie on top of the one before. */
  readonly start: () => Browser;
  /** Milliseconds of a clock that only goes on. */
  readonly now: () => number;
  readonly onEnding: (ending: Ending) => void;
  /** What else is to be erased with a visit. */
  readonly onErased: () => void;
}

export interface Keeper {
  hear(browser: string, word: PageWord, page: string): void;
  /** To be called some times a second. */
  tick(): void;
  /** Resolves when nothing is left. */
  stop(): Promise<void>;
}

interface Running {
  readonly browser: Browser;
  readonly startedAt: number;
  page: string | null;
  heardAt: number;
  /** How long it may say nothing. */
  patience: number;
}

export const createKeeper = ({ start, now, onEnding, onErased }: KeeperParts): Keeper => {
  let front: Running | null = null;
  /** Already started, not yet seen. */
  let coming: Running | null = null;
  let startAt: number | null = now();
  let isStopped = false;
  let silentStarts = 0;
  const erasing = new Set<Promise<void>>();

  const erase = ({ browser }: Running): void => {
    const work = browser.erase().finally(() => erasing.delete(work));
    erasing.add(work);
  };

  const launch = (): Running => {
    const running: Running = {
      browser: start(),
      startedAt: now(),
      page: null,
      heardAt: now(),
      patience: keeperTimes.silence,
    };
    void running.browser.ended.then(() => lost(running));
    return running;
  };

  /** Ends the one in front; the coming one is what is seen. */
  const promote = (): void => {
    if (front !== null) erase(front);
    front = coming;
    coming = null;
    onErased();
  };

  const replace = (ending: Ending): void => {
    if (coming !== null || isStopped) return;
    onEnding(ending);
    coming = launch();
  };

  /** Nothing of it can be waited for. */
  const discard = (ending: Ending): void => {
    onEnding(ending);
    if (front !== null) erase(front);
    front = coming ?? launch();
    coming = null;
    onErased();
  };

  const lost = (running: Running): void => {
    if (isStopped || (running !== front && running !== coming)) return;
    erase(running);
    onEnding('browserEnded');
    // The one that was to follow has ended: the visit is over all the same.
    if (running === coming && front !== null) erase(front);
    front = running === front ? coming : null;
    coming = null;
    onErased();
    if (front === null) startAt = now() + keeperTimes.again;
  };

  const heard = (running: Running, word: PageWord, page: string): void => {
    running.heardAt = now();
    running.patience = word === 'print' ? keeperTimes.printing : keeperTimes.silence;
    silentStarts = 0;
    if (running === coming) {
      coming.page = page;
      promote();
    } else if (running.page === null) running.page = page;
    // Another page in the same browser: the visitor got away from the first, or it was loaded anew. Its memory is still there.
    else if (running.page !== page) replace('pageLeft');
    if (word === 'end') replace('visitEnded');
  };

  return {
    hear: (browser, word, page) => {
      const running = [front, coming].find((each) => each?.browser.name === browser);
      if (running && !isStopped) heard(running, word, page);
    },
    tick: () => {
      if (isStopped) return;
      const at = now();
      if (startAt !== null && at >= startAt) {
        startAt = null;
        front = launch();
      }
      if (coming !== null && at - coming.startedAt >= keeperTimes.overlap) promote();
      if (front === null) return;
      const firstWord = keeperTimes.firstWord * 2 ** Math.min(silentStarts, mostDoublings);
      if (front.page === null && at - front.startedAt >= firstWord) {
        silentStarts += 1;
        discard('neverSpoke');
      } else if (front.page !== null && at - front.heardAt >= front.patience) discard('silent');
    },
    stop: async () => {
      isStopped = true;
      for (const running of [front, coming]) if (running !== null) erase(running);
      await Promise.all(erasing);
    },
  };
};

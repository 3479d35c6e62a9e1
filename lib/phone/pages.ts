/** The pages of the phone check, and the way back through them. */

/** `check` is the questions and their answer. */
export type PhonePage =
  | 'check'
  | 'contact'
  | 'settings'
  | 'trouble'
  | 'app'
  | 'pc'
  | 'card-in-phone'
  | 'other-ways'
  | 'own-phone';

export interface PhoneWay {
  /** Where one comes back to; the last is on the screen. */
  readonly pages: readonly PhonePage[];
  /** Which of the things to try is shown, from 0. */
  readonly trouble: number;
}

/**
 * A page is opened. `check` is where everything begins, so nothing is before it. `trouble` goes on where it was left for a
 * page that was opened from it, and otherwise begins anew.
 */
export const opened = ({ pages, trouble }: PhoneWay, page: PhonePage): PhoneWay => {
  if (page === 'check') return { pages: ['check'], trouble };
  if (page !== 'trouble') return { pages: [...pages.filter((each) => each !== page), page], trouble };
  const at = pages.indexOf('trouble');
  return at === -1 ? { pages: [...pages, 'trouble'], trouble: 0 } : { pages: pages.slice(0, at + 1), trouble };
};

/** One page back, or one thing to try; `null` where there is nothing before this. */
export const wayBack = ({ pages, trouble }: PhoneWay): PhoneWay | null => {
  if (pages.at(-1) === 'trouble' && trouble > 0) return { pages, trouble: trouble - 1 };
  return pages.length > 1 ? { pages: pages.slice(0, -1), trouble } : null;
};

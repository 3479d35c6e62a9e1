import { isPastHelp, type PhoneCheck } from './check.ts';
import type { PhoneAnswer } from './decide.ts';
import type { PhonePage } from './pages.ts';

/** What there is to do after an answer: a page, or `ask` the questions instead of the test, or `updated`: it is by now. */
export type PhoneAction = Exclude<PhonePage, 'check' | 'own-phone'> | 'ask' | 'updated';

/** The most useful first. */
export const actionsFor = ({ phone, step }: PhoneAnswer, check: PhoneCheck): readonly PhoneAction[] => {
  const { isThisPhone, canTest, asksInstead, kind, os } = check;
  const contact: readonly PhoneAction[] = isThisPhone ? ['contact'] : [];
  const ask: readonly PhoneAction[] = canTest && !asksInstead ? ['ask'] : [];
  const settings: readonly PhoneAction[] = kind === 'android' ? ['settings'] : [];
  if (phone === 'cannot' || (step === 'os-too-old' && isPastHelp(check))) return ['other-ways'];
  // A version that the browser names is named anew when the page is opened anew.
  if (step === 'os-too-old') return [...(os?.isSeen === true ? [] : (['updated'] as const)), 'other-ways', 'pc'];
  if (phone === 'unknown') return [...contact, ...ask, ...settings, 'other-ways', 'app'];
  return [...contact, ...settings, 'app', 'trouble', 'pc', 'card-in-phone'];
};

import type { DecisionStep, PhoneAnswer } from './decide.ts';

/** Messages of each answer: `PhoneAnswer.steps`. */
export type AnswerWords =
  | Exclude<DecisionStep, 'os-too-old'>
  | 'ipad'
  | 'version-open'
  | 'contact-version-open'
  | 'too-old'
  | 'too-old-end'
  | 'not-known-here';

/**
 * Which words say an answer.
 *
 * @param isPastHelp - no update can change it
 */
export const answerWords = (
  { step, phone }: PhoneAnswer,
  {
    isIpad,
    isPastHelp,
    canTest,
  }: { readonly isIpad: boolean; readonly isPastHelp: boolean; readonly canTest: boolean },
): AnswerWords => {
  switch (step) {
    case 'excluded':
      return isIpad ? 'ipad' : 'excluded';
    case 'os-too-old':
      return isPastHelp ? 'too-old-end' : 'too-old';
    case 'contact-seen':
      return phone === 'likely' ? 'contact-version-open' : step;
    case 'listed':
    case 'read-before':
      return phone === 'likely' ? 'version-open' : step;
    case 'not-known':
      return canTest ? 'not-known-here' : step;
    default:
      return step;
  }
};

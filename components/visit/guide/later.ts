'use client';

/**
 * Everything that the first screen of the guide can do without: the rules, the other questions' answers, the advice. One
 * chunk, fetched as soon as the page stands, so that no tap waits for it.
 */
export { answered, answeredPins, learned, questionAbout, screenOf, wentBack } from '@/lib/advice/guide';
export { questionBehind, readiness } from '@/lib/advice/readiness';
export { QuestionDrawing } from '../drawings/question-drawing';
export { AdviceScreen } from './advice-screen';
export { AnswersDialog } from './answers-dialog';
export { readArrival } from './arrival';
export { DeadlineAnswers } from './deadline-answers';
export { HelpOffer } from './help-offer';
export { PinsQuestion } from './pins-question';
export { PrintedAdvice } from './printed-advice';
export { TakeAlong } from './take-along';

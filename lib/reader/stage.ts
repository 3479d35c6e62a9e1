/**
 * Where a visit stands: one pure step from what the reader says, and what the visitor does, to what the screen shows.
 * No clock inside: time that passes is an input like the others.
 */
import type { CardReport, PartialReport } from '../card/report.ts';
import type { CardErrorCode } from '../errors/card-error.ts';
import type { ReaderEvent } from './protocol.ts';

/** What is known of the reader. `connecting`: it has not said anything yet. */
export type ReaderState = 'connecting' | 'ready' | CardErrorCode;

export type Stage =
  /** `isSlow`: the reader has not answered for so long that the screen says so. Until then it looks as it will when it has. */
  | { readonly name: 'connecting'; readonly isSlow: boolean }
  /** No card can be read now. Goes on by itself when the reader is ready. `interrupted`: a card was being read. */
  | { readonly name: 'noReader'; readonly error: CardErrorCode; readonly interrupted: boolean }
  /** A card can be put down. */
  | { readonly name: 'ready' }
  /** Found; it must not be moved. `leaving`: the visitor has asked to finish and will be told to take the card first. */
  | {
      readonly name: 'reading';
      readonly done: number;
      readonly of: number;
      readonly known: PartialReport;
      readonly leaving: boolean;
    }
  /** Taken away too early. `known` is a part and is never shown as the whole. Goes on by itself when the card is back. */
  | { readonly name: 'lifted'; readonly known: PartialReport }
  /** The whole report. It stays when the card is taken away, so that it can be read in peace. */
  | { readonly name: 'report'; readonly report: CardReport; readonly cardThere: boolean }
  /** Reading ended without a report. Goes on by itself when a card is put down. */
  | {
      readonly name: 'failed';
      readonly error: CardErrorCode;
      readonly known: PartialReport;
      readonly cardThere: boolean;
    }
  /** The visitor has finished, the card has not been taken yet: the visit cannot end over it. */
  | { readonly name: 'takeAway' }
  /** Everything shown has been erased. */
  | { readonly name: 'thanks' };

export type StageName = Stage['name'];

/** How patient the screen is, in milliseconds. The office may set it (lib/office). */
export interface Times {
  /** Nobody has touched anything for so long: the screen asks whether to stay. */
  readonly asksAfter: number;
  /** The same while the report of a card is on the screen. */
  readonly reportAsksAfter: number;
  /** Nobody has answered for so long: what is shown is erased. WCAG 2.2, 2.2.1 wants 20 s at least. */
  readonly answer: number;
  readonly thanks: number;
  /** The first reminder about a card left behind; the second comes after twice, the third after four times as long. */
  readonly reminder: number;
}

export interface Visit {
  readonly reader: ReaderState;
  readonly stage: Stage;
  /** Since this stage began or, once no card is there, since the visitor last touched anything; in milliseconds. */
  readonly waitedMs: number;
  /** How long it has stood still for staff since the visitor last touched anything, in milliseconds. */
  readonly attendedMs: number;
  /** Somebody has touched something, or put a card down, since the last visit ended. */
  readonly isUsed: boolean;
  readonly times: Times;
}

export type VisitInput =
  | ReaderEvent
  /** Time has passed. `isAttended`: staff are with the visitor, or on their way. */
  | { readonly type: 'waited'; readonly ms: number; readonly isAttended?: boolean }
  /** The visitor touched the screen or pressed a key. */
  | { readonly type: 'touched' }
  /** The visitor pressed 「おわる」. */
  | { readonly type: 'finish' }
  /** The visitor pressed 「もどる」: what is shown is erased, and another card can be put down. */
  | { readonly type: 'back' }
  /** Another visit has begun on this machine; this one is erased. */
  | { readonly type: 'dropped' }
  /** The visit is over; whoever comes next begins. */
  | { readonly type: 'left' }
  /** The office has set other times. */
  | { readonly type: 'times'; readonly times: Times };

/** The reminder about a card left behind grows at these times after reading has ended, where the office has not set others. */
export const reminderAfterMs = [10_000, 20_000, 40_000] as const;
export const asksAfterMs = 60_000;
export const reportAsksAfterMs = 30_000;
export const answerMs = 30_000;
export const thanksForMs = 10_000;
const usualTimes: Times = {
  asksAfter: asksAfterMs,
  reportAsksAfter: reportAsksAfterMs,
  answer: answerMs,
  thanks: thanksForMs,
  reminder: reminderAfterMs[0],
};
const patienceMs = 3_000;
/**
 * For so long a visit stands still for staff without a touch. A call that they have forgotten to close would otherwise keep what
 * a visitor who has gone has left on the screen.
 */
export const attendedMostMs = 20 * 60_000;

export const beginning: Visit = {
  reader: 'connecting',
  stage: { name: 'connecting', isSlow: false },
  waitedMs: 0,
  attendedMs: 0,
  isUsed: false,
  times: usualTimes,
};

const nothingKnown: PartialReport = { pins: {} };

const restingStage = (reader: ReaderState): Stage => {
  if (reader === 'ready') return { name: 'ready' };
  if (reader === 'connecting') return { name: 'connecting', isSlow: false };
  return { name: 'noReader', error: reader, interrupted: false };
};

/** A card was being read, or had just been lifted, when its reader went away. */
const interruptedStage = (reader: ReaderState): Stage => {
  const stage = restingStage(reader);
  return stage.name === 'noReader' ? { ...stage, interrupted: true } : stage;
};

/** Stages in which nothing of a card is on the screen. */
export const isResting = ({ name }: Stage): boolean => name === 'connecting' || name === 'noReader' || name === 'ready';

/** Reading has ended and the card still lies there, so it may and must be taken away. */
const isCardToTake = (stage: Stage): boolean =>
  stage.name === 'takeAway' || ((stage.name === 'report' || stage.name === 'failed') && stage.cardThere);

/** Something of the visit is on the screen, and nobody may be in front of it any more. */
const endsByItself = (stage: Stage): boolean =>
  stage.name === 'lifted' || ((stage.name === 'report' || stage.name === 'failed') && !stage.cardThere);

const readerStage = (stage: Stage, reader: ReaderState): Stage => {
  switch (stage.name) {
    case 'connecting':
    case 'ready':
      return restingStage(reader);
    case 'noReader':
      return stage.interrupted ? interruptedStage(reader) : restingStage(reader);
    case 'reading':
    case 'lifted':
    case 'failed':
      return reader === 'ready' ? stage : interruptedStage(reader);
    case 'report':
      // Without its reader nobody can say that the card is still there.
      return reader === 'ready' ? stage : { ...stage, cardThere: false };
    case 'takeAway':
      return reader === 'ready' ? stage : { name: 'thanks' };
    case 'thanks':
      return stage;
  }
};

const cardStage = (stage: Stage): Stage => {
  if (stage.name === 'takeAway') return stage;
  const leaving = stage.name === 'reading' && stage.leaving;
  return { name: 'reading', done: 0, of: 0, known: nothingKnown, leaving };
};

/** The reading has ended because the card is no longer there. */
const isLifting = (error: CardErrorCode): boolean => error === 'cardRemoved' || error === 'cardMissing';

const progressStage = (stage: Stage, { done, of, known }: Extract<ReaderEvent, { type: 'progress' }>): Stage =>
  stage.name === 'reading' ? { ...stage, done, of, known } : stage;

const reportStage = (stage: Stage, report: CardReport): Stage => {
  if (stage.name === 'takeAway' || (stage.name === 'reading' && stage.leaving)) return { name: 'takeAway' };
  return { name: 'report', report, cardThere: true };
};

const failedStage = (stage: Stage, { error, known }: Extract<ReaderEvent, { type: 'failed' }>): Stage => {
  switch (stage.name) {
    case 'connecting':
    case 'ready':
      // Nothing of that card is on the screen, and it is gone.
      return isLifting(error) ? stage : { name: 'failed', error, known, cardThere: true };
    case 'failed':
      return isLifting(error) ? { ...stage, cardThere: false } : { name: 'failed', error, known, cardThere: true };
    case 'reading':
      if (isLifting(error)) return stage.leaving ? { name: 'thanks' } : { name: 'lifted', known };
      return stage.leaving ? { name: 'takeAway' } : { name: 'failed', error, known, cardThere: true };
    case 'lifted':
      return isLifting(error) ? { name: 'lifted', known } : stage;
    case 'noReader':
    case 'report':
    case 'takeAway':
    case 'thanks':
      return stage;
  }
};

const removedStage = (stage: Stage): Stage => {
  switch (stage.name) {
    case 'reading':
      return stage.leaving ? { name: 'thanks' } : { name: 'lifted', known: stage.known };
    case 'report':
    case 'failed':
      return { ...stage, cardThere: false };
    case 'takeAway':
      return { name: 'thanks' };
    case 'connecting':
    case 'noReader':
    case 'ready':
    case 'lifted':
    case 'thanks':
      return stage;
  }
};

const finishedStage = (stage: Stage, reader: ReaderState): Stage => {
  switch (stage.name) {
    case 'reading':
      return { ...stage, leaving: true };
    case 'report':
    case 'failed':
      return stage.cardThere ? { name: 'takeAway' } : { name: 'thanks' };
    case 'lifted':
      return { name: 'thanks' };
    case 'thanks':
      return restingStage(reader);
    case 'connecting':
    case 'noReader':
    case 'ready':
    case 'takeAway':
      return stage;
  }
};

/** With the card still there, to go back is to finish: it would be read again at once. */
const backStage = (stage: Stage, reader: ReaderState): Stage =>
  endsByItself(stage) ? restingStage(reader) : finishedStage(stage, reader);

const asksAfterOf = ({ stage, times }: Visit): number =>
  stage.name === 'report' ? times.reportAsksAfter : times.asksAfter;

const afterWaiting = (visit: Visit): Stage => {
  const { stage, reader, waitedMs, times } = visit;
  if (endsByItself(stage) && waitedMs >= asksAfterOf(visit) + times.answer) return { name: 'thanks' };
  if (stage.name === 'thanks' && waitedMs >= times.thanks) return restingStage(reader);
  if (stage.name === 'connecting' && !stage.isSlow && waitedMs >= patienceMs) return { ...stage, isSlow: true };
  return stage;
};

const nextStage = (visit: Visit, input: VisitInput): Stage => {
  const { stage, reader } = visit;
  switch (input.type) {
    case 'reader':
      return readerStage(stage, reader);
    case 'card':
      return cardStage(stage);
    case 'progress':
      return progressStage(stage, input);
    case 'report':
      return reportStage(stage, input.report);
    case 'failed':
      return failedStage(stage, input);
    case 'removed':
      return removedStage(stage);
    case 'finish':
      return finishedStage(stage, reader);
    case 'back':
      return backStage(stage, reader);
    case 'dropped':
    case 'left':
      return restingStage(reader);
    case 'waited':
      return afterWaiting(visit);
    case 'touched':
    case 'times':
      return stage;
  }
};

const readerAfter = (reader: ReaderState, input: VisitInput): ReaderState => {
  if (input.type === 'reader') return input.ready ? 'ready' : (input.error ?? 'unknown');
  return reader;
};

/** While staff are there nothing of the visit fades; a card left behind is called out all the same. */
const standsStill = ({ stage, attendedMs }: Visit, isAttended = false): boolean =>
  isAttended && attendedMs < attendedMostMs && (isResting(stage) || endsByItself(stage));

const waitedAfter = (visit: Visit, input: VisitInput): number => {
  const { stage, waitedMs } = visit;
  if (input.type === 'waited') {
    if (!standsStill(visit, input.isAttended)) return waitedMs + input.ms;
    // Whether anybody is there need not be asked any more.
    return waitedMs < asksAfterOf(visit) ? waitedMs : 0;
  }
  if (input.type === 'left') return 0;
  if (input.type === 'touched' && !isCardToTake(stage)) return 0;
  return waitedMs;
};

const attendedAfter = (visit: Visit, input: VisitInput): number => {
  if (input.type === 'waited') return input.isAttended ? visit.attendedMs + input.ms : 0;
  return input.type === 'touched' || input.type === 'left' ? 0 : visit.attendedMs;
};

const isUsedAfter = ({ isUsed }: Visit, { type }: VisitInput): boolean =>
  type !== 'left' && (isUsed || type === 'touched' || type === 'card');

/** A reader that comes or goes while nobody uses it is no sign of the visitor. How long it has not answered is counted anew. */
const isOfReader = (before: Stage, after: Stage): boolean =>
  isResting(before) && isResting(after) && after.name !== 'connecting';

const isSameMoment = (before: Stage, after: Stage): boolean =>
  isOfReader(before, after) || (before.name === after.name && isCardToTake(before) === isCardToTake(after));

/** The visit after `input`. Total: every input has a meaning in every stage, if only that nothing happens. */
export const advance = (visit: Visit, input: VisitInput): Visit => {
  const heard: Visit = {
    reader: readerAfter(visit.reader, input),
    stage: visit.stage,
    waitedMs: waitedAfter(visit, input),
    attendedMs: attendedAfter(visit, input),
    isUsed: isUsedAfter(visit, input),
    times: input.type === 'times' ? input.times : visit.times,
  };
  const stage = nextStage(heard, input);
  return isSameMoment(visit.stage, stage) ? { ...heard, stage } : { ...heard, stage, waitedMs: 0 };
};

/** How insistently the screen asks to take the card away: 0 (it has just been said) to 3 (the whole screen says it). */
export type Insistence = 0 | 1 | 2 | 3;

export const insistence = ({ stage, waitedMs, times: { reminder } }: Visit): Insistence => {
  if (!isCardToTake(stage) || waitedMs < reminder) return 0;
  if (waitedMs < 2 * reminder) return 1;
  return waitedMs < 4 * reminder ? 2 : 3;
};

/** The screen asks whether anybody is still there, before it erases what it shows of a card. */
export const isAsking = (visit: Visit): boolean => endsByItself(visit.stage) && visit.waitedMs >= asksAfterOf(visit);

/** As `isAsking`, for screens beside the card's, which hold answers of the visitor. */
export const isFading = ({ stage, waitedMs, isUsed, times }: Visit): boolean =>
  isResting(stage) && isUsed && waitedMs >= times.asksAfter;

/** Whoever was here has not answered: what they did, and how they set the screen, can go. */
export const isForgotten = ({ stage, waitedMs, isUsed, times }: Visit): boolean =>
  isResting(stage) && isUsed && waitedMs >= times.asksAfter + times.answer;

/** Whether only time has passed between two moments of a visit, without anything to show for it. */
export const looksTheSame = (before: Visit, after: Visit): boolean =>
  before.stage === after.stage &&
  before.reader === after.reader &&
  before.times === after.times &&
  insistence(before) === insistence(after) &&
  isAsking(before) === isAsking(after) &&
  isFading(before) === isFading(after) &&
  isForgotten(before) === isForgotten(after);

'use client';

import { learn } from '@/lib/facts/learn';
import { advanceCourse, lengthOf, newRound, type Pace } from '@/lib/practice/course';
import { advanceHold, type Hold, type HoldEvent, noCard } from '@/lib/practice/hold';
import { type JourneyName, journeys } from '@/lib/practice/journeys';
import { isEntered, newEntry, type PracticePinName, pressKey } from '@/lib/practice/practice-pin';
import type { RehearsalPlan } from '@/lib/reader/simulated/rehearsal';
import { getGuide, keepFacts } from '../guide/guide-store';
import { lateChunk } from '../late-chunk';
import { sayFact } from '../say-fact';
import { whenVisitEnds } from '../visit-end';
import { changePractised, getPractised, type Means, type PracticePage } from './practice-store';

type WithoutTime<Event> = Event extends HoldEvent ? Omit<Event, 'atMs'> : never;
export type Happening = WithoutTime<HoldEvent>;

/** The practice card is a whole card in TypeScript, so it comes once somebody practises. */
const { load, use } = lateChunk(async () => {
  const { createRehearsal } = await import('@/lib/reader/simulated/rehearsal');
  return createRehearsal({ tell: (event) => tellHold(event) });
});
export const useRehearsal = use;

/** The application asks for the PIN when it has read so much; where it has asked before, it does not ask again. */
const asksAfter = 4;

/** The card has not gone, and neither has it stayed: nothing can be said about this try, but that another can begin. */
export const forgetHold = (): void => {
  tellHold({ type: 'lost' });
  tellHold({ type: 'again' });
};

export const currentHold = (): Hold => {
  const { page, course, single } = getPractised();
  return page.name === 'hold' ? course.hold : single;
};

const planOf = (page: PracticePage): RehearsalPlan => {
  if (page.name === 'pin') return { lengthMs: 4_000, asksAfter };
  if (page.name === 'journey') {
    const step = journeys[page.journey][page.step];
    if (step?.does === 'hold') return { lengthMs: step.lengthMs, asksAfter: null };
  }
  return { lengthMs: lengthOf(getPractised().course), asksAfter: null };
};

const begin = async (found: Hold): Promise<void> => {
  const plan = planOf(getPractised().page);
  const rehearsal = await load();
  // It may have been taken away while the practice card was on its way.
  if (currentHold() === found) rehearsal.put(plan);
};

const end = async (): Promise<void> => (await load()).take();

/** A reader has felt it; a screen has only seen a finger. What was learned, here or before, stays learned. */
const keepLearned = (hasLearned: boolean, means: Means): void => {
  const { facts } = getGuide();
  if (!hasLearned) {
    if (facts.holdPractice === undefined) sayFact('holdPractice', 'not-yet');
  } else if (means === 'reader') {
    keepFacts(learn(facts, 'holdPractice', 'learned', 'measured'));
  } else {
    sayFact('holdPractice', 'learned');
  }
};

const finish = (part: string): void => {
  const { finished } = getPractised();
  if (!finished.includes(part)) changePractised({ finished: [...finished, part] });
};

const follow = (before: Hold, now: Hold): void => {
  if (before === now) return;
  const { page } = getPractised();
  // Whatever goes wrong, nobody is left holding a card.
  if (now.name === 'found') begin(now).catch(() => tellHold({ type: 'lost' }));
  if (now.name === 'asking' && before.name !== 'asking' && page.name === 'pin')
    changePractised({ entry: newEntry(page.pin) });
  if (now.name === 'lifted' || now.name === 'held' || now.name === 'stopped') {
    changePractised({ entry: null });
    void end();
  }
  if (now.name === 'held' && page.name === 'pin') finish(`pin ${page.pin}`);
};

/** What has happened to the card, or to what reads it. @param means - what has noticed it */
export const tellHold = (happening: Happening, means: Means = 'screen'): void => {
  const event: HoldEvent = { ...happening, atMs: performance.now() };
  const before = currentHold();
  const { page, course, single } = getPractised();
  if (page.name === 'hold') {
    const next = advanceCourse(course, event);
    changePractised({ course: next });
    const hasTried = next.before.tries > course.before.tries;
    const hasLearned = next.hasLearned && !course.hasLearned;
    if (hasLearned || (hasTried && !next.hasLearned)) keepLearned(hasLearned, means);
  } else {
    changePractised({ single: advanceHold(single, event) });
  }
  follow(before, currentHold());
};

/** A key of the practice PIN. What it was is forgotten at once. */
export const typeKey = (key: string): void => {
  const { entry, page } = getPractised();
  if (entry === null) return;
  const next = pressKey(entry, key);
  changePractised({ entry: next });
  if (!isEntered(next) || isEntered(entry)) return;
  if (page.name === 'journey') {
    nextStep();
    return;
  }
  changePractised({ entry: null });
  tellHold({ type: 'entered' });
  void load().then((rehearsal) => rehearsal.enter());
};

const clearTable = { single: noCard, entry: null } as const;

/** Whatever lies there is of no more interest. */
export const openPractice = (page: PracticePage): void => {
  void end();
  const { course } = getPractised();
  changePractised({ ...clearTable, page, course: { ...course, hold: noCard } });
};

export const openJourney = (journey: JourneyName): void => goToStep(journey, 0);

const goToStep = (journey: JourneyName, step: number): void => {
  openPractice({ name: 'journey', journey, step });
  const next = journeys[journey][step];
  if (next?.does === 'pin') changePractised({ entry: newEntry(next.pin) });
  if (next?.does === 'end') finish(`journey ${journey}`);
};

export const nextStep = (): void => {
  const { page } = getPractised();
  if (page.name === 'journey') goToStep(page.journey, page.step + 1);
};

/** @returns whether there was anything to go back to within the practice */
export const practiceBack = (): boolean => {
  const { page } = getPractised();
  switch (page.name) {
    case 'menu':
      return false;
    case 'hold':
    case 'contact':
    case 'journeys':
    case 'pin':
      openPractice({ name: 'menu' });
      return true;
    case 'journey':
      if (page.step === 0) openPractice({ name: 'journeys' });
      else goToStep(page.journey, page.step - 1);
      return true;
  }
};

export const chooseMeans = (means: Means): void => {
  const { page } = getPractised();
  changePractised({ means });
  openPractice(page);
};

export const anotherRound = (pace: Pace): void => {
  void end();
  changePractised({ course: newRound(getPractised().course, pace) });
};

export const openPin = (pin: PracticePinName): void => openPractice({ name: 'pin', pin });

whenVisitEnds(() => void end());

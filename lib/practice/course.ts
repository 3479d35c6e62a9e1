/** Learning to hold: three holds to the end, each longer than the one before. */
import { advanceHold, type Hold, type HoldEvent, noCard } from './hold.ts';

export const paces = ['faster', 'usual', 'slower'] as const;
export type Pace = (typeof paces)[number];

/**
 * How long the device needs, hold after hold, in milliseconds. Real applications need 2 to 15 seconds
 * (facts.md section 5.1: "it can take 5 seconds or more").
 */
export const lengths: Readonly<Record<Pace, readonly [number, number, number]>> = {
  faster: [2_000, 3_500, 5_000],
  usual: [3_000, 6_000, 10_000],
  slower: [5_000, 10_000, 15_000],
};
export const holdsToLearn = 3;

/** Without identity and without time: what the counts of a day may add up. */
export interface Tally {
  /** Cards that were put down. */
  readonly tries: number;
  /** Of these, taken away too early. */
  readonly early: number;
}

export interface Course {
  readonly pace: Pace;
  /** Holds to the end in this round, up to {@link holdsToLearn}. */
  readonly clean: number;
  readonly hold: Hold;
  /** In this round. */
  readonly round: Tally;
  /** Until three holds had been held for the first time, and from then on. */
  readonly before: Tally;
  readonly after: Tally;
  readonly hasLearned: boolean;
}

const nothing: Tally = { tries: 0, early: 0 };

export const newCourse: Course = {
  pace: 'usual',
  clean: 0,
  hold: noCard,
  round: nothing,
  before: nothing,
  after: nothing,
  hasLearned: false,
};

/** All holds of this round have been held. */
export const isComplete = ({ clean }: Course): boolean => clean >= holdsToLearn;

/** How long the next hold, or the one going on, takes; in milliseconds. */
export const lengthOf = ({ pace, clean }: Course): number => {
  const [first, second, third] = lengths[pace];
  return [first, second, third][clean] ?? third;
};

const counted = (tally: Tally, before: Hold, now: Hold): Tally => {
  if (before === now) return tally;
  if (now.name === 'found') return { ...tally, tries: tally.tries + 1 };
  if (now.name === 'lifted') return { ...tally, early: tally.early + 1 };
  return tally;
};

/** A hold to the end counts; one that ended early changes nothing about those before it. */
export const advanceCourse = (course: Course, event: HoldEvent): Course => {
  const hold = advanceHold(course.hold, event);
  if (hold === course.hold) return course;
  // Put down again after the last one: another round.
  const isNewRound = hold.name === 'found' && isComplete(course);
  const begun = isNewRound ? 0 : course.clean;
  const clean = hold.name === 'held' ? begun + 1 : begun;
  const tallyName = course.hasLearned ? 'after' : 'before';
  return {
    ...course,
    hold,
    clean,
    hasLearned: course.hasLearned || clean >= holdsToLearn,
    round: counted(isNewRound ? nothing : course.round, course.hold, hold),
    [tallyName]: counted(course[tallyName], course.hold, hold),
  };
};

/** Another round, at this pace. What was learned stays learned. */
export const newRound = (course: Course, pace: Pace): Course => ({
  ...course,
  pace,
  clean: 0,
  hold: noCard,
  round: nothing,
});

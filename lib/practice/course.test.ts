import { expect, test } from 'vitest';
import { advanceCourse, type Course, isComplete, lengthOf, lengths, newCourse, newRound, paces } from './course.ts';
import type { HoldEvent } from './hold.ts';

const at = { atMs: 0 };
const held: readonly HoldEvent[] = [
  { type: 'put', ...at },
  { type: 'finished', ...at },
  { type: 'taken', heldMs: null, ...at },
];
const early: readonly HoldEvent[] = [
  { type: 'put', ...at },
  { type: 'taken', heldMs: null, ...at },
];
const run = (course: Course, ...parts: readonly (readonly HoldEvent[])[]): Course =>
  parts.flat().reduce(advanceCourse, course);

test('three holds to the end, each longer than the one before, are learned', () => {
  let course = newCourse;
  const needed: number[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    expect(isComplete(course)).toBe(false);
    expect(course.hasLearned).toBe(false);
    needed.push(lengthOf(course));
    course = run(course, held);
  }
  expect(needed).toEqual([3_000, 6_000, 10_000]);
  expect(isComplete(course)).toBe(true);
  expect(course.hasLearned).toBe(true);
});

test('at every pace a hold is longer than the one before, and as long as real applications need', () => {
  for (const pace of paces) {
    const [first, second, third] = lengths[pace];
    expect(first).toBeGreaterThanOrEqual(2_000);
    expect(second).toBeGreaterThan(first);
    expect(third).toBeGreaterThan(second);
    expect(third).toBeLessThanOrEqual(15_000);
  }
});

test('a card taken away early takes nothing from the holds before it', () => {
  const course = run(newCourse, held, early);
  expect(course.clean).toBe(1);
  expect(lengthOf(course)).toBe(6_000);
  expect(run(course, held, held).hasLearned).toBe(true);
});

test('tries and early lifts are counted apart, until it was learned and from then on', () => {
  const course = run(newCourse, early, early, held, early, held, held);
  expect(course.before).toEqual({ tries: 6, early: 3 });
  expect(course.after).toEqual({ tries: 0, early: 0 });
  expect(run(course, held, early).after).toEqual({ tries: 2, early: 1 });
  expect(run(course, held, early).before).toEqual({ tries: 6, early: 3 });
});

test('put down once more after the last hold, another round begins', () => {
  const course = run(newCourse, held, held, held, held);
  expect(course.clean).toBe(1);
  expect(course.hasLearned).toBe(true);
});

test('each round has its own count', () => {
  const once = run(newCourse, early, held, held, held);
  expect(once.round).toEqual({ tries: 4, early: 1 });
  expect(run(once, held).round).toEqual({ tries: 1, early: 0 });
  expect(run(newRound(once, 'faster'), early).round).toEqual({ tries: 1, early: 1 });
});

test('a round at another pace begins anew, and what was learned stays learned', () => {
  const course = newRound(run(newCourse, held, held, held), 'slower');
  expect(course).toMatchObject({ pace: 'slower', clean: 0, hasLearned: true, hold: { name: 'ready' } });
  expect(lengthOf(course)).toBe(5_000);
});

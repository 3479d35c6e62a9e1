import { beforeAll, describe, expect, test } from 'vitest';
import { startsWithReader } from '../reader/testing/starts-with-reader.ts';
import { everyVisit, withAnswer } from './every-visit.ts';
import { cardLaws } from './testing/card-laws.ts';
import { nameOf, seenOf } from './testing/seen.ts';
import { everyErrand, type Start, startsWithMore, startsWithoutReader } from './testing/starts.ts';
import { watchQuestions } from './testing/useless-questions.ts';
import { wayLaws } from './testing/way-laws.ts';

const laws = Object.entries({ ...cardLaws, ...wayLaws });
const starts = [...startsWithoutReader, ...startsWithMore, ...startsWithReader];

/** What speaks against each law, or against a question: the first few, by name. */
const complaints = new Map<string, string[]>();
const complain = (law: string, complaint: string): void => {
  const known = complaints.get(law) ?? [];
  if (known.length < 5) complaints.set(law, [...known, complaint]);
};
const useless = 'every question changes the advice';
const known = 'what is known is not asked';

let visits = 0;
const errandsSeen = new Set<string>();

const walk = ({ name, setting, facts, errands }: Start): void => {
  for (const errand of errands) {
    const questions = watchQuestions();
    for (const visit of everyVisit(setting, withAnswer(facts, 'errand', errand))) {
      visits += 1;
      questions.see(visit);
      const seen = seenOf(setting, visit);
      for (const [law, judge] of laws) {
        const complaint = judge(seen);
        if (complaint !== null) complain(law, `${complaint}: ${nameOf(name, seen)}`);
      }
      const again = visit.asked.find((fact) => facts[fact] !== undefined);
      if (again !== undefined) complain(known, `${again}: ${nameOf(name, seen)}`);
    }
    for (const question of questions.found()) complain(useless, `${name}, ${question}`);
    errandsSeen.add(errand);
  }
};

describe('on every visit', () => {
  let cpuSeconds = 0;

  // Where other tests run beside it, it takes longer than it works.
  beforeAll(() => {
    const before = process.cpuUsage();
    starts.forEach(walk);
    cpuSeconds = process.cpuUsage(before).user / 1e6;
  }, 240_000);

  test('there are as many as a test can walk, of every errand', () => {
    expect(visits).toBeGreaterThan(150_000);
    expect(visits).toBeLessThan(500_000);
    expect(cpuSeconds).toBeLessThan(60);
    expect(errandsSeen).toEqual(new Set(everyErrand));
  });

  test.each([...laws.map(([law]) => law), useless, known])('%s', (law) => {
    expect(complaints.get(law) ?? []).toEqual([]);
  });
});

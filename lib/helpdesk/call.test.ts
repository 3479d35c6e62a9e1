import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  activeStates,
  type CallState,
  callEvents,
  callStates,
  languageFirstMs,
  nextState,
  openStates,
  ringsFor,
  statesBefore,
} from './call.ts';

it('every state is reached from the first, and nothing leads out of the two last', () => {
  const reached = new Set(['waiting']);
  for (let grown = 0; grown < reached.size; ) {
    grown = reached.size;
    for (const state of callStates.filter((each) => reached.has(each))) {
      for (const next of Object.values(nextState[state])) if (next !== null) reached.add(next);
    }
  }
  expect(reached).toEqual(new Set(callStates));
  const last = callStates.filter((state) => Object.values(nextState[state]).every((next) => next === null));
  expect(last).toEqual(['helped', 'gone']);
});

it('from every state in which somebody waits, the visitor can leave', () => {
  expect(statesBefore('leave')).toEqual(activeStates);
  expect(statesBefore('claim')).toEqual(openStates);
});

it('whatever happens in whatever order, nobody is claimed twice without having been given back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...callEvents), { maxLength: 40 }), (events) => {
      let state: CallState = 'waiting';
      let claims = 0;
      for (const event of events) {
        const next: CallState | null = nextState[state][event];
        if (next === null) continue;
        if (event === 'claim') claims += 1;
        if (event === 'release') claims -= 1;
        state = next;
        expect(claims).toBeGreaterThanOrEqual(0);
        expect(claims).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 20_000 },
  );
});

it.each([
  ['waiting', 'en', ['ja'], languageFirstMs - 1, false],
  ['waiting', 'en', ['ja'], languageFirstMs, true],
  ['waiting', 'en', ['ja', 'en'], 0, true],
  ['escalated', 'en', [], 0, true],
  ['claimed', 'en', ['en'], languageFirstMs, false],
  ['helped', 'en', ['en'], languageFirstMs, false],
  ['gone', 'en', ['en'], languageFirstMs, false],
] as const)(
  'a call that is %s in %s rings for somebody with %j after %i ms: %s',
  (state, language, languages, ms, rings) => {
    expect(ringsFor({ state, language, askedAt: 1_000 }, languages, 1_000 + ms)).toBe(rings);
  },
);

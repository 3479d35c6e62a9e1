import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exchangesMax } from '../../card/read-plan.ts';
import { advanceHold, type Hold, noCard } from '../../practice/hold.ts';
import { createRehearsal, type RehearsalEvent } from './rehearsal.ts';

/** Time that passes only when the test says so: each turn ends one wait. */
const stoppedClock = () => {
  const waits: { readonly ms: number; readonly end: () => void }[] = [];
  return {
    wait: (ms: number): Promise<void> => new Promise((resolve) => void waits.push({ ms, end: resolve })),
    /** Lets everything that needs no time happen. */
    settle: async (): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
    turn: async (): Promise<number> => {
      const next = waits.shift();
      next?.end();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return next?.ms ?? 0;
    },
  };
};

const rehearsed = () => {
  const events: RehearsalEvent[] = [];
  const clock = stoppedClock();
  const rehearsal = createRehearsal({ tell: (event) => events.push(event), wait: clock.wait });
  return { events, clock, rehearsal };
};

test('a card that stays is read exchange by exchange, and "finished" is the last that is told', async () => {
  const { events, clock, rehearsal } = rehearsed();
  rehearsal.put({ lengthMs: 3_000, asksAfter: null });
  await clock.settle();
  let passedMs = 0;
  for (let turn = 0; turn < exchangesMax; turn += 1) passedMs += await clock.turn();
  const answered = events.flatMap((event) => (event.type === 'answered' ? [event.done] : []));
  expect(answered).toEqual(answered.map((_, index) => index + 1));
  expect(events.at(-1)).toEqual({ type: 'finished' });
  expect(events.filter(({ type }) => type === 'finished')).toHaveLength(1);
  expect(passedMs).toBeGreaterThan(2_500);
  expect(passedMs).toBeLessThanOrEqual(3_000);
});

test('of a card that was taken away nothing more is told', async () => {
  const { events, clock, rehearsal } = rehearsed();
  rehearsal.put({ lengthMs: 3_000, asksAfter: null });
  await clock.settle();
  for (let turn = 0; turn < 5; turn += 1) await clock.turn();
  const told = events.length;
  rehearsal.take();
  for (let turn = 0; turn < exchangesMax; turn += 1) await clock.turn();
  expect(events).toHaveLength(told);
});

test('for a PIN it waits for as long as it takes, with the card in its place', async () => {
  const { events, clock, rehearsal } = rehearsed();
  rehearsal.put({ lengthMs: 3_000, asksAfter: 4 });
  await clock.settle();
  for (let turn = 0; turn < 50; turn += 1) await clock.turn();
  expect(events.at(-1)).toEqual({ type: 'asked' });
  rehearsal.enter();
  await clock.settle();
  for (let turn = 0; turn < exchangesMax; turn += 1) await clock.turn();
  expect(events.at(-1)).toEqual({ type: 'finished' });
});

test('whatever is done in whatever order, "done" only ever follows a reading that ran to its end', async () => {
  const deed = fc.constantFrom('put', 'ask', 'take', 'enter', 3, 8, 20);
  let dones = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 20 }), async (deeds) => {
      const clock = stoppedClock();
      let hold: Hold = noCard;
      let turnsSincePut = 0;
      const rehearsal = createRehearsal({
        wait: clock.wait,
        tell: (event) => {
          const next = advanceHold(hold, { ...event, atMs: 0 });
          if (next.name === 'done' && hold.name !== 'done') {
            // Each exchange waits once.
            expect(turnsSincePut).toBeGreaterThanOrEqual(10);
            dones += 1;
          }
          hold = next;
        },
      });
      for (const each of deeds) {
        if ((each === 'put' || each === 'ask') && hold.name !== 'done') {
          hold = advanceHold(advanceHold(hold, { type: 'taken', heldMs: null, atMs: 0 }), { type: 'put', atMs: 0 });
          turnsSincePut = 0;
          rehearsal.put({ lengthMs: 1_500, asksAfter: each === 'ask' ? 3 : null });
          await clock.settle();
        }
        if (each === 'take') {
          hold = advanceHold(hold, { type: 'taken', heldMs: null, atMs: 0 });
          rehearsal.take();
        }
        if (each === 'enter') {
          hold = advanceHold(hold, { type: 'entered', atMs: 0 });
          rehearsal.enter();
        }
        if (typeof each === 'number') {
          for (let turn = 0; turn < each; turn += 1) {
            turnsSincePut += 1;
            await clock.turn();
          }
        }
      }
    }),
    { numRuns: 1_000 },
  );
  expect(dones).toBeGreaterThan(20);
}, 60_000);

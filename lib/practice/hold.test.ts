import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advanceHold, type Hold, type HoldEvent, type HoldName, mustStay, noCard, soundOf, table } from './hold.ts';

const at = { atMs: 0 };
const events: readonly HoldEvent[] = [
  { type: 'put', ...at },
  { type: 'there', ...at },
  { type: 'answered', done: 1, of: 14, ...at },
  { type: 'asked', ...at },
  { type: 'entered', ...at },
  { type: 'finished', ...at },
  { type: 'taken', heldMs: null, ...at },
  { type: 'lost', ...at },
  { type: 'again', ...at },
];

const after = (...types: readonly HoldEvent['type'][]): Hold =>
  types.reduce((state, type) => advanceHold(state, events.find((event) => event.type === type) ?? never(type)), noCard);

const never = (name: string): never => {
  throw new Error(`no event ${name}`);
};

/** One way into each state. */
const reached: Readonly<Record<HoldName, Hold>> = {
  ready: noCard,
  occupied: after('there'),
  found: after('put'),
  working: after('put', 'answered'),
  asking: after('put', 'answered', 'asked'),
  done: after('put', 'answered', 'finished'),
  lifted: after('put', 'taken'),
  held: after('put', 'finished', 'taken'),
  stopped: after('lost'),
};

/** What each event makes of each state, beside the state itself: the table again, written out by name. */
const expected: Readonly<Record<HoldName, Readonly<Partial<Record<HoldEvent['type'], HoldName>>>>> = {
  ready: { put: 'found', there: 'occupied', lost: 'stopped' },
  occupied: { put: 'found', taken: 'ready', lost: 'stopped' },
  found: { answered: 'working', asked: 'asking', finished: 'done', taken: 'lifted', lost: 'stopped' },
  working: { asked: 'asking', finished: 'done', taken: 'lifted', lost: 'stopped' },
  asking: { entered: 'working', taken: 'lifted', lost: 'stopped' },
  done: { taken: 'held', lost: 'stopped' },
  lifted: { put: 'found', there: 'occupied', lost: 'stopped', again: 'ready' },
  held: { put: 'found', there: 'occupied', lost: 'stopped', again: 'ready' },
  stopped: { again: 'ready' },
};

for (const [name, state] of Object.entries(reached)) {
  test(`every event has its meaning in the state ${name}`, () => {
    expect(state.name).toBe(name);
    for (const event of events) {
      expect({ [event.type]: advanceHold(state, event).name }).toEqual({
        [event.type]: expected[state.name][event.type] ?? name,
      });
    }
  });
}

test('the table has a row for every state, and each row a cell for every event', () => {
  const cells = Object.entries(table).flatMap(([name, row]) => Object.keys(row).map((type) => `${name} ${type}`));
  expect(cells).toHaveLength(Object.keys(reached).length * events.length);
});

test('an event that changes nothing leaves the very same object', () => {
  for (const state of Object.values(reached)) {
    for (const event of events.filter(({ type }) => expected[state.name][type] === undefined && type !== 'answered')) {
      const next = advanceHold(state, event);
      if (next.name === state.name && state.name !== 'ready') expect(next).toBe(state);
    }
  }
});

test('from every state a few events lead to a card that was held to the end', () => {
  for (const from of Object.values(reached)) {
    let states = [from];
    for (let steps = 0; steps < 6 && !states.some(({ name }) => name === 'held'); steps += 1) {
      states = states.flatMap((state) => events.map((event) => advanceHold(state, event)));
      states = [...new Map(states.map((state) => [state.name, state])).values()];
    }
    expect(states.map(({ name }) => name)).toContain('held');
  }
});

test('the times are those of the events', () => {
  const held = [
    { type: 'put', atMs: 1_000 } as const,
    { type: 'answered', atMs: 1_500, done: 1, of: 14 } as const,
    { type: 'finished', atMs: 4_000 } as const,
    { type: 'taken', atMs: 5_200, heldMs: null } as const,
  ].reduce<Hold>(advanceHold, noCard);
  expect(held).toEqual({ name: 'held', heldMs: 4_200, neededMs: 3_000 });
});

test('what was measured where the card lies counts more than when it was told', () => {
  const put = advanceHold(noCard, { type: 'put', atMs: 1_000 });
  expect(advanceHold(put, { type: 'taken', atMs: 1_400, heldMs: 312 })).toEqual({
    name: 'lifted',
    during: 'found',
    heldMs: 312,
    done: 0,
    of: 0,
  });
});

const anyEvent: fc.Arbitrary<HoldEvent> = fc
  .tuple(fc.constantFrom(...events), fc.integer({ min: 0, max: 15 }))
  .map(([event, done]) => (event.type === 'answered' ? { ...event, done } : event));

/** What must be true of any trace, told by a second, simpler bookkeeper. */
const bookkeeper = () => {
  let isThere = false;
  let isRead = false;
  let waits = false;
  return {
    isRead: () => isThere && isRead,
    tell: (before: Hold, { type }: HoldEvent): void => {
      const canBegin = !mustStay(before) && before.name !== 'done' && before.name !== 'stopped';
      if (type === 'put' && canBegin) [isThere, isRead, waits] = [true, false, false];
      if (type === 'taken' || type === 'lost') isThere = false;
      if (type === 'asked' && isThere && !isRead) waits = true;
      if (type === 'entered') waits = false;
      if (type === 'finished' && isThere && !waits) isRead = true;
    },
  };
};

test('in 100,000 random traces "done" is never shown or heard before everything is read, and every early lift is named at once', () => {
  let traces = 0;
  let dones = 0;
  let lifts = 0;
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 24 }), (trace) => {
      traces += 1;
      const book = bookkeeper();
      let state: Hold = noCard;
      trace.forEach((event, index) => {
        const now = { ...event, atMs: index * 100 };
        book.tell(state, now);
        const next = advanceHold(state, now);
        const sound = soundOf(state.name, next.name);
        if (next.name === 'done' || sound === 'done') {
          expect(book.isRead()).toBe(true);
          dones += 1;
        }
        if (sound === 'found') expect(next.name).toBe('found');
        if (event.type === 'taken' && mustStay(state)) {
          // In the same step, so within no time at all.
          expect(next).toMatchObject({ name: 'lifted', heldMs: now.atMs - state.foundAtMs });
          expect(sound).toBe('lifted');
          lifts += 1;
        }
        state = next;
      });
    }),
    { numRuns: 100_000 },
  );
  expect(traces).toBe(100_000);
  expect(dones).toBeGreaterThan(5_000);
  expect(lifts).toBeGreaterThan(5_000);
}, 120_000);

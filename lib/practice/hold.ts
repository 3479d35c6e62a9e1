/**
 * Holding a card until it has been read: one pure step from what happens to what the screen can say. Every state has an
 * answer to every event. No clock inside: each event brings its time, and the machine that reads is not asked how long it takes.
 */

interface Data {
  /** No card is there. */
  readonly ready: unknown;
  /** A card lay there before anything began; it has to be taken away first. */
  readonly occupied: unknown;
  /** The device has noticed the card: the moment of the sound at which people let go. Nothing has been read. */
  readonly found: { readonly foundAtMs: number };
  /** `done` of about `of` exchanges have been answered. */
  readonly working: Progress;
  /** A PIN is wanted, and the card has to stay. */
  readonly asking: Progress;
  /** Everything has been read, after `neededMs`. Only now may the card go. */
  readonly done: { readonly foundAtMs: number; readonly neededMs: number };
  /** Taken away too early, `heldMs` after it was found. */
  readonly lifted: {
    readonly during: Holding;
    readonly heldMs: number;
    readonly done: number;
    readonly of: number;
  };
  /** Held to the end: `heldMs` in all, of which the device needed `neededMs`. */
  readonly held: { readonly heldMs: number; readonly neededMs: number };
  /** Nobody can say any more whether the card is there. */
  readonly stopped: unknown;
}

interface Progress {
  readonly foundAtMs: number;
  readonly done: number;
  readonly of: number;
}

export type HoldName = keyof Data;
/** The states in which the card must stay. */
export type Holding = 'found' | 'working' | 'asking';
export type Hold<Name extends HoldName = HoldName> = {
  readonly [Each in Name]: { readonly name: Each } & Data[Each];
}[Name];

interface EventData {
  /** The card is noticed. */
  readonly put: unknown;
  /** A card is there that was there before. */
  readonly there: unknown;
  /** One more exchange was answered. */
  readonly answered: { readonly done: number; readonly of: number };
  /** The application wants a PIN, with the card in its place. */
  readonly asked: unknown;
  /** It has been given. */
  readonly entered: unknown;
  /** The last exchange was answered. */
  readonly finished: unknown;
  /** The card has gone. `heldMs`: as measured where that is done better than here, since it was found. */
  readonly taken: { readonly heldMs: number | null };
  /** What notices the card has gone. */
  readonly lost: unknown;
  /** It is back, or the visitor wants to begin anew. */
  readonly again: unknown;
}

export type HoldEventName = keyof EventData;
export type HoldEvent<Name extends HoldEventName = HoldEventName> = {
  readonly [Each in Name]: {
    readonly type: Each /** In milliseconds, on any clock that never goes back. */;
    readonly atMs: number;
  } & EventData[Each];
}[Name];

type Transition<Name extends HoldName, Type extends HoldEventName> = (
  state: Hold<Name>,
  event: HoldEvent<Type>,
) => Hold;
type Table = { readonly [Name in HoldName]: { readonly [Type in HoldEventName]: Transition<Name, Type> } };

const stay = <State extends Hold>(state: State): State => state;
const ready = (): Hold => ({ name: 'ready' });
const occupied = (): Hold => ({ name: 'occupied' });
const stopped = (): Hold => ({ name: 'stopped' });
const found = (_: Hold, { atMs }: HoldEvent<'put'>): Hold => ({ name: 'found', foundAtMs: atMs });

const working = ({ foundAtMs }: { readonly foundAtMs: number }, { done, of }: HoldEvent<'answered'>): Hold => ({
  name: 'working',
  foundAtMs,
  done,
  of,
});

const done = ({ foundAtMs }: { readonly foundAtMs: number }, { atMs }: HoldEvent<'finished'>): Hold => ({
  name: 'done',
  foundAtMs,
  neededMs: atMs - foundAtMs,
});

const heldFor = (foundAtMs: number, { atMs, heldMs }: HoldEvent<'taken'>): number => heldMs ?? atMs - foundAtMs;

const lifted = (state: Hold<Holding>, event: HoldEvent<'taken'>): Hold => {
  const { done: answered, of } = state.name === 'found' ? { done: 0, of: 0 } : state;
  return { name: 'lifted', during: state.name, heldMs: heldFor(state.foundAtMs, event), done: answered, of };
};

/** What happens while no card is there, and without anything to say about the one before. */
const resting = {
  answered: stay,
  asked: stay,
  entered: stay,
  finished: stay,
  taken: stay,
  lost: stopped,
  again: ready,
} as const;

/** The whole of it: what each event means in each state. */
export const table: Table = {
  ready: { ...resting, put: found, there: occupied },
  occupied: { ...resting, put: found, there: stay, taken: ready, again: stay },
  found: {
    put: stay,
    there: stay,
    answered: working,
    asked: ({ foundAtMs }) => ({ name: 'asking', foundAtMs, done: 0, of: 0 }),
    entered: stay,
    finished: done,
    taken: lifted,
    lost: stopped,
    again: stay,
  },
  working: {
    put: stay,
    there: stay,
    answered: working,
    asked: (state) => ({ ...state, name: 'asking' }),
    entered: stay,
    finished: done,
    taken: lifted,
    lost: stopped,
    again: stay,
  },
  asking: {
    put: stay,
    there: stay,
    // The application waits: nothing is read, and nothing can be finished, until the PIN is there.
    answered: stay,
    asked: stay,
    entered: (state) => ({ ...state, name: 'working' }),
    finished: stay,
    taken: lifted,
    lost: stopped,
    again: stay,
  },
  done: {
    put: stay,
    there: stay,
    answered: stay,
    asked: stay,
    entered: stay,
    finished: stay,
    taken: ({ foundAtMs, neededMs }, event) => ({ name: 'held', heldMs: heldFor(foundAtMs, event), neededMs }),
    lost: stopped,
    again: stay,
  },
  lifted: { ...resting, put: found, there: occupied },
  held: { ...resting, put: found, there: occupied },
  stopped: { ...resting, put: stay, there: stay, lost: stay },
};

export const noCard: Hold = { name: 'ready' };

/** What the event makes of the state; the same object where it changes nothing. */
export const advanceHold = (state: Hold, event: HoldEvent): Hold => {
  // Chosen by the names of these two, so it is made for them; the compiler cannot follow that.
  const transition = table[state.name][event.type] as (state: Hold, event: HoldEvent) => Hold;
  return transition(state, event);
};

/** The card is there and must stay. */
export const mustStay = (state: Hold): state is Hold<Holding> =>
  state.name === 'found' || state.name === 'working' || state.name === 'asking';

export type HoldSound = 'found' | 'done' | 'lifted';

/** What is heard when one state follows another; nothing final as long as the card must stay. */
export const soundOf = (before: HoldName, now: HoldName): HoldSound | null => {
  if (before === now) return null;
  switch (now) {
    case 'found':
    case 'done':
    case 'lifted':
      return now;
    case 'ready':
    case 'occupied':
    case 'working':
    case 'asking':
    case 'held':
    case 'stopped':
      return null;
  }
};

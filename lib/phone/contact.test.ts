import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Contact,
  type ContactEvent,
  type ContactFailure,
  cardPlaceIn,
  contactBefore,
  contactFailures,
  contactReducer,
  failureOf,
  foundIn,
  foundMoving,
  foundWithin,
  isLong,
  lingerMs,
  longAfterMs,
  mayStart,
  movedWithin,
  placeAt,
  placeForMs,
  type SearchPlace,
  sameCardWithinMs,
  searchPlaces,
} from './contact.ts';

type PlainType = Exclude<ContactEvent['type'], 'failed'>;

const at = (atMs: number, type: PlainType): ContactEvent => ({ atMs, type });
const failed = (atMs: number, failure: ContactFailure): ContactEvent => ({ atMs, type: 'failed', failure });

const contactAfter = (...events: ContactEvent[]): Contact => events.reduce(contactReducer, contactBefore(null));

const asked = at(0, 'asked');
const started = at(100, 'started');

describe('a contact test', () => {
  it('goes from the tap to the search, to what is found, and ends when the person says that the card is away', () => {
    expect(contactAfter()).toEqual({ name: 'idle', first: 'top' });
    expect(contactAfter(asked)).toEqual({ name: 'asking', first: 'top' });
    expect(contactAfter(asked, started)).toEqual({ name: 'searching', sinceMs: 100, first: 'top' });
    expect(contactAfter(asked, started, at(7_600, 'readingerror'))).toEqual({
      name: 'found',
      touches: [{ atMs: 7_600, kind: 'card', mayBeSame: false }],
      firstAfterMs: 7_500,
      firstPlace: 'upper',
      backAtMs: null,
      first: 'top',
    });
    expect(contactAfter(asked, started, at(7_600, 'readingerror'), at(9_000, 'lifted'))).toEqual({
      name: 'finished',
      result: {
        touches: [{ atMs: 7_600, kind: 'card', mayBeSame: false }],
        firstAfterMs: 7_500,
        firstPlace: 'upper',
        backAtMs: null,
      },
      first: 'top',
    });
  });

  it('tells a sticker from a card, and nothing more', () => {
    const found = foundIn(contactAfter(asked, started, at(200, 'reading'), at(300, 'readingerror')));
    expect(found?.touches.map(({ kind }) => kind)).toEqual(['tag', 'card']);
  });

  it('finds a card that is there before scan() has resolved', () => {
    expect(foundIn(contactAfter(asked, at(50, 'readingerror')))).toMatchObject({ firstAfterMs: 0, firstPlace: 'top' });
  });

  it('ends without a result if nothing was found', () => {
    expect(contactAfter(asked, started, at(200, 'lifted'))).toEqual({ name: 'finished', result: null, first: 'top' });
  });

  it('keeps what it has found when it is stopped, and forgets a search without one', () => {
    expect(contactAfter(asked, started, at(200, 'readingerror'), at(300, 'stopped')).name).toBe('finished');
    expect(contactAfter(asked, started, at(300, 'stopped')).name).toBe('idle');
    expect(contactAfter(asked, at(300, 'stopped')).name).toBe('idle');
  });

  it('keeps what it has found when a later scan() is refused', () => {
    expect(contactAfter(asked, started, at(200, 'readingerror'), failed(300, 'nfc-off')).name).toBe('found');
  });

  it('does not count what comes after its end', () => {
    const end = contactAfter(asked, started, at(200, 'readingerror'), at(300, 'lifted'), at(400, 'readingerror'));
    expect(foundIn(end)?.touches).toHaveLength(1);
  });

  it('starts anew after its end', () => {
    expect(contactAfter(asked, started, at(200, 'readingerror'), at(300, 'lifted'), at(400, 'asked')).name).toBe(
      'asking',
    );
  });

  it('is not disturbed by a second tap', () => {
    expect(contactAfter(asked, started, at(200, 'readingerror'), at(300, 'asked')).name).toBe('found');
  });
});

describe('the counts of the last seconds', () => {
  const twice = contactAfter(asked, started, at(1_000, 'readingerror'), at(6_000, 'readingerror'));

  it('say how often something was found', () => {
    expect(foundWithin(twice, 6_000, 10_000)).toBe(2);
    expect(foundWithin(twice, 11_000, 10_000)).toBe(1);
    expect(foundWithin(twice, 16_000, 10_000)).toBe(0);
  });

  it('go on being said after the end', () => {
    expect(foundWithin(contactReducer(twice, at(7_000, 'lifted')), 7_000, 10_000)).toBe(2);
  });

  it('take each contact but the first for a sign that the card may have moved', () => {
    expect(movedWithin(twice, 6_000, 10_000)).toBe(1);
    expect(movedWithin(contactAfter(asked, started, at(1_000, 'readingerror')), 1_000, 10_000)).toBe(0);
  });

  it('are 0 where nothing was found', () => {
    expect(foundWithin(contactAfter(asked, started), 1_000, 10_000)).toBe(0);
    expect(movedWithin(contactAfter(asked, started), 1_000, 10_000)).toBe(0);
  });
});

describe('a card that may have moved', () => {
  it('is counted once it was found twice within ten seconds', () => {
    const twice = contactAfter(asked, started, at(1_000, 'readingerror'), at(5_000, 'readingerror'));
    expect(foundMoving(twice, 6_000)).toBe(2);
    expect(foundMoving(twice, 11_000)).toBe(0);
    expect(foundMoving(contactAfter(asked, started, at(1_000, 'readingerror')), 2_000)).toBe(0);
  });

  it('is not counted where it may have lain there all the time', () => {
    const back = [at(1_000, 'readingerror'), at(2_000, 'hidden'), at(5_000, 'shown'), at(5_250, 'readingerror')];
    expect(foundMoving(contactAfter(asked, started, ...back), 6_000)).toBe(0);
  });
});

describe('where the card was', () => {
  it('is where the page pointed to when a card was noticed first', () => {
    expect(cardPlaceIn(foundIn(contactAfter(asked, started, at(200, 'readingerror'))))).toBe('top');
  });

  it('is not known from a sticker, nor from nothing', () => {
    expect(cardPlaceIn(foundIn(contactAfter(asked, started, at(200, 'reading'))))).toBeNull();
    expect(cardPlaceIn(null)).toBeNull();
  });
});

describe('leaving the page', () => {
  const found = contactAfter(asked, started, at(200, 'readingerror'));

  it('leaves the radio on for 15 seconds while something lies there, also on a hidden page', () => {
    expect(lingerMs(found)).toBe(15_000);
    expect(lingerMs(contactReducer(found, at(300, 'hidden')))).toBe(15_000);
  });

  it('ends everything else at once', () => {
    expect(lingerMs(contactAfter())).toBe(0);
    expect(lingerMs(contactAfter(asked, started))).toBe(0);
    expect(lingerMs(contactReducer(found, at(300, 'lifted')))).toBe(0);
  });
});

describe('a hidden page', () => {
  const foundOnce = [asked, started, at(1_000, 'readingerror')];

  it('waits, and goes on where it was', () => {
    expect(contactAfter(asked, started, at(2_000, 'hidden'))).toEqual({
      name: 'paused',
      was: { name: 'searching', sinceMs: 100, first: 'top' },
      hiddenAtMs: 2_000,
      first: 'top',
    });
    expect(contactAfter(asked, started, at(2_000, 'hidden'), at(62_000, 'shown'))).toEqual({
      name: 'searching',
      sinceMs: 60_100,
      first: 'top',
    });
  });

  it('counts a card that is found again at once, but not as moved', () => {
    const back = contactAfter(...foundOnce, at(2_000, 'hidden'), at(5_000, 'shown'), at(5_250, 'readingerror'));
    expect(foundWithin(back, 5_250, 10_000)).toBe(2);
    expect(movedWithin(back, 5_250, 10_000)).toBe(0);
  });

  it('counts as moved what comes later, or after that', () => {
    const back = [...foundOnce, at(2_000, 'hidden'), at(5_000, 'shown')];
    expect(movedWithin(contactAfter(...back, at(5_001 + sameCardWithinMs, 'readingerror')), 9_000, 10_000)).toBe(1);
    expect(
      movedWithin(contactAfter(...back, at(5_250, 'readingerror'), at(5_500, 'readingerror')), 9_000, 10_000),
    ).toBe(1);
  });

  it('finds nothing', () => {
    expect(foundIn(contactAfter(asked, started, at(2_000, 'hidden'), at(2_100, 'readingerror')))).toBeNull();
  });

  it('takes note of what becomes of scan() meanwhile, as on the way to the NFC settings', () => {
    const away = [asked, at(1_000, 'hidden')];
    expect(contactAfter(...away, at(3_000, 'started'), at(4_000, 'shown'))).toMatchObject({
      name: 'searching',
      sinceMs: 4_000,
    });
    expect(contactAfter(...away, failed(3_000, 'nfc-off'), at(4_000, 'shown'))).toMatchObject({ failure: 'nfc-off' });
  });

  it('does not stay paused when somebody taps on it', () => {
    expect(contactAfter(...foundOnce, at(2_000, 'hidden'), at(3_000, 'asked')).name).toBe('found');
  });
});

describe('the search', () => {
  const places = (contact: Contact) => [0, 1, 2, 3, 4].map((turn) => placeAt(contact, 100 + turn * placeForMs));

  it('points to four places in turn, from the top, over and over', () => {
    expect(places(contactAfter(asked, started))).toEqual(['top', 'upper', 'middle', 'lower', 'top']);
    expect(placeAt(contactAfter(asked, started), 99 + placeForMs)).toBe('top');
  });

  test.each<[SearchPlace, SearchPlace[]]>([
    ['top', ['top', 'upper', 'middle', 'lower', 'top']],
    ['upper', ['upper', 'top', 'middle', 'lower', 'upper']],
    ['middle', ['middle', 'top', 'upper', 'lower', 'middle']],
    ['lower', ['lower', 'top', 'upper', 'middle', 'lower']],
  ])('begins at the known place: %s', (first, expected) => {
    expect(places([asked, started].reduce(contactReducer, contactBefore(first)))).toEqual(expected);
  });

  it('points nowhere before it begins and once something is found', () => {
    expect(placeAt(contactAfter(asked), 0)).toBeNull();
    expect(placeAt(contactAfter(asked, started, at(200, 'readingerror')), 300)).toBeNull();
  });

  it('is long after 20 seconds without a contact, the time that the page was hidden not counted', () => {
    expect(isLong(contactAfter(asked, started), 99 + longAfterMs)).toBe(false);
    expect(isLong(contactAfter(asked, started), 100 + longAfterMs)).toBe(true);
    const paused = contactAfter(asked, started, at(5_000, 'hidden'), at(50_000, 'shown'));
    expect(isLong(paused, 60_000)).toBe(false);
    expect(isLong(paused, 65_100)).toBe(true);
    expect(isLong(contactAfter(asked, started, at(200, 'readingerror')), 60_000)).toBe(false);
  });
});

describe('a refused scan()', () => {
  const page = { isTopLevel: true, isInApp: false };

  test.each<[string, string, { isTopLevel: boolean; isInApp: boolean }, ContactFailure | null]>([
    ['InvalidStateError', 'A scan() operation is ongoing.', page, 'busy'],
    [
      'InvalidStateError',
      'Web NFC can only be accessed in a top-level browsing context.',
      { ...page, isTopLevel: false },
      'in-a-frame',
    ],
    ['NotAllowedError', 'NFC permission request denied.', page, 'denied'],
    ['NotAllowedError', 'NFC permission request denied.', { ...page, isInApp: true }, 'in-app'],
    ['NotSupportedError', 'NFC is not supported.', page, 'no-hardware'],
    ['NotSupportedError', 'Web NFC is unavailable or permission denied.', page, 'unavailable'],
    ['NotReadableError', 'NFC setting is disabled.', page, 'nfc-off'],
    ['AbortError', 'signal is aborted without reason', page, null],
    ['TypeError', 'Illegal invocation', page, 'unavailable'],
  ])('%s, "%s": %#', (name, message, where, expected) => {
    expect(failureOf({ name, message }, where)).toBe(expected);
  });

  it('is said, and can be tried again where that may help', () => {
    const again = contactFailures.filter((failure) => mayStart(contactAfter(asked, failed(100, failure))));
    expect(again).toEqual(['denied', 'nfc-off', 'busy', 'unavailable']);
    expect(contactAfter(asked, failed(100, 'nfc-off'), at(200, 'asked')).name).toBe('asking');
  });

  it('leaves the start open, and what runs is not started again', () => {
    const starts = [
      contactAfter(),
      contactAfter(asked),
      contactAfter(asked, started),
      contactAfter(asked, started, at(200, 'lifted')),
    ].map(mayStart);
    expect(starts).toEqual([true, false, false, true]);
    expect(mayStart(contactAfter(asked, at(100, 'hidden')))).toBe(false);
    expect(mayStart(contactAfter(asked, started, at(200, 'reading')))).toBe(false);
  });
});

describe('whatever happens', () => {
  const plainTypes: readonly PlainType[] = [
    'asked',
    'started',
    'stopped',
    'readingerror',
    'reading',
    'hidden',
    'shown',
    'lifted',
  ];
  const everyEvent = (atMs: number): readonly ContactEvent[] => [
    ...plainTypes.map((type) => at(atMs, type)),
    ...contactFailures.map((failure) => failed(atMs, failure)),
  ];

  /** Half of the traces begin with a search, so that enough of them come far. */
  const traces = fc
    .tuple(
      fc.boolean(),
      fc.array(fc.record({ waitMs: fc.integer({ min: 0, max: 30_000 }), event: fc.constantFrom(...everyEvent(0)) }), {
        maxLength: 30,
      }),
    )
    .map(([isStarted, steps]) => {
      let atMs = 100;
      const rest = steps.map(({ waitMs, event }) => {
        atMs += waitMs;
        return { ...event, atMs };
      });
      return isStarted ? [asked, started, ...rest] : rest;
    });

  const isReading = ({ type }: ContactEvent): boolean => type === 'reading' || type === 'readingerror';
  const countOf = (contact: Contact): number => foundIn(contact)?.touches.length ?? 0;

  const isOn = ({ name }: Contact): boolean => name === 'asking' || name === 'searching' || name === 'found';

  /** The law holds for every step of every trace. */
  const holds = (law: (before: Contact, event: ContactEvent, next: Contact) => boolean): void =>
    fc.assert(
      fc.property(traces, fc.constantFrom(null, ...searchPlaces), (trace, first) => {
        let contact = contactBefore(first);
        return trace.every((event) => {
          const before = contact;
          contact = contactReducer(before, event);
          return law(before, event, contact);
        });
      }),
      { numRuns: 10_000 },
    );

  it('nothing is found but by a reading or a readingerror, one by each', () => {
    holds((before, event, next) => {
      if (countOf(next) <= countOf(before)) return true;
      const last = foundIn(next)?.touches.at(-1);
      return isReading(event) && countOf(next) === countOf(before) + 1 && last?.atMs === event.atMs;
    });
  });

  it('no count goes down but by a new start after the end', () => {
    holds((before, event, next) => {
      if (countOf(next) >= countOf(before)) return true;
      return before.name === 'finished' && event.type === 'asked' && next.name === 'asking';
    });
  });

  it('no contact is lost while the radio is on, and none is found while the page is hidden', () => {
    holds((before, event, next) => {
      if (!isReading(event)) return true;
      return countOf(next) - countOf(before) === (isOn(before) ? 1 : 0);
    });
  });

  it('a pause loses nothing of what comes meanwhile, but that nothing is found', () => {
    holds((before, event, next) => {
      if (before.name !== 'paused') return true;
      if (event.type === 'shown' || event.type === 'asked') return next.name === before.was.name;
      if (event.type === 'hidden' || isReading(event)) return next === before;
      const seen = contactReducer({ ...before.was, first: before.first }, event);
      return next.name === (isOn(seen) ? 'paused' : seen.name) && countOf(next) === countOf(seen);
    });
  });

  it('every state has a way on, and a search can be reached from each', () => {
    const ways: readonly (readonly PlainType[])[] = [
      [],
      ['started'],
      ['shown'],
      ['shown', 'started'],
      ['asked', 'started'],
      ['lifted', 'asked', 'started'],
      ['shown', 'lifted', 'asked', 'started'],
    ];
    holds((_, { atMs }, contact) => {
      const canLeave = everyEvent(atMs).some((each) => contactReducer(contact, each).name !== contact.name);
      const isSearching = (way: readonly PlainType[]): boolean =>
        way.map((type) => at(atMs, type)).reduce(contactReducer, contact).name === 'searching';
      return canLeave && ways.some(isSearching);
    });
  });

  it('a place is pointed to exactly while nothing has been found yet', () => {
    holds((_, { atMs }, contact) => (placeAt(contact, atMs) !== null) === (contact.name === 'searching'));
  });

  it('all counts and times are such as can be said', () => {
    holds((_, { atMs }, contact) => {
      const count = countOf(contact);
      if (foundWithin(contact, atMs, 10_000) > count) return false;
      if (movedWithin(contact, atMs, 10_000) > Math.max(count - 1, 0)) return false;
      if (contact.name === 'searching' && contact.sinceMs > atMs) return false;
      const found = foundIn(contact);
      return found === null || (found.firstAfterMs >= 0 && found.firstAfterMs <= (found.touches[0]?.atMs ?? -1));
    });
  });
});

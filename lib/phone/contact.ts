/**
 * The contact test: one pure step from what Web NFC and the person do to what the page can say. It finds out that some
 * contactless card was at some spot, and no more: not which card, not for how long, and silence says nothing at all.
 * No clock inside: every event brings its time.
 */

export const contactFailures = [
  'no-web-nfc',
  'in-app',
  'in-a-frame',
  'denied',
  'nfc-off',
  'no-hardware',
  'busy',
  'unavailable',
] as const;
export type ContactFailure = (typeof contactFailures)[number];

/** Places on the back of a phone, from above to below, each the middle of a quarter of its height. */
export const searchPlaces = ['top', 'upper', 'middle', 'lower'] as const;
export type SearchPlace = (typeof searchPlaces)[number];

/** For how long the page points to one place before it goes on to the next. */
export const placeForMs = 5_000;
/** Without a contact for so long, the page says that this is no "no". */
export const longAfterMs = 20_000;
/** A card that still lies there is found again so soon after the page is back. Chrome needs 0.25 s to 1.5 s. */
export const sameCardWithinMs = 3_000;
/** In how much time finds count as one after the other. */
export const movedWithinMs = 10_000;
const lingerForMs = 15_000;

/** `card`: without NDEF, as a My Number card, a Suica or a credit card. `tag`: an NFC sticker, so no My Number card. */
export type ContactKind = 'card' | 'tag';

export interface Touch {
  readonly atMs: number;
  readonly kind: ContactKind;
  /** The page has just come back, and the card may have lain there all the time: no sign that it has moved. */
  readonly mayBeSame: boolean;
}

export interface Found {
  /** At least one, in order of time. */
  readonly touches: readonly Touch[];
  /** From when the search began to the first contact, without the time that the page was hidden. */
  readonly firstAfterMs: number;
  /** Where the page pointed to at the first contact. */
  readonly firstPlace: SearchPlace;
  /** When the page last came back, as long as no contact has followed. */
  readonly backAtMs: number | null;
}

interface Searching {
  readonly name: 'searching';
  /** When the search would have begun if the page had never been hidden. */
  readonly sinceMs: number;
}

/** What goes on while the page is seen, and waits while it is hidden. */
type Active = { readonly name: 'asking' } | Searching | ({ readonly name: 'found' } & Found);

type Stage =
  /** Nothing has been started. */
  | { readonly name: 'idle' }
  /** `scan()` has been called; a question of the browser may be open. */
  | { readonly name: 'asking' }
  /** The radio is on, and nothing has been found. */
  | Searching
  /** The radio is on. How often something was found never goes down. */
  | ({ readonly name: 'found' } & Found)
  /** The page is hidden, so the radio is off. Goes on by itself when the page is back. */
  | { readonly name: 'paused'; readonly was: Active; readonly hiddenAtMs: number }
  /** It cannot start. `mayStart` says whether to try again can help. */
  | { readonly name: 'failed'; readonly failure: ContactFailure }
  /** The person said that the card is away. `result` is `null` if nothing was found. */
  | { readonly name: 'finished'; readonly result: Found | null };

/** `first`: the place that the page points to first. */
export type Contact = Stage & { readonly first: SearchPlace };

export type ContactEvent = { readonly atMs: number } & (
  | {
      readonly type: /** `scan()` has been called. */
        | 'asked'
        /** It has resolved: the radio is on. */
        | 'started'
        /** It was aborted, or the page goes away. */
        | 'stopped'
        /** A card without NDEF was found. */
        | 'readingerror'
        /** An NDEF tag was found. */
        | 'reading'
        /** The page is hidden, or seen again. */
        | 'hidden'
        | 'shown'
        /** The person says that the card is away. */
        | 'lifted';
    }
  /** `scan()` was refused. */
  | { readonly type: 'failed'; readonly failure: ContactFailure }
);

/** Before the test. @param first - where the antenna of this phone is, if that is known */
export const contactBefore = (first: SearchPlace | null): Contact => ({ name: 'idle', first: first ?? 'top' });

/** From the top to the bottom, again and again, but a place that is known comes first. */
const placeAfter = (first: SearchPlace, ms: number): SearchPlace => {
  const order = [first, ...searchPlaces.filter((place) => place !== first)];
  return order[Math.floor(Math.max(ms, 0) / placeForMs) % order.length] ?? first;
};

const touched = (type: 'reading' | 'readingerror', atMs: number, mayBeSame: boolean): Touch => ({
  atMs,
  kind: type === 'reading' ? 'tag' : 'card',
  mayBeSame,
});

const firstTouch = (first: SearchPlace, sinceMs: number, touch: Touch): Stage => ({
  name: 'found',
  touches: [touch],
  firstAfterMs: touch.atMs - sinceMs,
  firstPlace: placeAfter(first, touch.atMs - sinceMs),
  backAtMs: null,
});

const nextTouch = (
  found: { readonly name: 'found' } & Found,
  type: 'reading' | 'readingerror',
  atMs: number,
): Stage => {
  const mayBeSame = found.backAtMs !== null && atMs - found.backAtMs <= sameCardWithinMs;
  return { ...found, touches: [...found.touches, touched(type, atMs, mayBeSame)], backAtMs: null };
};

const resultOf = ({ touches, firstAfterMs, firstPlace }: Found): Found => ({
  touches,
  firstAfterMs,
  firstPlace,
  backAtMs: null,
});

/** Nothing is running: only a new start leads on. What was found stays until then. */
const whileOver = (stage: Stage, { type }: ContactEvent): Stage => (type === 'asked' ? { name: 'asking' } : stage);

const whileAsking = (stage: Stage & { name: 'asking' }, first: SearchPlace, event: ContactEvent): Stage => {
  switch (event.type) {
    case 'started':
      return { name: 'searching', sinceMs: event.atMs };
    case 'failed':
      return { name: 'failed', failure: event.failure };
    case 'stopped':
    case 'lifted':
      return { name: 'idle' };
    case 'reading':
    case 'readingerror':
      // The radio must be on, so the search begins and ends here.
      return firstTouch(first, event.atMs, touched(event.type, event.atMs, false));
    case 'hidden':
      return { name: 'paused', was: stage, hiddenAtMs: event.atMs };
    case 'asked':
    case 'shown':
      return stage;
  }
};

const whileSearching = (stage: Searching, first: SearchPlace, event: ContactEvent): Stage => {
  switch (event.type) {
    case 'failed':
      return { name: 'failed', failure: event.failure };
    case 'stopped':
      return { name: 'idle' };
    case 'lifted':
      return { name: 'finished', result: null };
    case 'reading':
    case 'readingerror':
      return firstTouch(first, stage.sinceMs, touched(event.type, event.atMs, false));
    case 'hidden':
      return { name: 'paused', was: stage, hiddenAtMs: event.atMs };
    case 'asked':
    case 'started':
    case 'shown':
      return stage;
  }
};

const whileFound = (stage: { readonly name: 'found' } & Found, event: ContactEvent): Stage => {
  switch (event.type) {
    case 'stopped':
    case 'lifted':
      return { name: 'finished', result: resultOf(stage) };
    case 'reading':
    case 'readingerror':
      return nextTouch(stage, event.type, event.atMs);
    case 'hidden':
      return { name: 'paused', was: stage, hiddenAtMs: event.atMs };
    case 'asked':
    case 'started':
    case 'failed':
    case 'shown':
      // What was found is true, whatever becomes of the search.
      return stage;
  }
};

/** The time that the page was hidden does not count as search. */
const resumed = (was: Active, hiddenAtMs: number, atMs: number): Active => {
  switch (was.name) {
    case 'asking':
      return was;
    case 'searching':
      return { ...was, sinceMs: was.sinceMs + atMs - Math.max(hiddenAtMs, was.sinceMs) };
    case 'found':
      return { ...was, backAtMs: atMs };
  }
};

const isActive = (stage: Stage): stage is Active =>
  stage.name === 'asking' || stage.name === 'searching' || stage.name === 'found';

const whileActive = (stage: Active, first: SearchPlace, event: ContactEvent): Stage => {
  switch (stage.name) {
    case 'asking':
      return whileAsking(stage, first, event);
    case 'searching':
      return whileSearching(stage, first, event);
    case 'found':
      return whileFound(stage, event);
  }
};

const whilePaused = (stage: Stage & { name: 'paused' }, first: SearchPlace, event: ContactEvent): Stage => {
  switch (event.type) {
    case 'shown':
    case 'asked':
      // Nobody can start a test on a page that they do not see.
      return resumed(stage.was, stage.hiddenAtMs, event.atMs);
    case 'reading':
    case 'readingerror':
    case 'hidden':
      return stage;
    case 'started':
    case 'failed':
    case 'stopped':
    case 'lifted': {
      // Chrome's way to the NFC settings hides the page, and scan() may end meanwhile.
      const was = whileActive(stage.was, first, event);
      return isActive(was) ? { ...stage, was } : was;
    }
  }
};

const nextStage = (contact: Contact, event: ContactEvent): Stage => {
  switch (contact.name) {
    case 'idle':
    case 'failed':
    case 'finished':
      return whileOver(contact, event);
    case 'asking':
    case 'searching':
    case 'found':
      return whileActive(contact, contact.first, event);
    case 'paused':
      return whilePaused(contact, contact.first, event);
  }
};

/** Where the test stands after `event`. Total: every event has a meaning in every state, if only that nothing happens. */
export const contactReducer = (contact: Contact, event: ContactEvent): Contact => {
  const stage = nextStage(contact, event);
  return stage === contact ? contact : { ...stage, first: contact.first };
};

/** What was found so far, in whatever state; `null` if nothing was. */
export const foundIn = (contact: Contact): Found | null => {
  switch (contact.name) {
    case 'found':
      return contact;
    case 'paused':
      return contact.was.name === 'found' ? contact.was : null;
    case 'finished':
      return contact.result;
    case 'idle':
    case 'asking':
    case 'searching':
    case 'failed':
      return null;
  }
};

const touchesWithin = (contact: Contact, nowMs: number, ms: number): readonly Touch[] =>
  (foundIn(contact)?.touches ?? []).filter(({ atMs }) => nowMs - atMs < ms);

/** How often something was found in the last `ms`, as in "twice in the last 10 seconds". */
export const foundWithin = (contact: Contact, nowMs: number, ms: number): number =>
  touchesWithin(contact, nowMs, ms).length;

/** How often the card may have moved in the last `ms`: found again although the page was there all the time. A hint. */
export const movedWithin = (contact: Contact, nowMs: number, ms: number): number => {
  const first = foundIn(contact)?.touches[0];
  return touchesWithin(contact, nowMs, ms).filter((touch) => touch !== first && !touch.mayBeSame).length;
};

/** How often it was found in the last ten seconds, if that may be because the card moves; otherwise 0. */
export const foundMoving = (contact: Contact, nowMs: number): number => {
  const count = foundWithin(contact, nowMs, movedWithinMs);
  return count >= 2 && movedWithin(contact, nowMs, movedWithinMs) > 0 ? count : 0;
};

/** Where the card was when it was first noticed; `null` if that was a sticker, or nothing. */
export const cardPlaceIn = (found: Found | null): SearchPlace | null =>
  found?.touches[0]?.kind === 'card' ? found.firstPlace : null;

/** For how long the radio stays on once the page is left: a card that still lies there would open another app. */
export const lingerMs = (contact: Contact): number =>
  contact.name !== 'finished' && foundIn(contact) !== null ? lingerForMs : 0;

/** Where on its back the page points to; `null` unless it is searching. */
export const placeAt = (contact: Contact, nowMs: number): SearchPlace | null =>
  contact.name === 'searching' ? placeAfter(contact.first, nowMs - contact.sinceMs) : null;

/** The search takes long. That is no "no". */
export const isLong = (contact: Contact, nowMs: number): boolean =>
  contact.name === 'searching' && nowMs - contact.sinceMs >= longAfterMs;

/** To start, or start again, may lead to something. Needs a tap: only after one does the browser ask. */
export const mayStart = (contact: Contact): boolean => {
  switch (contact.name) {
    case 'idle':
    case 'finished':
      return true;
    case 'failed':
      return ['denied', 'nfc-off', 'busy', 'unavailable'].includes(contact.failure);
    case 'asking':
    case 'searching':
    case 'found':
    case 'paused':
      return false;
  }
};

/** What `scan()` was refused with; a `DOMException` is one. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
}

/**
 * Why `scan()` was refused; `null` if it was aborted, which is no failure.
 *
 * @see https://w3c.github.io/web-nfc/#the-scan-method, and the messages of Chromium's ndef_reader.cc
 */
export const failureOf = (
  { name, message }: Refusal,
  { isTopLevel, isInApp }: { readonly isTopLevel: boolean; readonly isInApp: boolean },
): ContactFailure | null => {
  switch (name) {
    case 'AbortError':
      return null;
    case 'InvalidStateError':
      return isTopLevel ? 'busy' : 'in-a-frame';
    case 'NotAllowedError':
      // An in-app browser refuses without asking. Nobody has said no.
      return isInApp ? 'in-app' : 'denied';
    case 'NotReadableError':
      return 'nfc-off';
    case 'NotSupportedError':
      return message === 'NFC is not supported.' ? 'no-hardware' : 'unavailable';
    default:
      return 'unavailable';
  }
};

/**
 * What to change when the card is not read, in this order: what costs nothing and stops everybody first, then what is done
 * with the phone, then how it is held. After the last it is the card's or the PIN's turn, never the same once more.
 */
import { firstPlaceOf, type PhoneKind } from './check.ts';
import { type SearchPlace, searchPlaces } from './contact.ts';
import type { AntennaSpot, PhoneSource } from './model.ts';

export const troubleSteps = [
  'outage',
  'app-update',
  'lock',
  'private-off',
  'nfc-on',
  'case-off',
  'no-metal',
  'close-apps',
  'place',
  'hold-still',
] as const;
export type TroubleStep = (typeof troubleSteps)[number];

/** NFC of an iPhone cannot be switched off. */
export const troubleStepsFor = (kind: PhoneKind | null): readonly TroubleStep[] =>
  kind === 'iphone' ? troubleSteps.filter((step) => step !== 'nfc-on') : troubleSteps;

const beforeTheCard: readonly TroubleStep[] = ['outage', 'app-update', 'lock', 'private-off'];

/** What it changes can be seen in the contact test, too. */
export const showsInTest = (step: TroubleStep): boolean => !beforeTheCard.includes(step);

/** A place as the model's data names it, or as the contact test does. */
export type PlaceToTry =
  | { readonly by: 'model'; readonly spot: AntennaSpot }
  | { readonly by: 'test'; readonly place: SearchPlace };

/**
 * Where to hold the card next: not where it was noticed, as it was not read there.
 *
 * @param found - where the contact test has noticed it
 * @returns `null` where nothing is known: then the whole back is to be searched
 */
export const placeToTry = (spot: AntennaSpot | null, found: SearchPlace | null): PlaceToTry | null => {
  if (spot !== null && firstPlaceOf(spot) !== found) return { by: 'model', spot };
  if (found === null) return null;
  const at = searchPlaces.indexOf(found);
  const place = searchPlaces[at + 1] ?? searchPlaces[at - 1];
  return place === undefined ? null : { by: 'test', place };
};

/** That an iPhone may do better with the card at an angle: what one person tried (grade D). */
export const tiltSource: PhoneSource = {
  address: 'https://prod-news.global.ssl.fastly.net/article/20200512-myna/3',
  asOf: '2020-05-12',
};

/** The notices of マイナポータル (C, 2026-09-03). */
export const outagePage = 'https://myna.go.jp/html/info/index.html';

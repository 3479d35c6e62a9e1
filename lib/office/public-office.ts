/**
 * What a visitor's screen is told about its office: settings that have been checked, as they hold now. It goes from the office to
 * the visitor and never back. Small, as every page carries what reads it.
 */
import type { ChainId } from '../advice/store-reset.ts';
import type { Errand } from '../facts/fact.ts';
import type { Locale } from '../i18n/locales.ts';
import { type Office, usualOffice } from '../procedures/office.ts';
import type {
  bookingKinds,
  bookingWays,
  helpLines,
  noticePlaces,
  noticeTones,
  outageSystems,
  slipPictures,
  textSizes,
  worksMeanwhile,
} from './definitions.ts';
import type { Words } from './shape.ts';

type Of<List extends readonly unknown[]> = List[number];

export type NoticePlace = Of<typeof noticePlaces>;
export type HelpLine = Of<typeof helpLines>;
export type SlipPicture = Of<typeof slipPictures>;
export type WorksMeanwhile = Of<typeof worksMeanwhile>;
export type OutageSystem = Of<typeof outageSystems>;

export interface Notice {
  readonly places: readonly NoticePlace[];
  readonly tone: Of<typeof noticeTones>;
  readonly text: Words;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export interface Place {
  readonly name: Words;
  readonly floor: Words;
}

/** `GET /api/desk/office`. Words that the office has not written are `null`. */
export interface PublicOffice {
  readonly format: 2;
  /** Of the settings; 0 while nobody has changed any. */
  readonly version: number;
  readonly name: Words | null;
  readonly counter: Words | null;
  readonly floor: Words | null;
  readonly otherCounters: readonly Place[];
  readonly address: Words | null;
  /** What the rules go by: hours, usual wait, letters, what to bring. */
  readonly office: Office;
  /** The hours are the office's own and may be shown; else they are an estimate of ours. */
  readonly hoursAreOwn: boolean;
  readonly hoursNote: Words | null;
  /** Today's, in minutes; `null`: not known, or no longer. */
  readonly waitMinutes: number | null;
  /** So long that wait holds when nobody says another, in milliseconds since 1970. */
  readonly waitUntil: number | null;
  readonly bringNote: Words | null;
  readonly proxyNote: Words | null;
  readonly childNote: Words | null;
  readonly booking: {
    readonly kind: Of<typeof bookingKinds>;
    readonly ways: readonly Of<typeof bookingWays>[];
    readonly phone: string;
    readonly note: Words | null;
  };
  /** Near by; empty: not said. */
  readonly stores: { readonly chains: readonly ChainId[]; readonly note: Words | null };
  readonly phone: string;
  readonly phoneHours: Words | null;
  readonly fax: string;
  readonly helpLines: readonly HelpLine[];
  readonly notices: readonly Notice[];
  readonly outage: {
    readonly systems: readonly OutageSystem[];
    readonly works: readonly WorksMeanwhile[];
    readonly note: Words | null;
    /** Milliseconds since 1970; where the office has not said, the end of this day. */
    readonly until: number;
  } | null;
  readonly slip: { readonly picture: SlipPicture; readonly note: Words | null };
  readonly errands: { readonly first: readonly Errand[]; readonly hidden: readonly Errand[] };
  readonly practice: boolean;
  readonly languages: readonly Locale[];
  readonly firstLanguage: Locale;
  readonly firstTextSize: Of<typeof textSizes>;
  readonly soundAtStart: boolean;
  readonly idle: IdleTimes;
  readonly homeAddress: string | null;
  /** Whether staff can be called here. Milliseconds: how long a call rings for who speaks its language; until nobody is said to be there. */
  readonly help: { readonly calls: boolean; readonly languageFirst: number; readonly nobodyAfter: number };
}

/** Milliseconds. `answer` counts from the question; `reminder` is the first of three that grow. */
export interface IdleTimes {
  readonly asksAfter: number;
  readonly reportAsksAfter: number;
  readonly answer: number;
  readonly thanks: number;
  readonly reminder: number;
}

/** An office that has not said anything, or cannot be asked. A test holds it to the settings' own usual values. */
export const usualPublicOffice: PublicOffice = {
  format: 2,
  version: 0,
  name: null,
  counter: null,
  floor: null,
  otherCounters: [],
  address: null,
  office: usualOffice,
  hoursAreOwn: false,
  hoursNote: null,
  waitMinutes: null,
  waitUntil: null,
  bringNote: null,
  proxyNote: null,
  childNote: null,
  booking: { kind: 'ask', ways: [], phone: '', note: null },
  stores: { chains: [], note: null },
  phone: '',
  phoneHours: null,
  fax: '',
  helpLines: ['my-number', 'charged', 'other-languages', 'consumers', 'police'],
  notices: [],
  outage: null,
  slip: { picture: 'both', note: null },
  errands: { first: [], hidden: [] },
  practice: true,
  languages: ['ja', 'ja-easy', 'en'],
  firstLanguage: 'ja',
  firstTextSize: 'standard',
  soundAtStart: true,
  idle: { asksAfter: 60_000, reportAsksAfter: 30_000, answer: 30_000, thanks: 10_000, reminder: 10_000 },
  homeAddress: null,
  help: { calls: true, languageFirst: 20_000, nobodyAfter: 10_000 },
};

/**
 * What a server has said of its office. It has been checked where it was published.
 *
 * @throws when that server is newer than this page: it goes by what it knows until it is one itself
 */
export const understoodOffice = (said: unknown): PublicOffice => {
  const office = said as PublicOffice;
  if (office.format !== usualPublicOffice.format) throw new Error(`an office of format ${office.format}`);
  return office;
};

/** Errands in the order in which this office shows them. */
export const errandsOf = (all: readonly Errand[], { first, hidden }: PublicOffice['errands']): readonly Errand[] => {
  const shown = all.filter((errand) => !hidden.includes(errand));
  return [...first.filter((errand) => shown.includes(errand)), ...shown.filter((errand) => !first.includes(errand))];
};

/**
 * Every setting of an office: what kind of value, within which bounds, and what holds until somebody has said otherwise.
 * Messages: `OfficeSettings.<id>`. docs/office-settings.md lists them.
 */
import { chainIds } from '../advice/store-reset.ts';
import { factDefinitions } from '../facts/fact.ts';
import { locales } from '../i18n/locales.ts';
import { bringItems } from '../procedures/procedure.ts';
import {
  type ClockTime,
  choice,
  choices,
  count,
  day,
  group,
  internalAddress,
  moment,
  noWords,
  optional,
  origin,
  phone,
  rows,
  time,
  type ValueOf,
  words,
  yesOrNo,
} from './shape.ts';

export const settingGroups = [
  'names',
  'hours',
  'wait',
  'bring',
  'booking',
  'stores',
  'phones',
  'notices',
  'outage',
  'slip',
  'errands',
  'screens',
  'help',
  'changes',
] as const;
export type SettingGroup = (typeof settingGroups)[number];

interface Definition<Of, Value> {
  readonly group: SettingGroup;
  readonly shape: Of;
  /** Holds until somebody says otherwise. */
  readonly usual: Value;
}

const setting = <const Of>(inGroup: SettingGroup, shape: Of, usual: ValueOf<Of>): Definition<Of, ValueOf<Of>> => ({
  group: inGroup,
  shape,
  usual,
});

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

const hours = group({ opens: time, closes: time }, { inOrder: ['opens', 'closes'] });
const week = group({
  sunday: optional(hours),
  monday: optional(hours),
  tuesday: optional(hours),
  wednesday: optional(hours),
  thursday: optional(hours),
  friday: optional(hours),
  saturday: optional(hours),
});
const usualDay: { readonly opens: ClockTime; readonly closes: ClockTime } = { opens: '08:30', closes: '17:15' };

export const bookingKinds = ['ask', 'none', 'possible', 'needed'] as const;
export const bookingWays = ['phone', 'counter', 'website'] as const;
/** National lines, with the facts of docs/sources.md, "Help lines". Messages: `OfficeContact.lines`. */
export const helpLines = ['my-number', 'charged', 'other-languages', 'consumers', 'police'] as const;
export const noticePlaces = ['start', 'guide', 'pins'] as const;
export const noticeTones = ['information', 'important'] as const;
/** What can be down: the national system behind cards and certificates, マイナポータル, terminals in stores. */
export const outageSystems = ['national-system', 'portal', 'stores'] as const;
/** What goes on meanwhile. Messages: `OfficeToday.works`. */
export const worksMeanwhile = ['papers', 'resident-records', 'consultation', 'read-card', 'practice', 'post'] as const;
/** Drawings of ours (components/visit/drawings/pins): two forms side by side, the common one, a table, an envelope. */
export const slipPictures = ['both', 'common', 'table', 'envelope'] as const;
export const textSizes = ['standard', 'larger', 'largest'] as const;

const errands = factDefinitions.errand.values;
const brings = choices(bringItems, { most: 12 });

export const settings = {
  officeName: setting('names', words(40), noWords),
  counterName: setting('names', words(40), noWords),
  floorName: setting('names', words(20), noWords),
  otherCounters: setting('names', rows(group({ name: words(40), floor: words(20) }), 12), []),
  officeAddress: setting('names', words(80), noWords),

  hours: setting('hours', week, {
    sunday: null,
    monday: usualDay,
    tuesday: usualDay,
    wednesday: usualDay,
    thursday: usualDay,
    friday: usualDay,
    saturday: null,
  }),
  closedOnHolidays: setting('hours', yesOrNo, true),
  closures: setting(
    'hours',
    rows(group({ from: day, until: day }, { inOrder: ['from', 'until'], same: true }), 60),
    [],
  ),
  extraOpenDays: setting(
    'hours',
    rows(group({ day, opens: time, closes: time }, { inOrder: ['opens', 'closes'] }), 60),
    [],
  ),
  lastReceptionMinutes: setting('hours', count(0, 180, 'minutes'), 0),
  hoursNote: setting('hours', words(80), noWords),

  usualWaitMinutes: setting('wait', count(0, 480, 'minutes'), 30),
  todayWait: setting('wait', optional(group({ minutes: count(0, 1_440, 'minutes'), until: moment })), null),
  queueSystem: setting('wait', yesOrNo, false),
  queueAddress: setting('wait', internalAddress, ''),
  queueIntervalSeconds: setting('wait', count(15, 600, 'seconds'), 60),
  queueTimeoutMilliseconds: setting('wait', count(500, 10_000, 'milliseconds'), 3_000),
  queueStaleMinutes: setting('wait', count(1, 60, 'minutes'), 10),
  queueMostMinutes: setting('wait', count(10, 1_440, 'minutes'), 480),

  holderBrings: setting('bring', brings, ['identity-document']),
  representativeBrings: setting('bring', brings, ['representative-identity', 'proof-of-representation']),
  proxyBrings: setting('bring', brings, ['representative-identity', 'power-of-attorney', 'reply-form']),
  bringNote: setting('bring', words(80), noWords),
  proxyNote: setting('bring', words(80), noWords),
  childNote: setting('bring', words(80), noWords),
  letterWorkingDays: setting('bring', count(1, 15, 'working-days'), 3),

  booking: setting('booking', choice(bookingKinds), 'ask'),
  bookingWays: setting('booking', choices(bookingWays), []),
  bookingPhone: setting('booking', phone, ''),
  bookingNote: setting('booking', words(80), noWords),

  storeChains: setting('stores', choices(chainIds), []),
  storesNote: setting('stores', words(80), noWords),

  officePhone: setting('phones', phone, ''),
  officePhoneHours: setting('phones', words(40), noWords),
  officeFax: setting('phones', phone, ''),
  helpLines: setting('phones', choices(helpLines), helpLines),

  notices: setting(
    'notices',
    rows(
      group(
        {
          from: moment,
          until: moment,
          places: choices(noticePlaces),
          tone: choice(noticeTones),
          text: words(120),
        },
        { inOrder: ['from', 'until'] },
      ),
      20,
    ),
    [],
  ),

  outage: setting('outage', choices(outageSystems), []),
  outageUntil: setting('outage', optional(moment), null),
  outageWorks: setting('outage', choices(worksMeanwhile), ['papers', 'consultation', 'practice', 'post']),
  outageNote: setting('outage', words(80), noWords),

  slipPicture: setting('slip', choice(slipPictures), 'both'),
  slipNote: setting('slip', words(80), noWords),

  firstErrands: setting('errands', choices(errands), []),
  hiddenErrands: setting('errands', choices(errands, { most: errands.length - 1 }), []),
  practice: setting('errands', yesOrNo, true),

  languages: setting('screens', choices(locales, { always: ['ja'] }), locales),
  firstLanguage: setting('screens', choice(locales), 'ja'),
  firstTextSize: setting('screens', choice(textSizes), 'standard'),
  soundAtStart: setting('screens', yesOrNo, true),
  asksAfterSeconds: setting('screens', count(30, 900, 'seconds'), 60),
  reportAsksAfterSeconds: setting('screens', count(20, 900, 'seconds'), 30),
  // WCAG 2.2, 2.2.1: at least 20 seconds to answer.
  answerSeconds: setting('screens', count(20, 300, 'seconds'), 30),
  thanksSeconds: setting('screens', count(5, 60, 'seconds'), 10),
  reminderSeconds: setting('screens', count(5, 60, 'seconds'), 10),
  homeAddress: setting('screens', origin, ''),

  helpCalls: setting('help', yesOrNo, true),
  escalateFirstSeconds: setting('help', count(20, 1_800, 'seconds'), 60),
  escalateSecondSeconds: setting('help', count(20, 1_800, 'seconds'), 120),
  escalateThirdSeconds: setting('help', count(20, 1_800, 'seconds'), 300),
  languageFirstSeconds: setting('help', count(0, 120, 'seconds'), 20),
  nobodyAfterSeconds: setting('help', count(5, 60, 'seconds'), 10),

  approval: setting('changes', yesOrNo, false),
} as const;

export type SettingId = keyof typeof settings;
export const settingIds = Object.keys(settings) as SettingId[];

/** Every setting with its value. */
export type Settings = { readonly [Id in SettingId]: ValueOf<(typeof settings)[Id]['shape']> };
/** What differs from the usual. So it is stored, and so it stands in a file. */
export type OwnSettings = Partial<Settings>;

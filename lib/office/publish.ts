import type { Day } from '../facts/day.ts';
import type { Moment } from '../facts/moment.ts';
import type { Hours, Office } from '../procedures/office.ts';
import { type OwnSettings, type Settings, weekdays } from './definitions.ts';
import type { PublicOffice } from './public-office.ts';
import { isUsual, withUsual } from './settings.ts';
import type { ClockTime, LocalMoment, Words } from './shape.ts';

const toMinutes = (time: ClockTime): number => {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
};

const toHours = ({ opens, closes }: { readonly opens: ClockTime; readonly closes: ClockTime }): Hours => ({
  opens: toMinutes(opens),
  closes: toMinutes(closes),
});

const twoDigits = (count: number): string => String(count).padStart(2, '0');
const written = ({ day, minute }: Moment): LocalMoment =>
  `${day}T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;

/** Milliseconds since 1970. */
const instantOf = (moment: LocalMoment): number => Date.parse(`${moment}:00+09:00`);

const ownWords = (words: Words): Words | null => (words.ja === '' ? null : words);

/** The hours of most days: the first that is open, from Monday on. */
const usualDayOf = (week: readonly (Hours | null)[], extra: Office['days']['extra']): Hours => {
  const [sunday = null, ...others] = week;
  return [...others, sunday].find((hours) => hours !== null) ?? extra[0] ?? { opens: 0, closes: 0 };
};

const officeOf = (all: Settings): Office => {
  const week = weekdays.map((name) => {
    const hours = all.hours[name];
    return hours === null ? null : toHours(hours);
  });
  const extra = all.extraOpenDays.map(({ day, ...hours }): Hours & { readonly day: Day } => ({
    day,
    ...toHours(hours),
  }));
  const { opens, closes } = usualDayOf(week, extra);
  return {
    opens,
    closes,
    days: { week, closedOnHolidays: all.closedOnHolidays, closures: all.closures, extra },
    lastReception: all.lastReceptionMinutes,
    usualWait: all.usualWaitMinutes,
    letterWorkingDays: all.letterWorkingDays,
    holderBrings: all.holderBrings,
    representativeBrings: all.representativeBrings,
    proxyBrings: all.proxyBrings,
  };
};

/** Today's, and how long it may be said: milliseconds since 1970. */
export interface KnownWait {
  readonly minutes: number;
  readonly until: number;
}

/** What somebody has typed in holds until its time is over; then what the queue system says. */
const waitOf = ({ todayWait }: Settings, now: LocalMoment, queueWait: KnownWait | null): KnownWait | null =>
  todayWait !== null && now < todayWait.until
    ? { minutes: todayWait.minutes, until: instantOf(todayWait.until) }
    : queueWait;

const outageOf = (all: Settings, now: LocalMoment, today: Day): PublicOffice['outage'] => {
  const isOver = all.outageUntil !== null && all.outageUntil <= now;
  if (all.outage.length === 0 || isOver) return null;
  const until = instantOf(all.outageUntil ?? `${today}T24:00`);
  return { systems: all.outage, works: all.outageWorks, note: ownWords(all.outageNote), until };
};

const seconds = 1_000;

/**
 * What visitors' screens are told at this moment.
 *
 * @param version - of the settings that were published
 * @param queueWait - what the queue system has said, if that is not too long ago
 */
export const publicOffice = (
  own: OwnSettings,
  { version, now: moment, queueWait }: { version: number; now: Moment; queueWait: KnownWait | null },
): PublicOffice => {
  const all = withUsual(own);
  const now = written(moment);
  const wait = waitOf(all, now, queueWait);
  return {
    format: 2,
    version,
    name: ownWords(all.officeName),
    counter: ownWords(all.counterName),
    floor: ownWords(all.floorName),
    otherCounters: all.otherCounters,
    address: ownWords(all.officeAddress),
    office: officeOf(all),
    hoursAreOwn: !isUsual('hours', all.hours) || all.hoursNote.ja !== '',
    hoursNote: ownWords(all.hoursNote),
    waitMinutes: wait?.minutes ?? null,
    waitUntil: wait?.until ?? null,
    bringNote: ownWords(all.bringNote),
    proxyNote: ownWords(all.proxyNote),
    childNote: ownWords(all.childNote),
    booking: { kind: all.booking, ways: all.bookingWays, phone: all.bookingPhone, note: ownWords(all.bookingNote) },
    stores: { chains: all.storeChains, note: ownWords(all.storesNote) },
    phone: all.officePhone,
    phoneHours: ownWords(all.officePhoneHours),
    fax: all.officeFax,
    helpLines: all.helpLines,
    notices: all.notices
      .filter(({ from, until }) => from <= now && now < until)
      .map(({ places, tone, text, until }) => ({ places, tone, text, until: instantOf(until) })),
    outage: outageOf(all, now, moment.day),
    slip: { picture: all.slipPicture, note: ownWords(all.slipNote) },
    errands: { first: all.firstErrands, hidden: all.hiddenErrands },
    practice: all.practice,
    languages: all.languages,
    firstLanguage: all.firstLanguage,
    firstTextSize: all.firstTextSize,
    soundAtStart: all.soundAtStart,
    idle: {
      asksAfter: all.asksAfterSeconds * seconds,
      reportAsksAfter: all.reportAsksAfterSeconds * seconds,
      answer: all.answerSeconds * seconds,
      thanks: all.thanksSeconds * seconds,
      reminder: all.reminderSeconds * seconds,
    },
    homeAddress: all.homeAddress || null,
    help: {
      calls: all.helpCalls,
      languageFirst: all.languageFirstSeconds * seconds,
      nobodyAfter: all.nobodyAfterSeconds * seconds,
    },
  };
};

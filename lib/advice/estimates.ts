/**
 * When things can be done. No source fixes these figures: they come from the office or are estimates of ours, so every
 * screen that shows a day made from them says 「ごろ」.
 */
import { addDays, type Day } from '../facts/day.ts';
import { usualOffice } from '../procedures/office.ts';
import { hoursOn, nextOpenDay } from '../procedures/open-days.ts';
import type { CounterChannel, PostChannel } from '../procedures/procedure.ts';
import { addWorkingDays } from '../procedures/working-days.ts';
import type { Visit } from './visit.ts';

/** From home to the counter, and to the nearest store, in minutes. */
const wayToOffice = 45;
const wayToStore = 30;
/** Terminals in convenience stores, minutes of the day: 6:30-23:00 (niigata.lg.jp FAQ B0308805, grade B). */
const storeCloses = 23 * 60;

const isAtOffice = (visit: Visit): boolean => visit.peek('place') === 'office';
const isOutage = (visit: Visit): boolean => visit.peek('outage') === 'yes';

const nextDay = ({ now }: Visit): Day => addDays(now.day, 1);

/** The first day on which a counter can be reached and served in time. */
export const counterDay = (visit: Visit, where: CounterChannel['where'] = 'municipality'): Day => {
  const { now } = visit;
  const isMunicipality = where === 'municipality';
  // What this office has said holds for its own counter only.
  const office = isMunicipality ? visit.office : usualOffice;
  const isHere = isMunicipality && isAtOffice(visit);
  const wait = (isMunicipality ? visit.peek('waitMinutes') : undefined) ?? office.usualWait;
  // Whoever stands in the office on a Sunday stands in one that is open.
  const hours = hoursOn(office, now.day) ?? (isHere ? office : null);
  if (hours === null) return nextOpenDay(office, nextDay(visit));
  const arrives = Math.max(hours.opens, isHere ? now.minute : now.minute + wayToOffice);
  const closes = hours.closes - office.lastReception;
  // Whoever is there before it closes is served, however long that takes.
  const isInTime = isHere ? arrives <= closes : arrives + wait <= closes;
  return isInTime ? now.day : nextOpenDay(office, nextDay(visit));
};

/** As `counterDay`, for what needs the national system: PINs and certificates. */
export const cardCounterDay = (visit: Visit): Day => {
  const day = counterDay(visit);
  return isOutage(visit) && day === visit.now.day ? nextOpenDay(visit.office, nextDay(visit)) : day;
};

/** Whoever goes for somebody else goes twice: the office writes to the holder in between, and the holder writes back. */
export const proxyDay = (visit: Visit): Day =>
  addWorkingDays(cardCounterDay(visit), 2 * visit.office.letterWorkingDays);

/** The first day on which マイナポータル and the national system answer. */
export const onlineDay = (visit: Visit): Day => (isOutage(visit) ? nextDay(visit) : visit.now.day);

/** The first day on which a PIN can be set anew, or a certificate printed, at a store. */
export const storeDay = (visit: Visit): Day =>
  isOutage(visit) || visit.now.minute + wayToStore > storeCloses ? nextDay(visit) : visit.now.day;

/** The day on which a letter is with the office. */
export const postDay = (visit: Visit, { form }: PostChannel): Day => {
  const { letterWorkingDays } = visit.office;
  return addWorkingDays(visit.now.day, form === 'request' ? 2 * letterWorkingDays : letterWorkingDays);
};

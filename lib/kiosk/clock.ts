/** Whether the days that a kiosk says can be relied on. Pure. */
import { notedOn } from '../advice/sources.ts';
import { momentOf } from '../facts/moment.ts';
import { lastKnownDay } from '../procedures/holidays.ts';
import { type ClockState, clockToleranceMs } from './machine.ts';

/** Whose clock a kiosk's is compared with: its hub's, or without a hub those of the devices that staff have its console open on. */
export type OtherClock = 'hub' | 'console';

/**
 * A hub knows better than the calendar of the release. A console may be open on the kiosk itself, so a day that cannot be is
 * doubtful whatever it says: before the one on which the sources of this release were noted down, or after the last one whose
 * holidays it knows.
 *
 * @param nowMs - what the clock of the kiosk says, milliseconds since 1970
 * @param skewMs - how far it is ahead of the other one; `undefined`: that has not been heard of yet
 */
export const clockStateOf = (nowMs: number, skewMs: number | undefined, other: OtherClock): ClockState => {
  if (skewMs !== undefined && Math.abs(skewMs) > clockToleranceMs) return 'doubtful';
  if (skewMs !== undefined && other === 'hub') return 'right';
  const { day } = momentOf(new Date(nowMs));
  return day < notedOn || day > lastKnownDay ? 'doubtful' : 'right';
};

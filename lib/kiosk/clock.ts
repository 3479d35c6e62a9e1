/** Whether the days that a kiosk says can be relied on. Pure. */
import { notedOn } from '../advice/sources.ts';
import { momentOf } from '../facts/moment.ts';
import { lastKnownDay } from '../procedures/holidays.ts';
import { type ClockState, clockToleranceMs } from './machine.ts';

/**
 * @param nowMs - what the clock of the kiosk says, milliseconds since 1970
 * @param skewMs - how far it is ahead of the hub's; `undefined`: there is no hub, or it has not answered yet. Then only a day that
 *   cannot be is noticed: before the one on which the sources of this release were noted down, or after the last one whose
 *   holidays it knows
 */
export const clockStateOf = (nowMs: number, skewMs: number | undefined): ClockState => {
  if (skewMs !== undefined) return Math.abs(skewMs) > clockToleranceMs ? 'doubtful' : 'right';
  const { day } = momentOf(new Date(nowMs));
  return day < notedOn || day > lastKnownDay ? 'doubtful' : 'right';
};

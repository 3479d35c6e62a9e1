import fc from 'fast-check';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
  alarmsOf,
  type FleetKiosk,
  heartbeatTimeoutMs,
  type KioskStatus,
  kioskNameSchema,
  kioskStatusSchema,
  lookedAgain,
  outboxLimit,
  type Watch,
  watchMs,
} from './fleet.ts';
import { nextBeatMs } from './link/heartbeat.ts';

const fine: KioskStatus = {
  power: 'on',
  version: '0.1.0',
  reader: 'ready',
  printer: 'ok',
  lastVisitEndedMin: 3,
  clockSkewMs: 40,
  clock: 'right',
  outbox: 0,
  uptimeS: 600,
};
type Seen = Pick<FleetKiosk, 'seenAt' | 'status' | 'alarms' | 'revokedAt'>;
const kiosk = (more: Partial<Seen> = {}): Seen => ({ seenAt: 0, status: fine, alarms: [], revokedAt: null, ...more });
const long = -1_000_000;

it.each<[string, Partial<KioskStatus>, string[]]>([
  ['nothing is wrong', {}, []],
  ['no reader', { reader: 'readerMissing' }, ['readerDown']],
  ['the card service has stopped', { reader: 'serviceStopped' }, ['readerDown']],
  ['the reader process is gone', { reader: 'readerProcessDown' }, ['readerDown']],
  ['a card that does not answer is for the visitor', { reader: 'cardMute' }, []],
  ['the practice card needs no reader', { reader: 'practice' }, []],
  ['the printer prints nothing', { printer: 'stopped' }, ['printerDown']],
  ['the printer has no paper', { printer: 'outOfPaper' }, ['printerDown']],
  ['the printer is switched off', { printer: 'away' }, ['printerDown']],
  ['there is no printer', { printer: 'none' }, []],
  ['the printer has not been looked at yet', { printer: 'unknown' }, []],
  ['two minutes ahead', { clockSkewMs: 120_000 }, []],
  ['more than two minutes ahead', { clockSkewMs: 120_001 }, ['clockWrong']],
  ['more than two minutes behind', { clockSkewMs: -120_001 }, ['clockWrong']],
  ['the clock is not known', { clockSkewMs: null }, []],
  ['without a hub, a day that cannot be', { clockSkewMs: null, clock: 'doubtful' }, ['clockWrong']],
  ['much is owed', { outbox: outboxLimit * 0.9 }, ['outboxFull']],
  [
    'several',
    { reader: 'serviceStopped', printer: 'stopped', outbox: outboxLimit },
    ['readerDown', 'printerDown', 'outboxFull'],
  ],
])('%s', (_, more, alarms) => {
  expect(alarmsOf(kiosk({ status: { ...fine, ...more } }), 1_000, long)).toEqual(alarms);
});

it.each<[string, Partial<Seen>, number, string[]]>([
  ['heard of lately', { seenAt: 0 }, 50_000, []],
  ['not heard of', { seenAt: 0 }, 50_001, ['silent']],
  ['never heard of: it is still being set up', { seenAt: null }, 90_000, []],
  ['switched off as one should', { seenAt: 0, status: { ...fine, power: 'off' } }, 90_000, []],
  ['no longer ours', { seenAt: 0, revokedAt: 1 }, 90_000, []],
  ['silent: nothing else is known', { seenAt: 0, status: { ...fine, printer: 'stopped' } }, 90_000, ['silent']],
])('%s', (_, more, now, alarms) => {
  expect(alarmsOf(kiosk(more), now, long)).toEqual(alarms);
});

it('a watcher that has just begun takes nobody for silent, and takes back nothing that another has seen', () => {
  expect(alarmsOf(kiosk({ alarms: ['printerDown'] }), 200_000, 190_000)).toEqual(['printerDown']);
  expect(alarmsOf(kiosk({ alarms: ['silent'] }), 200_000, 190_000)).toEqual(['silent']);
  expect(alarmsOf(kiosk({ alarms: ['silent'], seenAt: 199_000 }), 200_000, 190_000)).toEqual([]);
});

it('what a newer kiosk says is understood as far as it is known, and nothing else of it is kept', () => {
  const newer = { ...fine, reader: 'readerOnFire', printer: 'paperJam', motto: 'たのしい' };
  expect(v.parse(kioskStatusSchema, newer)).toEqual({ ...fine, reader: 'unknown', printer: 'unknown' });
});

it('a kiosk of an older version says nothing about its clock, and that is no alarm', () => {
  const { clock: _, ...older } = fine;
  expect(v.parse(kioskStatusSchema, older)).toEqual(fine);
});

it.each(['', '   ', 'あ'.repeat(41), '入口\n', '入\u202e口', 'a\u0000'.repeat(2)])(
  '%j is no name for a kiosk',
  (name) => {
    expect(v.is(kioskNameSchema, name) && v.parse(kioskNameSchema, name) === name).toBe(false);
  },
);

it('入口の機械 is one', () => {
  expect(v.parse(kioskNameSchema, ' 入口の機械 ')).toBe('入口の機械');
});

const dayMs = 24 * 60 * 60_000;
/** Small, with a seed, so that a day that fails can be looked at again. */
const chance = (seed: number) => {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

/**
 * A day of one kiosk and one hub: each attempt may be lost (three in a row at most), everything comes late by up to a second or
 * two, and the hub is started anew or away for minutes, several times.
 *
 * @param diesAt - `undefined`: it does not
 * @returns when somebody was told that it is silent, and that it is back
 */
const liveThroughDay = (seed: number, diesAt?: number): readonly number[] => {
  const below = chance(seed);
  const outages = Array.from({ length: 6 }, () => {
    const from = below(dayMs);
    return { from, to: from + below(2) * 600_000 + below(20_000) };
  }).filter(({ from, to }) => diesAt === undefined || to < diesAt - 120_000 || from > diesAt + 120_000);
  const isAway = (at: number): boolean => outages.some(({ from, to }) => from <= at && at < to);

  let seen = kiosk({ seenAt: null });
  let watch: Watch | undefined;
  let nextBeat = below(15_000);
  let nextLook = below(watchMs);
  let lostInARow = 0;
  const alarmedAt: number[] = [];
  while (Math.min(nextBeat, nextLook) < dayMs) {
    if (nextBeat <= nextLook) {
      const isLost = lostInARow < 3 && below(100) < 30;
      lostInARow = isLost ? lostInARow + 1 : 0;
      const arrivesAt = nextBeat + below(1_000);
      const hasArrived = !isLost && !isAway(arrivesAt);
      if (hasArrived) seen = { ...seen, seenAt: arrivesAt };
      nextBeat += (hasArrived ? 100 : heartbeatTimeoutMs) + nextBeatMs(hasArrived) + below(1_500);
      if (diesAt !== undefined && nextBeat >= diesAt) nextBeat = Number.POSITIVE_INFINITY;
    } else {
      const now = nextLook;
      nextLook += watchMs + below(2_000);
      if (isAway(now)) {
        watch = undefined;
        continue;
      }
      watch = lookedAgain(watch, now);
      const alarms = alarmsOf(seen, now, watch.ableSince);
      if (alarms.includes('silent') && !seen.alarms.includes('silent')) alarmedAt.push(now);
      seen = { ...seen, alarms };
    }
  }
  return alarmedAt;
};

it('in 100 days with lost attempts, late ones and a hub that comes and goes there is no false alarm', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(liveThroughDay(seed)).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 60_000);

it('whenever it dies, somebody knows within 60 seconds', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 600_000, max: dayMs - 600_000 }), (seed, diesAt) => {
      const [alarmedAt, ...more] = liveThroughDay(seed, diesAt);
      expect(more).toEqual([]);
      expect((alarmedAt ?? Number.POSITIVE_INFINITY) - diesAt).toBeLessThanOrEqual(60_000);
    }),
    { numRuns: 100 },
  );
}, 60_000);

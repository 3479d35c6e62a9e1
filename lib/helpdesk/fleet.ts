/**
 * What a kiosk says of itself, and when something about it needs somebody. Closed and pure: there is no member that could hold
 * a word, an address or anything of a visitor.
 */
import * as v from 'valibot';
import { cardErrorCodes } from '../errors/card-error.ts';
import { clockStates, clockToleranceMs, printerStates } from '../kiosk/machine.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
/** Milliseconds since 1970, by the server's clock. */
const time = v.pipe(v.number(), v.integer(), v.minValue(0));

/** `ready`: a card can be put down; `practice`: the practice card answers in place of a reader; else what is wrong. */
export const readerStates = ['ready', 'practice', ...cardErrorCodes] as const;

/**
 * A hub may be older than its kiosks and the other way round: members that it does not know are left out, and values that
 * it does not know become `unknown`.
 */
export const kioskStatusSchema = v.object({
  /** `off`: it has been switched off as one should, and its silence means nothing. */
  power: v.picklist(['on', 'off']),
  version: v.pipe(v.string(), v.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
  reader: v.fallback(v.picklist(readerStates), 'unknown'),
  printer: v.fallback(v.picklist(printerStates), 'unknown'),
  /** Minutes since a visit ended; `null`: none since it was started. */
  lastVisitEndedMin: v.nullable(count),
  /** How far its clock is ahead of the hub's, or without a hub of a console's; `null`: not known yet. */
  clockSkewMs: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(-1e13), v.maxValue(1e13))),
  /** What the kiosk itself thinks of its clock; older ones do not say. */
  clock: v.optional(v.fallback(v.picklist(clockStates), 'right'), 'right'),
  /** Messages that it still owes the hub. */
  outbox: count,
  uptimeS: count,
});
export type KioskStatus = v.InferOutput<typeof kioskStatusSchema>;

/** What the board calls out. Messages: `KioskAlarms.<name>`. */
export const kioskAlarms = ['silent', 'readerDown', 'printerDown', 'clockWrong', 'outboxFull'] as const;
export type KioskAlarm = (typeof kioskAlarms)[number];

/** A kiosk as the board shows it. `local`: on the same machine, so that it needs no key. */
export const fleetKioskSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  local: v.boolean(),
  enrolledAt: time,
  revokedAt: v.nullable(time),
  /** `null`: never heard of. */
  seenAt: v.nullable(time),
  status: v.nullable(kioskStatusSchema),
  alarms: v.array(v.picklist(kioskAlarms)),
});
export type FleetKiosk = v.InferOutput<typeof fleetKioskSchema>;

/** `GET /api/staff/kiosks`. `now`: the server's clock. */
export const fleetSchema = v.strictObject({ now: time, kiosks: v.array(fleetKioskSchema) });
export type Fleet = v.InferOutput<typeof fleetSchema>;

/** An office's own word for a kiosk, as staff call it: 入口の機械, 2階 B. One line. */
export const kioskNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(40),
  // No control characters, and none that turn the direction of what stands beside them.
  v.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u),
);

/** Minutes that a code for a new kiosk may be good for. */
export const codeMinutes = { least: 10, usual: 60, most: 24 * 60 } as const;

/** `POST /api/staff/kiosks`: makes a code for a kiosk that is to be called so. Answered with `enrolmentCodeSchema`. */
export const newKioskSchema = v.strictObject({
  name: kioskNameSchema,
  minutes: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(codeMinutes.least), v.maxValue(codeMinutes.most)),
    codeMinutes.usual,
  ),
});
/** Shown once and kept nowhere. `code`: `ABCD-EFGH-JKMN`, good for one kiosk. */
export const enrolmentCodeSchema = v.strictObject({ code: v.string(), endsAt: time });

/** A kiosk says how it is so often. */
export const heartbeatMs = 15_000;
/** What did not arrive is said anew after this time … */
export const heartbeatRetryMs = 3_000;
/** … and has not arrived when nothing was answered for so long. */
export const heartbeatTimeoutMs = 4_000;
/** So that three lost attempts in a row alarm nobody, and somebody knows within a minute of its end. */
export const silentAfterMs = 50_000;
/** Somebody looks so often. */
export const watchMs = 2_500;
/** Messages that a kiosk keeps for a hub that is away. */
export const outboxLimit = 100_000;
const outboxAlarm = outboxLimit * 0.9;

/** What goes wrong with cards is for the visitor; these are for whoever looks after the machine. */
const readerTrouble: ReadonlySet<KioskStatus['reader']> = new Set([
  'serviceNotRunning',
  'serviceStopped',
  'serviceNotResponding',
  'readerMissing',
  'readerUnplugged',
  'readerProcessDown',
]);

const printerTrouble: ReadonlySet<KioskStatus['printer']> = new Set(['outOfPaper', 'stopped', 'away']);

export interface Watch {
  /** Since when the watcher has been able to hear kiosks without a break. */
  readonly ableSince: number;
  readonly lookedAt: number;
}

/** Having looked again. A watcher that did not look for a while could not hear anybody either: it begins anew. */
export const lookedAgain = (before: Watch | undefined, now: number): Watch => {
  const gap = before === undefined ? Number.POSITIVE_INFINITY : now - before.lookedAt;
  // A clock that was set back says nothing about since when.
  return { ableSince: before !== undefined && gap >= 0 && gap <= 4 * watchMs ? before.ableSince : now, lookedAt: now };
};

/**
 * What is wrong with a kiosk. Of one that is silent nothing else is known.
 *
 * @param kiosk - `alarms` as they were
 * @param ableSince - of the watcher: what did not reach us while we were away ourselves says nothing about a kiosk. Only what
 *   is heard again ends `silent`, so that of two watchers the younger does not take back what the older has seen
 */
export const alarmsOf = (
  { seenAt, status, alarms, revokedAt }: Pick<FleetKiosk, 'seenAt' | 'status' | 'alarms' | 'revokedAt'>,
  now: number,
  ableSince: number,
): KioskAlarm[] => {
  if (revokedAt !== null || seenAt === null || status === null || status.power === 'off') return [];
  // Heard of in the future: the clock was set back since, and when it was nobody knows.
  const isOverdue = Math.abs(now - seenAt) > silentAfterMs;
  if (isOverdue && (alarms.includes('silent') || now - ableSince > silentAfterMs)) return ['silent'];
  // Not heard of while we were away: what was known still is.
  if (isOverdue) return alarms;
  const found: Readonly<Record<Exclude<KioskAlarm, 'silent'>, boolean>> = {
    readerDown: readerTrouble.has(status.reader),
    printerDown: printerTrouble.has(status.printer),
    clockWrong:
      status.clock === 'doubtful' || (status.clockSkewMs !== null && Math.abs(status.clockSkewMs) > clockToleranceMs),
    outboxFull: status.outbox >= outboxAlarm,
  };
  return kioskAlarms.filter((alarm) => alarm !== 'silent' && found[alarm]);
};

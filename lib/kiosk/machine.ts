/** What a kiosk's own server tells its pages about the machine: `GET /api/desk/machine`. Closed and pure. */
import * as v from 'valibot';

/** Paper that a slip can be printed on. */
export const papers = ['80mm', 'a4'] as const;
export type Paper = (typeof papers)[number];

/**
 * `none`: this kiosk prints nothing; `ok`: what is sent to the printer is printed; `outOfPaper`; `stopped`: by hand or after a
 * failure; `away`: switched off, unplugged, or nothing is known of such a printer; `unknown`: not looked at yet.
 */
export const printerStates = ['none', 'ok', 'outOfPaper', 'stopped', 'away', 'unknown'] as const;
export type PrinterState = (typeof printerStates)[number];

/** `doubtful`: staff are told, and pages say beside their dates that these have to be checked. */
export const clockStates = ['right', 'doubtful'] as const;
export type ClockState = (typeof clockStates)[number];

/** A clock that is further off than this, in milliseconds, shows wrong days and waits. */
export const clockToleranceMs = 120_000;

export const machineSchema = v.strictObject({
  printer: v.picklist(printerStates),
  clock: v.picklist(clockStates),
});
export type MachineState = v.InferOutput<typeof machineSchema>;

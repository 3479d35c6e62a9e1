import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds: `systemd-notify` waits until it has been heard. */
const tellMs = 2_000;

/** Node has no datagram sockets in the file system, so a program of systemd speaks for us (unit: `NotifyAccess=all`). */
const tell = (words: readonly string[]): void => {
  // Not heard, or no such program: the unit's time limits tell systemd what we could not.
  execFile('systemd-notify', words, { timeout: tellMs }, () => undefined);
};

/**
 * Tells systemd that this service is ready, and from then on that it lives, as often as the watchdog of its unit wants. Does
 * nothing where nobody wants to know.
 *
 * @param isWell - asked before each sign of life; none is given while it is not kept, or says no. systemd then ends us and
 *   starts us anew
 */
export const tellSystemd = (isWell: () => Promise<boolean>, signal: AbortSignal): void => {
  const { NOTIFY_SOCKET, WATCHDOG_USEC } = process.env;
  if (NOTIFY_SOCKET === undefined) return;
  tell(['--ready']);
  const limitMs = Number(WATCHDOG_USEC) / 1_000;
  if (limitMs > 0) void keepTelling(isWell, limitMs / 3, signal);
};

const keepTelling = async (isWell: () => Promise<boolean>, everyMs: number, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    if (await isWell().catch(() => false)) tell(['WATCHDOG=1']);
    await wait(everyMs, undefined, { ref: false });
  }
};

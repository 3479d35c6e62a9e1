import { execFile } from 'node:child_process';

/** Milliseconds: `systemd-notify` waits until it has been heard. */
const tellMs = 2_000;

/** So many signs in the time after which systemd counts a service as hung: one that is starved for four fifths of it lives on. */
const signsPerLimit = 5;

/** Node has no datagram sockets in the file system, so a program of systemd speaks for us (unit: `NotifyAccess=all`). */
const tell = (words: readonly string[]): void => {
  // Not heard, or no such program: the unit's time limits tell systemd what we could not.
  execFile('systemd-notify', words, { timeout: tellMs }, () => undefined);
};

/**
 * Tells systemd that this service is ready, and from then on that it lives, as often as the watchdog of its unit wants: a service
 * that hangs is ended and started anew. Does nothing where nobody wants to know.
 */
export const tellSystemd = (signal: AbortSignal): void => {
  const { NOTIFY_SOCKET, WATCHDOG_USEC } = process.env;
  if (NOTIFY_SOCKET === undefined) return;
  tell(['--ready']);
  const limitMs = Number(WATCHDOG_USEC) / 1_000;
  if (!(limitMs > 0)) return;
  const sign = setInterval(tell, limitMs / signsPerLimit, ['WATCHDOG=1']).unref();
  signal.addEventListener('abort', () => clearInterval(sign));
};

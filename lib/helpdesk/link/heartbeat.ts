/** Says every few seconds how a kiosk is, until it is stopped; the last word is that it has been switched off. */
import { heartbeatMs, heartbeatRetryMs, type KioskStatus } from '../fleet.ts';

export interface Heartbeat {
  /** Resolves when `off` has been said, or could not be. */
  close(): Promise<void>;
}

/** Milliseconds that the last word may take: everything ends within two seconds. */
const lastWordMs = 700;

/** After how long the next one is due. */
export const nextBeatMs = (hasArrived: boolean): number => (hasArrived ? heartbeatMs : heartbeatRetryMs);

/**
 * @param say - resolves when it was heard, and rejects when it was not; it gives up after `limitMs`
 */
export const startHeartbeat = (
  status: () => KioskStatus,
  say: (status: KioskStatus, limitMs: number | undefined) => Promise<void>,
): Heartbeat => {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const beat = async (): Promise<void> => {
    const hasArrived = await say(status(), undefined).then(
      () => true,
      // It is said again soon; what is the matter, the link tells.
      () => false,
    );
    if (!closed) timer = setTimeout(beat, nextBeatMs(hasArrived)).unref();
  };
  void beat();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      // Nobody there: then it is taken for silent, which somebody looks into.
      await say({ ...status(), power: 'off' }, lastWordMs).catch(() => undefined);
    },
  };
};

/** What a kiosk whose desk is on a hub tells its own pages about the office. */
import { type PublicOffice, usualPublicOffice } from '../../office/public-office.ts';
import type { HubRequests } from './hub-requests.ts';

/** Milliseconds. */
const askEvery = 30_000;
const answerWithin = 5_000;
/** A wait that nobody has confirmed for so long is no longer today's. */
const waitIsOldAfter = 10 * 60_000;

export interface HubOffice {
  /** What the hub has said last; what is usual until it has said anything. A hub that is away takes nothing off the screens. */
  tell(): PublicOffice;
  close(): void;
}

export const hubOffice = (requests: HubRequests): HubOffice => {
  let last = usualPublicOffice;
  let heardAt = 0;
  let next: NodeJS.Timeout | undefined;
  let closed = false;

  const ask = async (): Promise<void> => {
    try {
      const response = await requests.send('GET', '/api/hub/office', { signal: AbortSignal.timeout(answerWithin) });
      if (!response.ok) await response.body?.cancel();
      else {
        const told = (await response.json()) as PublicOffice;
        if (told.format === usualPublicOffice.format) last = told;
        heardAt = Date.now();
      }
    } catch {
      // The hub is away or does not know this kiosk yet: the heartbeat says so, and the next time is the next try.
    }
    if (!closed) next = setTimeout(ask, askEvery).unref();
  };
  void ask();

  return {
    tell: () => (Date.now() - heardAt > waitIsOldAfter ? { ...last, waitMinutes: null } : last),
    close: () => {
      closed = true;
      clearTimeout(next);
    },
  };
};

/** The browser's end of the desk: what it says comes as a stream, what it is told goes in order, each until it has arrived. */
import * as v from 'valibot';
import { followStream } from '../reader/event-stream.ts';
import { type DeskMessage, type DeskView, deskViewSchema } from './wire.ts';

const unreachable: DeskView = { reachable: false, onDuty: false, call: null };

/** A view that this page does not understand is no help to anybody. */
const toView = (data: unknown): DeskView => {
  const parsed = v.safeParse(deskViewSchema, data);
  return parsed.success ? parsed.output : unreachable;
};

/** Milliseconds until the next try to deliver. */
const retryMs = [300, 1_000, 3_000, 10_000] as const;
/** An answer that takes longer does not come. */
const patienceMs = 5_000;

/** `refused`: it will never be taken, so trying again would only stand in the way of what follows. */
type Delivery = 'arrived' | 'refused' | 'failed';

const deliver = async (url: string, message: DeskMessage): Promise<Delivery> => {
  try {
    const { ok, status } = await fetch(`${url}/api/desk/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(message),
      signal: AbortSignal.timeout(patienceMs),
      // What a page says last must not be lost with it.
      keepalive: true,
    });
    if (ok) return 'arrived';
    return status >= 400 && status < 500 && status !== 408 && status !== 429 ? 'refused' : 'failed';
  } catch {
    // Away, broken off or too slow: all the same, it has not been heard to arrive. Its id makes it count once.
    return 'failed';
  }
};

/** A newer state of the same call makes an older one that has not been sent superfluous. */
const isSuperseded = (older: DeskMessage | undefined, newer: DeskMessage): boolean =>
  older?.kind === 'case' && newer.kind === 'case' && older.call === newer.call;

export interface DeskClient {
  /** Delivered after all that was sent before, tried until it is answered. */
  send(message: DeskMessage): void;
  stop(): void;
}

/**
 * @param url - origin of the desk; empty for the server that the page came from
 * @param listener - told the whole view each time; `reachable: false` after two tries in a row without one
 */
export const connectDesk = (url: string, listener: (view: DeskView) => void): DeskClient => {
  const waiting: DeskMessage[] = [];
  let isDelivering = false;
  let isStopped = false;

  const deliverAll = async (): Promise<void> => {
    isDelivering = true;
    let tries = 0;
    for (;;) {
      const [message] = waiting;
      if (message === undefined || isStopped) break;
      if ((await deliver(url, message)) !== 'failed') {
        waiting.shift();
        tries = 0;
        continue;
      }
      const ms = retryMs[Math.min(tries, retryMs.length - 1)];
      tries += 1;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
    isDelivering = false;
  };

  const stopFollowing = followStream(
    { url, secret: null },
    { path: '/api/desk/view', toEvent: toView, processDown: unreachable },
    listener,
  );

  return {
    send: (message) => {
      // The first may be under way.
      if (waiting.length > 1 && isSuperseded(waiting.at(-1), message)) waiting.pop();
      waiting.push(message);
      if (!isDelivering) void deliverAll();
    },
    stop: () => {
      isStopped = true;
      stopFollowing();
    },
  };
};

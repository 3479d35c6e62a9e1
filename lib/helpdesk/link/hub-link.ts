/** A kiosk's link to a hub that may be away: what is said to it is kept and delivered in order, what it says is followed. */
import { setTimeout as wait } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import * as v from 'valibot';
import type { Outbox } from '../store/outbox.ts';
import { startOfDay } from '../store/retention.ts';
import { type DeskView, deskViewSchema } from '../wire.ts';
import type { HubRequests } from './hub-requests.ts';
import type { DeskLink } from './link.ts';

/** Milliseconds in which the hub has to take a message, or the visitor is told that staff cannot be called. */
const takenWithinMs = 2_000;
/** Milliseconds for the answer to one request. */
const answerWithinMs = 10_000;
/** Delay after the first, second, … failure in a row, milliseconds; up to a quarter more, so that a fleet does not come at once. */
const retryAfterMs = [250, 500, 1_000, 2_000, 4_000];
/** The hub says something on its stream every 3 s. After so much silence it is not there. */
const silenceMs = 8_000;
/** A stream that is back within this time was not away. */
const graceMs = 2_000;
/** Facts are kept until the end of the day of their visit, and a few minutes longer. */
const forgetMs = 10 * 60_000;

const delayAfter = (failures: number): number =>
  (retryAfterMs[Math.min(failures, retryAfterMs.length) - 1] ?? 0) * (1 + Math.random() / 4);

export interface HubLinkOptions {
  readonly requests: HubRequests;
  readonly outbox: Outbox;
  /** Told once for each kind of trouble in a row; nothing of a message is in it. */
  readonly onTrouble: (message: string) => void;
}

/** Closes neither the requests nor the outbox: they belong to whoever made them. */
export const hubLink = ({ requests, outbox, onTrouble }: HubLinkOptions): DeskLink => {
  const ending = new AbortController();
  const waiting = new Map<number, (outcome: 'taken' | 'kept') => void>();
  const listeners = new Set<(view: DeskView) => void>();
  let view: DeskView = { reachable: false, onDuty: false, call: null };
  let away: NodeJS.Timeout | undefined;
  let lastTrouble: string | undefined;

  const trouble = (message: string | undefined): void => {
    if (message !== undefined && message !== lastTrouble && !ending.signal.aborted) onTrouble(message);
    lastTrouble = message;
  };

  const show = (next: DeskView): void => {
    if (JSON.stringify(next) === JSON.stringify(view)) return;
    view = next;
    for (const listener of listeners) listener(view);
  };

  /** Ends early when there is something to be done, or when everything ends. */
  let wake: () => void = () => undefined;
  const pause = async (ms: number | undefined): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    wake = resolve;
    const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
    await promise;
    clearTimeout(timer);
  };

  const deliverNext = async (): Promise<void> => {
    const batch = outbox.next();
    const last = batch.at(-1);
    if (last === undefined) return;
    const response = await requests.send('POST', '/api/hub/messages', {
      body: { messages: batch.map(({ message, agoMs }) => ({ message, agoMs })) },
      signal: AbortSignal.any([ending.signal, AbortSignal.timeout(answerWithinMs)]),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`answered ${response.status}`);
    outbox.remove(last.n);
    for (const [n, resolve] of waiting) if (n <= last.n) resolve('taken');
  };

  const deliver = async (): Promise<void> => {
    let failures = 0;
    while (!ending.signal.aborted) {
      if (outbox.length() === 0) {
        await pause(undefined);
        continue;
      }
      try {
        await deliverNext();
        failures = 0;
        trouble(undefined);
      } catch (failure) {
        if (ending.signal.aborted) return;
        failures += 1;
        trouble(`hub: ${reasonOf(failure)}`);
        await pause(delayAfter(failures));
      }
    }
  };

  /** Follows the stream until it ends. @returns whether it had begun */
  const followOnce = async (): Promise<boolean> => {
    const silent = new AbortController();
    let timer = setTimeout(() => silent.abort(), silenceMs);
    try {
      const response = await requests.send('GET', '/api/hub/view', {
        signal: AbortSignal.any([ending.signal, silent.signal]),
      });
      if (!response.ok || response.body === null) {
        await response.body?.cancel();
        throw new Error(`answered ${response.status}`);
      }
      let hasBegun = false;
      const parser = createParser({
        onEvent: ({ event, data }) => {
          if (event !== 'view') return;
          clearTimeout(away);
          away = undefined;
          show(v.parse(deskViewSchema, JSON.parse(data)));
          if (hasBegun) return;
          hasBegun = true;
          trouble(undefined);
          // It is there: what is owed need not wait for its turn.
          wake();
        },
      });
      for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
        clearTimeout(timer);
        timer = setTimeout(() => silent.abort(), silenceMs);
        parser.feed(text);
      }
      return hasBegun;
    } finally {
      clearTimeout(timer);
    }
  };

  const follow = async (): Promise<void> => {
    let failures = 0;
    const beAway = (): void => {
      away = undefined;
      show({ ...view, reachable: false, onDuty: false });
    };
    while (!ending.signal.aborted) {
      let hasBegun = false;
      try {
        hasBegun = await followOnce();
      } catch (failure) {
        trouble(`hub: ${reasonOf(failure)}`);
      }
      if (ending.signal.aborted) return;
      failures = hasBegun ? 1 : failures + 1;
      // One that ends its streams to be started anew is back at once.
      away ??= setTimeout(beAway, graceMs);
      await wait(delayAfter(failures), undefined, { signal: ending.signal }).catch(() => undefined);
    }
  };

  const forget = (): void => outbox.forgetFacts(startOfDay(Date.now()));
  const forgetting = setInterval(forget, forgetMs);
  forgetting.unref();
  forget();

  const running = Promise.all([deliver(), follow()]);

  return {
    send: async (message) => {
      const n = outbox.put(message);
      if (n === undefined) return outbox.length() === 0 ? 'taken' : 'kept';
      const { promise, resolve } = Promise.withResolvers<'taken' | 'kept'>();
      const timer = setTimeout(resolve, takenWithinMs, 'kept');
      waiting.set(n, resolve);
      wake();
      const outcome = await promise;
      clearTimeout(timer);
      waiting.delete(n);
      return outcome;
    },
    follow: (listener) => {
      listeners.add(listener);
      listener(view);
      return () => listeners.delete(listener);
    },
    close: async () => {
      clearInterval(forgetting);
      ending.abort();
      clearTimeout(away);
      wake();
      for (const resolve of waiting.values()) resolve('kept');
      await running;
    },
  };
};

/** Of `fetch`: its own words are "fetch failed", what happened is in the cause. */
const reasonOf = (failure: unknown): string => {
  if (!(failure instanceof Error)) return String(failure);
  const { cause } = failure;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : failure.message;
};

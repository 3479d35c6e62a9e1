/** Requests of a kiosk to its hub, signed with its key. */
import { randomBytes } from 'node:crypto';
import { uptime } from 'node:os';
import type { Identity } from './identity.ts';
import { signatureHeaders, signRequest, timeToleranceMs } from './signature.ts';

/** How far the kiosk's clock is ahead of the hub's, milliseconds, as the hub's answers tell; `undefined` before the first. */
export interface HubClock {
  skewMs(): number | undefined;
  /** @param askedAt - of the kiosk's clock, like `answeredAt`; the hub looked at its own somewhere in between */
  hear(hubTime: number, askedAt: number, answeredAt: number): void;
}

/**
 * What a hub has told holds while it is away, also when the kiosk's clock is set meanwhile.
 *
 * @param now - the kiosk's clock
 * @param running - milliseconds of a clock that nobody sets and that goes on while the machine sleeps
 */
export const hubClock = (now: () => number = Date.now, running = () => uptime() * 1_000): HubClock => {
  /** How far the kiosk's clock is ahead of the running one, while nobody sets it. */
  const ahead = (): number => now() - running();
  let told: { readonly skewMs: number; readonly ahead: number } | undefined;
  return {
    skewMs: () => told && Math.round(told.skewMs + ahead() - told.ahead),
    hear: (hubTime, askedAt, answeredAt) => {
      told = { skewMs: (askedAt + answeredAt) / 2 - hubTime, ahead: ahead() };
    },
  };
};

export interface HubRequests {
  readonly clock: HubClock;
  /**
   * The answer as soon as its head has arrived. A request that was refused because the kiosk's clock is wrong is sent once more,
   * by the hub's.
   *
   * @throws what `fetch` throws, or an error if the kiosk has not been enrolled
   */
  send(
    method: 'GET' | 'POST',
    path: `/api/hub/${string}`,
    given: { readonly body?: unknown; readonly signal: AbortSignal },
  ): Promise<Response>;
}

/**
 * @param identity - read anew for every request, so that a kiosk can be enrolled while it runs
 * @param now - the kiosk's clock
 */
export const hubRequests = (identity: () => Identity | undefined, now: () => number = Date.now): HubRequests => {
  const clock = hubClock(now);

  const once: HubRequests['send'] = async (method, path, { body, signal }) => {
    const self = identity();
    if (self === undefined) throw new Error('this kiosk has not been enrolled');
    const { kiosk, hub, privateKey } = self;
    const text = body === undefined ? '' : JSON.stringify(body);
    const askedAt = now();
    const signed = {
      kiosk,
      method,
      path,
      time: askedAt - (clock.skewMs() ?? 0),
      nonce: randomBytes(16).toString('base64url'),
      body: text,
    };
    const response = await fetch(new URL(path, hub), {
      method,
      signal,
      // What was signed for one place is not taken to another.
      redirect: 'error',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        [signatureHeaders.kiosk]: kiosk,
        [signatureHeaders.time]: String(signed.time),
        [signatureHeaders.nonce]: signed.nonce,
        [signatureHeaders.signature]: signRequest(privateKey, signed),
      },
      ...(body === undefined ? {} : { body: text }),
    });
    const hubTime = Date.parse(response.headers.get('date') ?? '');
    // It is cut to whole seconds: half of one is what is missing on average.
    if (!Number.isNaN(hubTime)) clock.hear(hubTime + 500, askedAt, now());
    return response;
  };

  return {
    clock,
    send: async (method, path, given) => {
      const before = clock.skewMs() ?? 0;
      const response = await once(method, path, given);
      const isClockWrong = Math.abs((clock.skewMs() ?? 0) - before) > timeToleranceMs / 2;
      if (response.status !== 403 || !isClockWrong) return response;
      await response.body?.cancel();
      return once(method, path, given);
    },
  };
};

/** A member of staff at the console of a kiosk's own desk, without a browser: what they ask, and the stream that has them on duty. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import * as v from 'valibot';
import { queueSchema } from '../../lib/helpdesk/wire.ts';
import { until } from './kiosk-rig.ts';

/** Milliseconds. */
const patienceMs = 30_000;
const againMs = 500;
const hereEveryMs = 20_000;

export interface Clerk {
  /** Takes the call that waits, and ends the visit. */
  endVisit(): Promise<void>;
  stop(): Promise<void>;
}

const password = 'only for as long as the laboratory runs';

/**
 * Registers as the first administrator, and is on duty from then on, also after the server has been away.
 *
 * @param code - as the server says it at its first start
 * @throws when the server refuses
 */
export const startClerk = async (origin: string, code: string): Promise<Clerk> => {
  const leaving = new AbortController();
  const own = { Origin: origin, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' };
  const ask = async (method: 'GET' | 'POST', path: string, headers: Record<string, string>, body?: unknown) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${origin}${path}`, { method, headers: { ...own, ...headers }, ...init });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const person = { login: 'laboratory', name: 'Laboratory', languages: ['ja'], password };
  const registered = await ask('POST', '/api/auth/first', {}, { code, ...person });
  const signedIn = {
    Cookie: registered.headers
      .getSetCookie()
      .map((each) => each.split(';', 1))
      .join('; '),
  };

  const listen = async (): Promise<void> => {
    while (!leaving.signal.aborted) {
      try {
        const headers = { ...own, ...signedIn };
        const { ok, body } = await fetch(`${origin}/api/staff/events`, { headers, signal: leaving.signal });
        if (ok && body !== null) for await (const _ of body);
      } catch {
        // The server is away, or this is the end.
      }
      await wait(againMs);
    }
  };
  const listening = listen();
  // Whoever does nothing for a quarter of an hour is signed out. While the server is away, the next time is soon enough.
  const staying = setInterval(() => ask('POST', '/api/auth/here', signedIn, {}).catch(() => undefined), hereEveryMs);

  const callId = async (): Promise<string | undefined> => {
    const response = await ask('GET', '/api/staff/queue', signedIn);
    return v.parse(queueSchema, await response.json()).calls[0]?.id;
  };
  return {
    endVisit: async () => {
      const call = await until('a call', patienceMs, callId);
      await ask('POST', `/api/staff/calls/${call}/claim`, signedIn, {});
      const prompt = { id: randomUUID(), content: { kind: 'end' } };
      await ask('POST', `/api/staff/calls/${call}/prompts`, signedIn, prompt);
    },
    stop: async () => {
      clearInterval(staying);
      leaving.abort();
      await listening;
    },
  };
};

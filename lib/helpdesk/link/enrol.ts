/** Makes a kiosk belong to a hub: its own new key for a code that an administrator has made. */
import * as v from 'valibot';
import { keepIdentity, makeKeys } from './identity.ts';

/** `notGood`: the code is wrong, used up or too old; `silent`: no hub answers there. */
export type Enrolled = 'enrolled' | 'notGood' | 'tooMany' | 'silent';

const answerSchema = v.object({ kiosk: v.pipe(v.string(), v.uuid()) });
const limitMs = 10_000;

/** An answer may be lost after the hub has used up the code: the same key is asked for so many times, and gets the same answer. */
const tries = 3;

const ask = async (address: URL, body: string): Promise<Enrolled | { readonly kiosk: string }> => {
  let response: Response;
  let received: unknown;
  try {
    response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(limitMs),
    });
    received = response.ok ? await response.json() : undefined;
  } catch {
    // No connection, no TLS that we trust, no whole answer: for whoever types the code they are one.
    return 'silent';
  }
  if (response.status === 429) return 'tooMany';
  if (response.status === 400 || response.status === 403) return 'notGood';
  const answer = v.safeParse(answerSchema, received);
  return answer.success ? answer.output : 'silent';
};

/**
 * @param hub - as `toHub` of hub-address.ts gives it
 * @param folder - where the key is kept; the one before is gone when this was successful
 */
export const enrolKiosk = async (hub: string, code: string, folder: string): Promise<Enrolled> => {
  const { privateKey, publicKey } = makeKeys();
  const body = JSON.stringify({ code, publicKey });
  const address = new URL('/api/hub/enrol', hub);
  let answer = await ask(address, body);
  for (let more = 1; more < tries && answer === 'silent'; more += 1) answer = await ask(address, body);
  if (typeof answer === 'string') return answer;
  keepIdentity(folder, { kiosk: answer.kiosk, hub, privateKey });
  return 'enrolled';
};

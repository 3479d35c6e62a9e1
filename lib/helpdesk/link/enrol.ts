/** Makes a kiosk belong to a hub: its own new key for a code that an administrator has made. */
import * as v from 'valibot';
import { keepIdentity, makeKeys } from './identity.ts';

/** `notGood`: the code is wrong, used up or too old; `silent`: no hub answers there. */
export type Enrolled = 'enrolled' | 'notGood' | 'tooMany' | 'silent';

const answerSchema = v.object({ kiosk: v.pipe(v.string(), v.uuid()) });
const limitMs = 10_000;

/**
 * @param hub - as `toHub` of hub-address.ts gives it
 * @param folder - where the key is kept; the one before is gone when this was successful
 */
export const enrolKiosk = async (hub: string, code: string, folder: string): Promise<Enrolled> => {
  const { privateKey, publicKey } = makeKeys();
  const body = JSON.stringify({ code, publicKey });
  let response: Response;
  try {
    response = await fetch(new URL('/api/hub/enrol', hub), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(limitMs),
    });
  } catch {
    // No connection, no TLS that we trust, no answer: for whoever types the code they are one.
    return 'silent';
  }
  if (response.status === 429) return 'tooMany';
  if (response.status === 400 || response.status === 403) return 'notGood';
  const answer = v.safeParse(answerSchema, response.ok ? await response.json().catch(() => undefined) : undefined);
  if (!answer.success) return 'silent';
  keepIdentity(folder, { kiosk: answer.output.kiosk, hub, privateKey });
  return 'enrolled';
};

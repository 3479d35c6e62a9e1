/** Which kiosk has sent a request to the hub, by its signature. */
import type { IncomingHttpHeaders } from 'node:http';
import * as v from 'valibot';
import { isSignedBy, signatureHeaders, timeToleranceMs } from './link/signature.ts';
import { isFirstUse, keyOf } from './store/enrolment.ts';
import type { Store } from './store/open.ts';

const headersSchema = v.object({
  [signatureHeaders.kiosk]: v.pipe(v.string(), v.uuid()),
  [signatureHeaders.time]: v.pipe(v.string(), v.regex(/^\d{1,15}$/)),
  [signatureHeaders.nonce]: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
  [signatureHeaders.signature]: v.pipe(v.string(), v.regex(/^[\w-]{86}$/)),
});

export interface Arrived {
  readonly method: string;
  /** With the query, as it arrived. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/**
 * @returns id of the kiosk; `null`: none of ours has signed this, or somebody has sent it before. Why is not said
 */
export const signedBy = async (
  store: Store,
  { method, path, headers, body }: Arrived,
  now: number,
): Promise<string | null> => {
  // Node joins headers that are sent twice with a comma, which fits none of these.
  const given = v.safeParse(headersSchema, headers);
  if (!given.success) return null;
  const { [signatureHeaders.kiosk]: kiosk, [signatureHeaders.nonce]: nonce } = given.output;
  const time = Number(given.output[signatureHeaders.time]);
  if (Math.abs(now - time) > timeToleranceMs) return null;
  const key = await keyOf(store, kiosk);
  if (key === null) return null;
  const request = { kiosk, method, path, time, nonce, body };
  if (!isSignedBy(key, request, given.output[signatureHeaders.signature])) return null;
  return (await isFirstUse(store, kiosk, nonce, now)) ? kiosk : null;
};

/**
 * Who may speak to the reader process: pages of one Kazasu server in a browser on this machine that were given the secret.
 * Host stops DNS rebinding, Origin stops other pages, the secret stops other programs; each alone refuses.
 */
import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Access {
  /** The only origin that is answered, e.g. `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** The only Host that is answered, e.g. `127.0.0.1:41234`. */
  readonly host: string;
  readonly secret: string;
}

const sameText = (given: string, wanted: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** How often a header was sent: Node joins or drops repeated ones, and a request that repeats these is not ours. */
const times = (request: IncomingMessage, name: string): number =>
  request.rawHeaders.filter((header, at) => at % 2 === 0 && header.toLowerCase() === name).length;

const comesFromOurPage = (request: IncomingMessage, { origin, host }: Access): boolean =>
  times(request, 'host') === 1 &&
  times(request, 'origin') === 1 &&
  request.headers.host === host &&
  request.headers.origin === origin;

/** A reader is only ever asked; nothing is sent to it. */
const carriesNothing = (request: IncomingMessage): boolean =>
  times(request, 'content-type') === 0 &&
  times(request, 'transfer-encoding') === 0 &&
  (request.headers['content-length'] ?? '0') === '0';

const isFetch = (request: IncomingMessage): boolean => {
  const mode = request.headers['sec-fetch-mode'];
  return mode === undefined || mode === 'cors';
};

/** A browser asks before it sends the secret, which is not a header every page may send. */
export const isPreflight = (request: IncomingMessage, access: Access): boolean =>
  request.method === 'OPTIONS' &&
  request.headers['access-control-request-method'] === 'GET' &&
  comesFromOurPage(request, access) &&
  carriesNothing(request);

export const isAllowed = (request: IncomingMessage, access: Access): boolean =>
  request.method === 'GET' &&
  comesFromOurPage(request, access) &&
  carriesNothing(request) &&
  isFetch(request) &&
  times(request, 'authorization') === 1 &&
  sameText(request.headers.authorization ?? '', `Bearer ${access.secret}`);

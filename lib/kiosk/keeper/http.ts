/** Where the pages of a kiosk reach the keeper: loopback, one origin, three words, and nothing ever comes back. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type PageWord, readPath } from './protocol.ts';

export interface KeeperDoor {
  /** The only origin that is heard, e.g. `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Takes the name of the browser, what its page says, and the id of the page. */
  readonly hear: (browser: string, word: PageWord, page: string) => void;
}

const times = (request: IncomingMessage, name: string): number =>
  request.rawHeaders.filter((header, at) => at % 2 === 0 && header.toLowerCase() === name).length;

/** Host stops a name that was turned to this machine (DNS rebinding), Origin stops every page but ours. */
const isOurs = (request: IncomingMessage, origin: string): boolean => {
  const { host, origin: from } = request.headers;
  const isOnce = times(request, 'host') === 1 && times(request, 'origin') === 1;
  return isOnce && from === origin && host === `127.0.0.1:${request.socket.localPort}`;
};

export const keeperDoor = ({ origin, hear }: KeeperDoor): Server =>
  createServer({ requestTimeout: 5_000, maxHeaderSize: 8_192 }, (request, response) => {
    const asked = readPath(request.url ?? '');
    const isFine = request.method === 'POST' && asked !== undefined && isOurs(request, origin);
    if (isFine) hear(request.headers['user-agent'] ?? '', asked.word, asked.page);
    // What comes with it is not read.
    request.resume();
    response.setHeader('Cache-Control', 'no-store');
    if (isFine) response.setHeader('Access-Control-Allow-Origin', origin);
    response.writeHead(isFine ? 204 : 403).end();
  });

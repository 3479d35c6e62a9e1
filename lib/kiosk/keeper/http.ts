/** Where the pages of a kiosk reach the keeper: loopback, one origin, four words, and two questions about what the server has said last. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { lastMachinePath, lastOfficePath, type PageWord, readPath } from './protocol.ts';

export interface KeeperDoor {
  /** The only origin that is heard, e.g. `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Takes the name of the browser, what its page says, and the id of the page. */
  readonly hear: (browser: string, word: PageWord, page: string) => void;
  /** JSON that the server has said last, of its office and of this machine; `undefined`: nothing yet. */
  readonly lastOffice: () => string | undefined;
  readonly lastMachine: () => string | undefined;
}

const times = (request: IncomingMessage, name: string): number =>
  request.rawHeaders.filter((header, at) => at % 2 === 0 && header.toLowerCase() === name).length;

/** Host stops a name that was turned to this machine (DNS rebinding), Origin stops every page but ours. */
const isOurs = (request: IncomingMessage, origin: string): boolean => {
  const { host, origin: from } = request.headers;
  const isOnce = times(request, 'host') === 1 && times(request, 'origin') === 1;
  return isOnce && from === origin && host === `127.0.0.1:${request.socket.localPort}`;
};

export const keeperDoor = ({ origin, hear, lastOffice, lastMachine }: KeeperDoor): Server => {
  const answers = new Map([
    [lastOfficePath, lastOffice],
    [lastMachinePath, lastMachine],
  ]);
  return createServer({ requestTimeout: 5_000, maxHeaderSize: 8_192 }, (request, response) => {
    const { method, url = '' } = request;
    const said = method === 'POST' ? readPath(url) : undefined;
    const answer = method === 'GET' ? answers.get(url) : undefined;
    const isFine = (said !== undefined || answer !== undefined) && isOurs(request, origin);
    if (isFine && said !== undefined) hear(request.headers['user-agent'] ?? '', said.word, said.page);
    // What comes with it is not read.
    request.resume();
    response.setHeader('Cache-Control', 'no-store');
    if (isFine) response.setHeader('Access-Control-Allow-Origin', origin);
    const last = isFine ? answer?.() : undefined;
    if (last === undefined) response.writeHead(isFine ? 204 : 403).end();
    else response.writeHead(200, { 'Content-Type': 'application/json' }).end(last);
  });
};

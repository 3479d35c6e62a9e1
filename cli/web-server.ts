// The built web server as a process of its own. It ends with whoever started it, also when that one was killed.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import next from 'next';
import { deskHere } from '../lib/helpdesk/server/desk-here.ts';
import { isDeskPath } from '../lib/helpdesk/server/http.ts';
import { sayAlive, tellParent } from '../lib/kiosk/alive.ts';
import { lookAt } from '../lib/security/front-door.ts';
import { commonHeaders, contentSecurityPolicy } from '../lib/security/headers.ts';
import { firstCodeInWords } from './first-code.ts';
import { loopback } from './local-port.ts';
import { officeOfFile } from './office-of-file.ts';

const origin = process.env.KAZASU_ORIGIN;
const port = Number(process.env.PORT);
const address = process.env.KAZASU_LISTEN || loopback;

/** Milliseconds between the first page and the desk. */
const deskAfterMs = 400;
/** Milliseconds to end streams and to say good-bye: whoever has started us waits a second before it ends us itself. */
const endMs = 800;
// With requests under way or not: an event stream would never finish.
const end = async (): Promise<never> => {
  await Promise.race([desk?.close(), wait(endMs)]).catch(() => undefined);
  return process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
process.on('disconnect', end);

const hostsOf = ({ rawHeaders }: IncomingMessage): string[] =>
  rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === 'host');

const app = next({ dev: false, dir: fileURLToPath(new URL('..', import.meta.url)), hostname: loopback, port });
const answerWithNext = app.getRequestHandler();
const say = (line: string): boolean => process.stderr.write(`Kazasu: ${line}\n`);
const desk = deskHere(process.env, say, (code) => say(firstCodeInWords(code, origin)));

/** At home there is no desk, and the office is what a file says. */
const tellOffice = desk === undefined ? officeOfFile(process.env.KAZASU_SETTINGS) : undefined;

/** Asked by programs that know an address and no name; nothing that a page could make use of comes back. */
const isProbe = (url: string): boolean => /^\/api\/(health\/(live|ready)|metrics)$/.test(url);

const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  // proxy.ts sets them too, and the policy with the hashes of the page; these are for what Next answers on its own.
  response.setHeaders(
    new Map([...Object.entries(commonHeaders), ['Content-Security-Policy', contentSecurityPolicy([])]]),
  );
  const { method, url } = request;
  const isForDesk = desk !== undefined && isDeskPath(url ?? '');
  const look = lookAt({ method, url, hosts: hostsOf(request), isForDesk }, isProbe(url ?? '') ? undefined : origin);
  if (look.kind === 'pass' && url === '/api/desk/office' && tellOffice !== undefined) {
    response.setHeaders(
      new Map([
        ['Cache-Control', 'no-store'],
        ['Content-Type', 'application/json'],
      ]),
    );
    response.end(JSON.stringify(tellOffice()));
    return;
  }
  if (look.kind === 'pass') return isForDesk ? desk.answer(request, response) : answerWithNext(request, response);
  response.setHeader('Cache-Control', 'no-store');
  if (look.kind === 'redirect') response.writeHead(307, { Location: look.location });
  else response.writeHead(look.status);
  response.end();
};

await app.prepare();
// Milliseconds for a request to arrive; a stream is an answer and takes as long as it likes.
const server = createServer({ requestTimeout: 15_000 }, answer);
server.on('error', (error) => {
  process.stderr.write(`Kazasu: the web server cannot listen on ${address}:${port}: ${error.message}\n`);
  process.exit(1);
});
server.listen(port, address, () => {
  tellParent({ type: 'listening' });
  sayAlive();
  // The page that somebody waits for comes first; what the desk stands on takes most of a second to read.
  if (desk !== undefined) setTimeout(desk.open, deskAfterMs);
});

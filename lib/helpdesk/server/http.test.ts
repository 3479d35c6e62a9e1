import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as ask, createServer, type IncomingHttpHeaders, type IncomingMessage, type Server } from 'node:http';
import { afterEach, expect, it } from 'vitest';
import { type Desk, openDesk, usualRules } from '../desk.ts';
import { deskRoutes } from '../desk-routes.ts';
import { localLink } from '../link/local-link.ts';
import { staffRoutes } from '../staff-routes.ts';
import { openStore, type Store } from '../store/open.ts';
import { asking, clerk, otherClerk } from '../testing/samples.ts';
import type { StaffMember } from '../wire.ts';
import { largestBody } from './body.ts';
import { createDeskServer, type DeskServer } from './http.ts';
import { answered, type Route, route } from './route.ts';

interface Running {
  readonly origin: string;
  readonly port: number;
  readonly desk: Desk;
  readonly troubles: string[];
  /** What clocks of consoles have been said to show. */
  readonly clocks: readonly number[];
}

const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const members: Readonly<Record<string, StaffMember>> = {
  clerk,
  other: otherClerk,
  lead: { ...clerk, id: 'lead-1', role: 'lead' },
};

const start = async (more: readonly Route[] = [], isKiosk = true): Promise<Running> => {
  const store: Store = await openStore({ kind: 'sqlite', file: ':memory:' });
  const troubles: string[] = [];
  const onTrouble = (message: string): void => void troubles.push(message);
  const desk = await openDesk(store, () => usualRules, onTrouble);
  let door: DeskServer | undefined;
  const server: Server = createServer((request, response) => void door?.answer(request, response)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  const clocks: number[] = [];
  const staff = staffRoutes({ desk, store, hearClock: (told) => clocks.push(told), onTrouble });
  const pages = deskRoutes(localLink(desk, 'k1'), { state: () => ({ printer: 'outOfPaper', clock: 'right' }) });
  door = createDeskServer({
    origin,
    kiosk: isKiosk ? 'k1' : null,
    routes: [...staff.routes, ...pages.routes, ...more],
    streamRoutes: [...staff.streamRoutes, ...pages.streamRoutes],
    callers: {
      memberOf: async ({ cookie = '' }) => members[cookie] ?? null,
      watch: () => () => undefined,
      kioskOf: async ({ headers }) => (headers.authorization === 'signed' ? 'k9' : null),
    },
    onTrouble,
    mostStreams: 3,
  });
  ends.push(
    () => store.close(),
    () => desk.close(),
    () => new Promise((resolve) => server.close(resolve)),
    () => door?.streams.close(),
  );
  return { origin, port, desk, troubles, clocks };
};

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

const send = async (
  { port }: Running,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Got> => {
  const request = ask({ port, host: '127.0.0.1', method, path, headers });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const text = (await response.setEncoding('utf8').toArray()).join('');
  const isJson = response.headers['content-type'] === 'application/json';
  return { status: response.statusCode ?? 0, headers: response.headers, body: isJson ? JSON.parse(text) : text };
};

/** As a browser sends it from a page of this server. */
const own = ({ origin }: Running, cookie = 'clerk'): Record<string, string> => ({
  origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  cookie,
});

/** Reads a stream until `isEnough`, then hangs up. */
const listen = async (
  running: Running,
  path: string,
  headers: Record<string, string>,
  isEnough: (text: string) => boolean,
): Promise<string> => {
  const request = ask({ port: running.port, host: '127.0.0.1', path, headers });
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) {
    text += chunk;
    if (isEnough(text)) break;
  }
  request.destroy();
  return text;
};

it('a call goes from the page to the console and back', async () => {
  const running = await start();
  const page = own(running, '');
  const events = listen(running, '/api/staff/events', own(running), (text) => text.includes('"claimed"'));
  await expect
    .poll(async () => (await send(running, 'GET', '/api/staff/queue', own(running))).body)
    .toMatchObject({
      onDuty: [{ id: clerk.id, name: clerk.name }],
    });
  const view = listen(running, '/api/desk/view', page, (text) => text.includes('"claimed"'));
  const message = asking();
  const taken = await send(running, 'POST', '/api/desk/messages', page, JSON.stringify(message));
  expect(taken).toMatchObject({ status: 202, body: { outcome: 'taken' } });
  expect((await send(running, 'POST', `/api/staff/calls/${message.call}/claim`, own(running))).status).toBe(204);
  expect(await events).toMatch(/id: \d+\nevent: call\ndata: \{"id":"[^"]+","kiosk"/);
  expect(await view).toMatch(
    /event: view\ndata: \{"reachable":true,"onDuty":(true|false),"call":\{"id":"[^"]+","state":"claimed"/,
  );
});

it('a console that comes back is told what it has missed, in order, and nothing twice', async () => {
  const running = await start();
  const { desk } = running;
  const from = desk.feed.seq();
  for (let times = 0; times < 5; times += 1) await desk.take(`k${times}`, [{ message: asking(), agoMs: 0 }]);
  await desk.feed.catchUp();
  const seqs = (text: string): number[] => Array.from(text.matchAll(/^id: (\d+)$/gm), ([, id]) => Number(id));
  const headers = { ...own(running), 'last-event-id': String(from + 2) };
  const text = await listen(running, '/api/staff/events', headers, (each) => each.includes('event: duty'));
  expect(seqs(text)).toEqual([from + 3, from + 4, from + 5]);
});

it('a console that has missed too much is told to begin anew', async () => {
  const running = await start();
  const path = '/api/staff/events?after=999999';
  expect(await listen(running, path, own(running), (text) => text.includes('\n\nid:'))).toContain('event: reset');
});

const post = (running: Running, headers: Record<string, string>, body = JSON.stringify(asking())) =>
  send(running, 'POST', '/api/desk/messages', headers, body);

it.each<[string, (headers: Record<string, string>) => Record<string, string>]>([
  ['of another site', (headers) => ({ ...headers, 'sec-fetch-site': 'cross-site' })],
  ['of a neighbour in the same site', (headers) => ({ ...headers, 'sec-fetch-site': 'same-site' })],
  ['typed into the address bar', (headers) => ({ ...headers, 'sec-fetch-site': 'none' })],
  ['with another origin', (headers) => ({ ...headers, origin: 'http://evil.example' })],
  ['with no origin', ({ origin: _, ...headers }) => headers],
  ['with the origin "null"', (headers) => ({ ...headers, origin: 'null' })],
])('a request %s changes nothing', async (_, change) => {
  const running = await start();
  expect(await post(running, change(own(running)))).toMatchObject({ status: 403, body: { error: 'notAllowed' } });
  const claim = await send(running, 'POST', `/api/staff/calls/${randomUUID()}/claim`, change(own(running)));
  expect(claim.status).toBe(403);
  expect((await running.desk.queue()).calls).toEqual([]);
});

it('a page of another site reads nothing', async () => {
  const running = await start();
  const foreign = { ...own(running), 'sec-fetch-site': 'cross-site' };
  for (const path of ['/api/staff/queue', '/api/staff/events', '/api/desk/view']) {
    expect((await send(running, 'GET', path, foreign)).status).toBe(403);
  }
  const { headers } = await send(running, 'GET', '/api/staff/queue', own(running));
  expect(headers['access-control-allow-origin']).toBeUndefined();
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'cross-origin-resource-policy': 'same-origin' });
});

it('a page of the kiosk is told how the kiosk is, a page of another site is not', async () => {
  const running = await start();
  const path = '/api/desk/machine';
  expect(await send(running, 'GET', path, own(running))).toMatchObject({
    status: 200,
    body: { printer: 'outOfPaper', clock: 'right' },
  });
  const elsewhere = { ...own(running), 'sec-fetch-site': 'cross-site' };
  expect(await send(running, 'GET', path, elsewhere)).toMatchObject({ status: 403 });
});

it('nobody who is not signed in is told anything of staff', async () => {
  const running = await start();
  for (const path of [
    '/api/staff/queue',
    '/api/staff/events',
    '/api/staff/me',
    '/api/staff/numbers',
    '/api/staff/numbers.csv',
  ]) {
    expect(await send(running, 'GET', path, own(running, 'nobody'))).toMatchObject({
      status: 401,
      body: { error: 'notSignedIn' },
    });
  }
});

it('a console says what its clock shows, and is believed when somebody is signed in there', async () => {
  const running = await start();
  const path = '/api/staff/queue?now=1764550800000';
  expect((await send(running, 'GET', path, own(running, 'nobody'))).status).toBe(401);
  expect((await send(running, 'GET', path, { ...own(running), 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect(running.clocks).toEqual([]);
  expect((await send(running, 'GET', path, own(running))).status).toBe(200);
  expect(running.clocks).toEqual([1_764_550_800_000]);
});

it.each(['', '?now=', '?now=-1', '?now=1e12', '?now=10000000000000', '?now=noon'])(
  'what is no time is no clock, and the queue is told all the same: %s',
  async (query) => {
    const running = await start();
    expect((await send(running, 'GET', `/api/staff/queue${query}`, own(running))).status).toBe(200);
    expect(running.clocks).toEqual([]);
  },
);

it('a route for leads is closed to clerks', async () => {
  const running = await start([
    route({ method: 'GET', path: '/api/staff/for-leads', access: 'lead', answer: ({ member }) => answered(member.id) }),
  ]);
  expect((await send(running, 'GET', '/api/staff/for-leads', own(running, 'clerk'))).status).toBe(403);
  expect((await send(running, 'GET', '/api/staff/for-leads', own(running, 'lead'))).body).toBe('lead-1');
});

it('only a kiosk that signs comes in by the door for kiosks', async () => {
  const running = await start([
    route({ method: 'POST', path: '/api/hub/here', access: 'kiosk', answer: ({ kiosk }) => answered(kiosk) }),
  ]);
  expect((await send(running, 'POST', '/api/hub/here', own(running))).status).toBe(403);
  expect((await send(running, 'POST', '/api/hub/here', { authorization: 'signed' })).body).toBe('k9');
});

it('a server without a kiosk takes no calls', async () => {
  const running = await start([], false);
  expect((await post(running, own(running))).status).toBe(404);
});

it.each([
  ['no JSON', '{'],
  ['nothing', ''],
  ['a list', '[]'],
  ['an unknown kind', '{"kind":"note","text":"hello"}'],
  ['a word too many', JSON.stringify({ ...asking(), note: 'my name' })],
  ['a word too many in the case', JSON.stringify({ ...asking(), case: { ...asking().case, text: 'x' } })],
  [
    'an unknown fact',
    JSON.stringify({ ...asking(), case: { ...asking().case, facts: { name: { value: 'x', evidence: 'said' } } } }),
  ],
  [
    'a fact with a word of its own',
    JSON.stringify({
      ...asking(),
      case: { ...asking().case, facts: { errand: { value: 'わたしの名前', evidence: 'said' } } },
    }),
  ],
  [
    'a birthday',
    JSON.stringify({
      ...asking(),
      case: { ...asking().case, facts: { certificateEnds: { value: '2028-05-17', evidence: 'measured' } } },
    }),
  ],
  [
    'a fact with a remark',
    JSON.stringify({
      ...asking(),
      case: { ...asking().case, facts: { errand: { value: 'passport', evidence: 'said', note: 'x' } } },
    }),
  ],
  ['a step with more behind it', JSON.stringify({ ...asking(), case: { ...asking().case, step: 'start:1234' } })],
  ['an id that is a word', JSON.stringify({ ...asking(), call: 'somebody' })],
  ['a reason of its own', JSON.stringify({ ...asking(), reason: '助けて' })],
])('%s is not understood, and nothing of it is kept', async (_, body) => {
  const running = await start();
  expect(await post(running, own(running), body)).toMatchObject({ status: 400, body: { error: 'notUnderstood' } });
  expect((await running.desk.queue()).calls).toEqual([]);
});

it('what is no JSON by its own word, or too large, is refused', async () => {
  const running = await start();
  const form = { ...own(running), 'content-type': 'application/x-www-form-urlencoded' };
  expect((await post(running, form)).status).toBe(400);
  expect((await post(running, own(running), `"${'x'.repeat(largestBody)}"`)).status).toBe(413);
});

it('an address that is not there, or not with this method, is not found', async () => {
  const running = await start();
  expect((await send(running, 'GET', '/api/staff/nothing', own(running))).status).toBe(404);
  expect((await send(running, 'DELETE', '/api/staff/queue', own(running))).status).toBe(404);
  expect((await send(running, 'POST', `/api/staff/calls/${randomUUID()}/claim`, own(running))).status).toBe(404);
});

it('the second clerk is told who was first', async () => {
  const running = await start();
  await running.desk.attend(clerk);
  await running.desk.attend(otherClerk);
  const message = asking();
  await running.desk.take('k1', [{ message, agoMs: 0 }]);
  const path = `/api/staff/calls/${message.call}/claim`;
  expect((await send(running, 'POST', path, own(running))).status).toBe(204);
  const second = await send(running, 'POST', path, own(running, 'other'));
  expect(second).toMatchObject({ status: 409, body: { error: 'alreadyClaimed', by: clerk.name } });
});

it('the numbers of a day come as JSON and as a file, for a day that exists', async () => {
  const running = await start();
  expect((await send(running, 'GET', '/api/staff/numbers?day=2026-02-30', own(running))).status).toBe(400);
  expect((await send(running, 'GET', '/api/staff/numbers?day=2026-02-28', own(running))).body).toMatchObject({
    visits: 0,
  });
  const file = await send(running, 'GET', '/api/staff/numbers.csv?day=2026-02-28', own(running));
  expect(file.headers['content-disposition']).toBe('attachment; filename="kazasu-2026-02-28.csv"');
});

/** Opens a stream and leaves it open. */
const hold = async (running: Running): Promise<number> => {
  const request = ask({ port: running.port, host: '127.0.0.1', path: '/api/desk/view', headers: own(running) });
  // It is ended from the other side when the test is over.
  request.on('error', () => undefined).end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  response.on('error', () => undefined).resume();
  return response.statusCode ?? 0;
};

it('beyond the most streams the next is asked to come back later', async () => {
  const running = await start();
  expect([await hold(running), await hold(running), await hold(running)]).toEqual([200, 200, 200]);
  expect(await hold(running)).toBe(503);
});

it('when the database is away, the answer says so, and nobody is left waiting', async () => {
  const running = await start([
    route({
      method: 'GET',
      path: '/api/staff/broken',
      access: 'clerk',
      answer: () => Promise.reject(new Error('the database is away')),
    }),
  ]);
  expect(await send(running, 'GET', '/api/staff/broken', own(running))).toMatchObject({
    status: 503,
    body: { error: 'unavailable' },
  });
  expect(running.troubles).toEqual(['the database is away']);
});

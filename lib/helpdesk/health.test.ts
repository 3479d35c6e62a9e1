import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as ask, createServer, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { metricsText } from './metrics.ts';
import type { DeskServer } from './server/http.ts';
import { mountDesk } from './server/mount.ts';
import { mountLink } from './server/mount-link.ts';
import type { StorePlace } from './store/open.ts';
import { startPostgresql } from './store/testing/postgresql.ts';
import { eachStore } from './store/testing/stores.ts';
import { asking, aVisit, sampleCase } from './testing/samples.ts';

const ends: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
type Get = (path: string, headers?: Record<string, string>) => Promise<Got>;
interface Server {
  readonly get: Get;
  readonly post: (path: string, body: unknown) => Promise<Got>;
}

const serve = async (mount: (origin: string) => Promise<DeskServer & { close(): Promise<void> }>): Promise<Server> => {
  let desk: (DeskServer & { close(): Promise<void> }) | undefined;
  const server = createServer((request, response) => void desk?.answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  desk = await mount(origin);
  ends.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => desk?.close(),
  );
  const send = async (method: string, path: string, headers: Record<string, string>, body?: string): Promise<Got> => {
    const request = ask({ host: '127.0.0.1', port, method, path, headers, agent: false });
    request.end(body);
    const [response] = await once(request, 'response');
    const chunks: Buffer[] = await response.toArray();
    return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() };
  };
  return {
    get: (path, headers = {}) => send('GET', path, headers),
    post: (path, body) =>
      send(
        'POST',
        path,
        { origin, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
        JSON.stringify(body),
      ),
  };
};

const mountAt = (place: StorePlace, token?: string) =>
  serve((origin) =>
    mountDesk({
      origin,
      kiosk: { version: '0.1.0', reader: undefined, printer: undefined },
      place,
      oidc: undefined,
      queueHosts: [],
      metricsToken: token,
      onTrouble: () => undefined,
      onFirstCode: () => undefined,
    }),
  );

eachStore(({ place }) => {
  it('a server that works says so, and what it rests on', async () => {
    const { get } = await mountAt(await place());
    expect(await get('/api/health/live')).toMatchObject({ status: 200, body: '{"live":true}' });
    let ready = await get('/api/health/ready');
    // PostgreSQL's bell connects beside everything else.
    while (ready.status !== 200) ready = await get('/api/health/ready');
    expect(JSON.parse(ready.body)).toEqual({ ready: true, database: true, bell: true });
  });

  it('figures count calls, events and claims, and tell nothing of a visit', async () => {
    const { get, post } = await mountAt(await place());
    const message = asking();
    expect((await post('/api/desk/messages', message)).status).toBe(202);
    expect((await post('/api/desk/messages', aVisit())).status).toBe(202);
    const { status, headers, body } = await get('/api/metrics');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    for (const line of [
      'kazasu_calls{state="waiting"} 1',
      'kazasu_calls{state="claimed"} 0',
      'kazasu_claim_seconds_bucket{le="+Inf"} 0',
      'kazasu_claim_seconds_count 0',
      'kazasu_streams_open 0',
      'kazasu_kiosks 1',
      'kazasu_kiosk_alarms{alarm="silent"} 0',
    ]) {
      expect(body.split('\n')).toContain(line);
    }
    expect(body).toMatch(/^kazasu_events_total [1-9]\d*$/m);
    expect(body).toMatch(/^process_resident_memory_bytes \d{7,}$/m);
    for (const told of [message.id, message.call, message.reason, sampleCase.step, 'child-allowance', 'own']) {
      expect(body).not.toContain(`"${told}"`);
    }
  });
});

it.each<[string, Record<string, string>, number]>([
  ['a program of this machine', {}, 200],
  ['what a proxy passes on', { 'x-forwarded-for': '192.0.2.7' }, 403],
  ['what another kind of proxy passes on', { forwarded: 'for=192.0.2.7' }, 403],
  ['a proxy that keeps the name it was asked by', { host: 'kazasu.example' }, 403],
  ['a page in a browser of this machine', { 'sec-fetch-site': 'same-origin' }, 403],
  ['the token', { host: 'kazasu.example', authorization: 'Bearer 12345678901234567890' }, 200],
  ['another token', { host: 'kazasu.example', authorization: 'Bearer 1234567890123456789' }, 403],
  ['the token without its kind', { host: 'kazasu.example', authorization: '12345678901234567890' }, 403],
])('figures are asked for by %s', async (_, headers, status) => {
  const { get } = await mountAt({ kind: 'sqlite', file: ':memory:' }, '12345678901234567890');
  expect((await get('/api/metrics', headers)).status).toBe(status);
});

it('without a token nobody gets in with an empty one', async () => {
  for (const token of [undefined, '']) {
    const { get } = await mountAt({ kind: 'sqlite', file: ':memory:' }, token);
    expect((await get('/api/metrics', { host: 'kazasu.example', authorization: 'Bearer ' })).status).toBe(403);
  }
});

it('while the database is away the server lives and is not ready; when it is back, it is', async () => {
  const database = await startPostgresql();
  ends.push(() => database.remove());
  const { get } = await mountAt({ kind: 'postgresql', url: await database.newDatabase() });
  const readyIs = async (status: number): Promise<void> => {
    while ((await get('/api/health/ready')).status !== status) await wait(20);
  };
  await readyIs(200);
  await database.stop('immediate');
  await readyIs(503);
  expect((await get('/api/health/live')).status).toBe(200);
  await database.start();
  await readyIs(200);
}, 60_000);

it('a kiosk whose hub is away is ready all the same, and says what it owes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kazasu-health-'));
  ends.push(() => rmSync(folder, { recursive: true, force: true }));
  const { get, post } = await serve(async (origin) =>
    mountLink({
      origin,
      hub: 'http://127.0.0.1:9',
      folder,
      version: '0.1.0',
      reader: undefined,
      printer: undefined,
      metricsToken: undefined,
      onTrouble: () => undefined,
    }),
  );
  expect(await post('/api/desk/messages', aVisit())).toMatchObject({ status: 202, body: '{"outcome":"kept"}' });
  expect(JSON.parse((await get('/api/health/ready')).body)).toEqual({ ready: true, outbox: true });
  expect((await get('/api/metrics')).body).toContain('\nkazasu_outbox_messages 1\n');
});

it('the text of figures is what Prometheus reads', () => {
  expect(
    metricsText([
      { name: 'a_b', help: 'Help.', type: 'gauge', samples: [[{ x: 'q"\\\n' }, 1.5]] },
      {
        name: 'h',
        help: 'H.',
        type: 'histogram',
        samples: [
          [{ le: '1' }, 2],
          [{ le: '+Inf' }, 3],
        ],
      },
    ]),
  ).toBe(
    [
      '# HELP a_b Help.',
      '# TYPE a_b gauge',
      'a_b{x="q\\"\\\\\\n"} 1.5',
      '# HELP h H.',
      '# TYPE h histogram',
      'h_bucket{le="1"} 2',
      'h_bucket{le="+Inf"} 3',
      'h_count 3',
      '',
    ].join('\n'),
  );
});

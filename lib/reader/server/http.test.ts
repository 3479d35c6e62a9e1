import { once } from 'node:events';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CardReport } from '../../card/report.ts';
import { createEventLog, type EventLog } from '../event-log.ts';
import type { ContactEvent } from '../hold-protocol.ts';
import { createHoldFeed, type HoldFeed } from './hold-feed.ts';
import { createReaderServer } from './http.ts';

const origin = 'http://127.0.0.1:3000';
const secret = 'a-secret-of-this-start';
const report: CardReport = {
  card: 'my-number',
  pins: {
    authentication: { state: 'ok', triesLeft: 3, triesMax: 3 },
    signature: { state: 'ok', triesLeft: 5, triesMax: 5 },
    cardInfoInput: { state: 'ok', triesLeft: 3, triesMax: 3 },
    residentRegister: { state: 'ok', triesLeft: 3, triesMax: 3 },
  },
  authenticationCertificate: { state: 'valid', notAfter: '2028-05-17' },
  signatureCertificate: { present: true },
  exchanges: 14,
  elapsedMs: 318,
};

let log: EventLog;
let holds: HoldFeed;
/** The card process, as far as it measures; `null` while it does not. */
let contact: ((event: ContactEvent) => void) | null = null;
let port = 0;
const server = createReaderServer(
  () => ({ origin, host: `127.0.0.1:${port}`, secret }),
  {
    add: (event) => log.add(event),
    subscribe: (lastId, listener) => log.subscribe(lastId, listener),
    report: () => log.report(),
    readerState: () => log.readerState(),
  },
  { subscribe: (listener) => holds.subscribe(listener) },
);

beforeAll(
  () =>
    new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        if (address !== null && typeof address !== 'string') port = address.port;
        resolve();
      });
    }),
);
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  log = createEventLog('start');
  holds = createHoldFeed(
    log,
    (listener) => {
      contact = listener;
      return () => {
        if (contact === listener) contact = null;
      };
    },
    0,
  );
});

type Headers = Readonly<Record<string, string | string[]>>;
const good = (): Headers => ({ Host: `127.0.0.1:${port}`, Origin: origin, Authorization: `Bearer ${secret}` });

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const ask = (path: string, headers: Headers, method = 'GET', body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, setHost: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** The first `count` events of a stream, as `[id, type]`. */
const firstEvents = (count: number, headers: Headers = good()): Promise<[string, string][]> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/v1/events', headers, setHost: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
        const events = [...text.matchAll(/id: (\S+)\nevent: (\S+)\n/g)].map(
          ([, id = '', type = '']): [string, string] => [id, type],
        );
        if (events.length < count) return;
        sent.destroy();
        resolve(events);
      });
    });
    sent.on('error', (failure) => {
      if (!sent.destroyed) reject(failure);
    });
    sent.end();
  });

interface HoldStream {
  readonly headers: IncomingHttpHeaders;
  /** Resolves with all that was heard, once that is so many lines of data. */
  readonly heard: (count: number) => Promise<string[]>;
  readonly close: () => void;
}

const openHold = (): Promise<HoldStream> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: '/v1/hold', headers: good(), setHost: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
        response.emit('heard');
      });
      const lines = (): string[] => text.split('\n').filter((line) => line !== '');
      const heard = async (count: number): Promise<string[]> => {
        while (lines().length < count) await once(response, 'heard');
        return lines();
      };
      resolve({ headers: response.headers, heard, close: () => sent.destroy() });
    });
    sent.on('error', (failure) => {
      if (!sent.destroyed) reject(failure);
    });
    sent.end();
  });

describe('a page that measures how long a card is held', () => {
  const ready = ['event: reader', 'data: {"type":"reader","ready":true,"error":null}'];

  test('gets the reader, then contacts, without anything of a card', async () => {
    log.add({ type: 'reader', ready: true, error: null });
    log.add({ type: 'card' });
    log.add({ type: 'report', report });
    const page = await openHold();
    expect(page.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'cache-control': 'no-store',
      'content-type': 'text/event-stream',
    });
    await page.heard(2);
    contact?.({ type: 'on', isNew: true });
    log.add({ type: 'removed', early: false });
    contact?.({ type: 'off', heldMs: 2_345 });
    log.add({ type: 'reader', ready: false, error: 'readerUnplugged' });
    expect(await page.heard(8)).toEqual([
      ...ready,
      'event: on',
      'data: {"type":"on","isNew":true}',
      'event: off',
      'data: {"type":"off","heldMs":2345}',
      'event: reader',
      'data: {"type":"reader","ready":false,"error":"readerUnplugged"}',
    ]);
    page.close();
  });

  test('that comes late is told of the card, but not how long another page has seen it', async () => {
    log.add({ type: 'reader', ready: true, error: null });
    const first = await openHold();
    contact?.({ type: 'on', isNew: true });
    const late = await openHold();
    expect((await late.heard(4)).slice(2)).toEqual(['event: on', 'data: {"type":"on","isNew":false}']);
    contact?.({ type: 'off', heldMs: 900 });
    expect((await late.heard(6)).at(-1)).toBe('data: {"type":"off","heldMs":null}');
    expect((await first.heard(6)).at(-1)).toBe('data: {"type":"off","heldMs":900}');
    contact?.({ type: 'on', isNew: true });
    contact?.({ type: 'off', heldMs: 901 });
    expect((await late.heard(10)).at(-1)).toBe('data: {"type":"off","heldMs":901}');
    first.close();
    late.close();
  });

  test('measures for as long as one of them listens, and what was true is forgotten then', async () => {
    log.add({ type: 'reader', ready: true, error: null });
    const [one, other] = await Promise.all([openHold(), openHold()]);
    contact?.({ type: 'on', isNew: true });
    await other.heard(4);
    one.close();
    other.close();
    await expect.poll(() => contact).toBeNull();
    const next = await openHold();
    contact?.({ type: 'on', isNew: false });
    expect(await next.heard(4)).toEqual([...ready, 'event: on', 'data: {"type":"on","isNew":false}']);
    next.close();
    await expect.poll(() => contact).toBeNull();
  });

  test('counts among the 32 streams there may be', async () => {
    log.add({ type: 'reader', ready: true, error: null });
    const open = await Promise.all(Array.from({ length: 32 }, openHold));
    expect(await ask('/v1/hold', good())).toMatchObject({ status: 403, body: '' });
    expect(await ask('/v1/events', good())).toMatchObject({ status: 403, body: '' });
    for (const each of open) each.close();
    await expect.poll(() => contact).toBeNull();
  });
});

describe('a page of the configured origin with the secret', () => {
  test('gets the report while the card is there, and nothing once it is gone', async () => {
    log.add({ type: 'card' });
    expect(await ask('/v1/report', good())).toMatchObject({ status: 204, body: '' });
    log.add({ type: 'report', report });
    expect(JSON.parse((await ask('/v1/report', good())).body)).toEqual(report);
    log.add({ type: 'removed', early: false });
    expect(await ask('/v1/report', good())).toMatchObject({ status: 204, body: '' });
  });

  test('gets the state of the reader', async () => {
    log.add({ type: 'reader', ready: false, error: 'readerMissing' });
    const answer = await ask('/v1/health', good());
    expect(JSON.parse(answer.body)).toEqual({ ready: false, error: 'readerMissing' });
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  test('first gets what is true now', async () => {
    log.add({ type: 'reader', ready: true, error: null });
    log.add({ type: 'card' });
    log.add({ type: 'progress', done: 1, of: 15, known: { pins: {} } });
    log.add({ type: 'progress', done: 2, of: 15, known: { pins: {} } });
    log.add({ type: 'report', report });
    expect(await firstEvents(3)).toEqual([
      ['start-1', 'reader'],
      ['start-2', 'card'],
      ['start-5', 'report'],
    ]);
  });

  test('takes up a dropped stream where it ended', async () => {
    log.add({ type: 'reader', ready: true, error: null });
    log.add({ type: 'card' });
    log.add({ type: 'report', report });
    log.add({ type: 'removed', early: false });
    expect(await firstEvents(1, { ...good(), 'Last-Event-ID': 'start-3' })).toEqual([['start-4', 'removed']]);
    expect(await firstEvents(1, { ...good(), 'Last-Event-ID': 'an-earlier-start-3' })).toEqual([['start-1', 'reader']]);
  });

  test('is asked for leave first, for GET and two headers', async () => {
    const answer = await ask(
      '/v1/events',
      {
        Host: `127.0.0.1:${port}`,
        Origin: origin,
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'authorization,last-event-id',
      },
      'OPTIONS',
    );
    expect(answer.status).toBe(204);
    expect(answer.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'authorization, last-event-id',
    });
  });

  test('finds nothing else there', async () => {
    for (const path of [
      '/',
      '/v1',
      '/v1/apdu',
      '/v1/report/',
      '/v1/report?x=1',
      '/v1/hold/',
      '/v1/../v1/report',
      '//v1/report',
    ]) {
      expect((await ask(path, good())).status).toBe(404);
    }
  });
});

/** Everything that is not such a page: each row differs from a good request in one thing. */
const hostile = (): [string, Headers, string, string][] => {
  const rows: [string, Headers, string, string][] = [];
  const add = (what: string, headers: Headers, method = 'GET', body = ''): void => {
    rows.push([what, headers, method, body]);
  };
  const without = (name: string): Headers => Object.fromEntries(Object.entries(good()).filter(([key]) => key !== name));
  const hosts = [
    `localhost:${port}`,
    `127.0.0.1`,
    `127.0.0.1:${port + 1}`,
    `127.0.0.1:0${port}`,
    `[::1]:${port}`,
    `0.0.0.0:${port}`,
    `127.1:${port}`,
    `127.0.0.2:${port}`,
    `2130706433:${port}`,
    `0x7f000001:${port}`,
    `kazasu.local:${port}`,
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `127.0.0.1:${port}.evil.example`,
    `evil.example@127.0.0.1:${port}`,
    `127.0.0.1:${port},evil.example`,
    ` 127.0.0.1:${port}/`,
    `LOCALHOST:${port}`,
    `127.0.0.1.:${port}`,
    'evil.example',
    `http://127.0.0.1:${port}`,
    `127.0.0.1:${port}#`,
  ];
  for (const host of hosts) add(`Host ${host}`, { ...good(), Host: host });
  const origins = [
    'null',
    '*',
    'http://localhost:3000',
    'https://127.0.0.1:3000',
    'http://127.0.0.1:3001',
    'http://127.0.0.1',
    'http://127.0.0.1:30000',
    'http://127.0.0.1:3000/',
    'http://127.0.0.1:3000.evil.example',
    'http://evil.example',
    'https://evil.example',
    'http://user@127.0.0.1:3000',
    'http://[::1]:3000',
    'HTTP://127.0.0.1:3000',
    'http://127.0.0.1:3000, http://evil.example',
    'http://evil.example, http://127.0.0.1:3000',
    'file://',
    'chrome-extension://abcdefghijklmnop',
    `http://127.0.0.1:${port}`,
    'ws://127.0.0.1:3000',
  ];
  for (const each of origins) add(`Origin ${each}`, { ...good(), Origin: each });
  for (const name of ['Origin', 'Authorization']) add(`no ${name}`, without(name));
  const secrets = [
    '',
    secret,
    `bearer ${secret}`,
    `Bearer  ${secret}`,
    `Bearer ${secret}x`,
    `Bearer ${secret.slice(0, -1)}`,
    `Bearer ${secret.toUpperCase()}`,
    `Basic ${secret}`,
    'Bearer',
    'Bearer undefined',
    'Bearer null',
    `Bearer ${'a'.repeat(5_000)}`,
  ];
  for (const each of secrets) add(`Authorization ${each.slice(0, 30)}`, { ...good(), Authorization: each });
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'OPTIONS', 'PROPFIND', 'LOCK', 'SEARCH']) {
    add(`method ${method}`, good(), method);
  }
  const types = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'application/xml',
    'text/html',
    '',
    'application/json; charset=utf-7',
    'image/svg+xml',
  ];
  for (const type of types) {
    add(`GET with content type ${type}`, { ...good(), 'Content-Type': type });
    add(`POST with content type ${type}`, { ...good(), 'Content-Type': type, 'Content-Length': '2' }, 'POST', '{}');
  }
  add('GET with a body', { ...good(), 'Content-Length': '9' }, 'GET', '00200080');
  add('GET with a chunked body', { ...good(), 'Transfer-Encoding': 'chunked' }, 'GET', '00');
  for (const mode of ['navigate', 'no-cors', 'same-origin', 'websocket']) {
    add(`Sec-Fetch-Mode ${mode}`, { ...good(), 'Sec-Fetch-Mode': mode });
  }
  for (const wanted of ['POST', 'PUT', 'DELETE', 'get', '*', 'GET, POST']) {
    add(`preflight for ${wanted}`, { ...good(), 'Access-Control-Request-Method': wanted }, 'OPTIONS');
  }
  for (const each of ['null', 'http://evil.example']) {
    add(`preflight from ${each}`, { ...good(), Origin: each, 'Access-Control-Request-Method': 'GET' }, 'OPTIONS');
  }
  return rows;
};

test('hostile requests are refused without a word: no body, no leave to read', async () => {
  log.add({ type: 'card' });
  log.add({ type: 'report', report });
  const rows = hostile();
  for (const path of ['/v1/events', '/v1/report', '/v1/hold']) {
    for (const [what, headers, method, body] of rows) {
      const answer = await ask(path, headers, method, body);
      expect({ what, status: answer.status, body: answer.body }).toEqual({ what, status: 403, body: '' });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  }
  expect(contact).toBeNull();
  expect(rows.length).toBeGreaterThanOrEqual(100);
});

/** What no HTTP library would send. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => {
      answer += piece;
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
  });

test('malformed requests tell nothing', async () => {
  log.add({ type: 'card' });
  log.add({ type: 'report', report });
  const host = `127.0.0.1:${port}`;
  const rest = `Origin: ${origin}\r\nAuthorization: Bearer ${secret}\r\n`;
  const requests = [
    `GET /v1/report HTTP/1.1\r\nHost: evil.example\r\nHost: ${host}\r\n${rest}\r\n`,
    `GET /v1/report HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\n${rest}\r\n`,
    `GET /v1/report HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://evil.example\r\n${rest}\r\n`,
    `GET /v1/report HTTP/1.1\r\n${rest}\r\n`,
    `GET /v1/report HTTP/1.0\r\n${rest}\r\n`,
    `GET http://evil.example/v1/report HTTP/1.1\r\nHost: evil.example\r\n${rest}\r\n`,
    `GET /v1/report\r\n\r\n`,
    `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${host}\r\n${rest}\r\n`,
    `GET /v1/events HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${rest}\r\n`,
    '\0\0\0\0',
    `GET /v1/report HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n${rest}\r\n0\r\n\r\n`,
  ];
  for (const text of requests) {
    const answer = await raw(text);
    expect(answer).not.toContain('my-number');
    expect(answer).not.toMatch(/^HTTP\/1.1 2/);
  }
});

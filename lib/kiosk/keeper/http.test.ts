import { once } from 'node:events';
import { type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keeperDoor } from './http.ts';

const origin = 'http://127.0.0.1:3000';
const page = '5f0c2a53-7c0f-4c0e-9f0a-3f5e3c1d2b1a';
const heard: unknown[] = [];
let office: string | undefined;
let machine: string | undefined;
let door: Server;
let port: number;

beforeAll(async () => {
  door = keeperDoor({
    origin,
    hear: (...word) => heard.push(word),
    lastOffice: () => office,
    lastMachine: () => machine,
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  ({ port } = door.address() as AddressInfo);
});
afterAll(() => {
  door.close();
});
beforeEach(() => {
  heard.length = 0;
  office = undefined;
  machine = undefined;
});

const answerTo = async (path: string, headers: Record<string, string | string[]>, method: string) => {
  const sent = request({ port, host: '127.0.0.1', path, method, headers: { 'user-agent': 'Kazasu/1', ...headers } });
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray()).toString();
  return { status: response.statusCode, body, readableBy: response.headers['access-control-allow-origin'] };
};

const ask = async (path: string, headers: Record<string, string | string[]>, method = 'POST') =>
  (await answerTo(path, headers, method)).status;

test.each(['beat', 'end', 'kept', 'print'])(
  'our page says %s, with its id and the name of its browser',
  async (word) => {
    expect(await ask(`/v1/${word}/${page}`, { origin })).toBe(204);
    expect(heard).toEqual([['Kazasu/1', word, page]]);
  },
);

test('our page is told what the server has said last, or that nothing is known yet', async () => {
  const asOurs = (about: string) => answerTo(`/v1/${about}`, { origin }, 'GET');
  const nothing = { status: 204, body: '', readableBy: origin };
  expect([await asOurs('office'), await asOurs('machine')]).toEqual([nothing, nothing]);
  office = '{"format":2}';
  machine = '{"clock":"right"}';
  expect(await asOurs('office')).toEqual({ status: 200, body: office, readableBy: origin });
  expect(await asOurs('machine')).toEqual({ status: 200, body: machine, readableBy: origin });
  expect(heard).toEqual([]);
});

test.each<[string, string, Record<string, string | string[]>, string?]>([
  ['a page of another origin', `/v1/end/${page}`, { origin: 'http://127.0.0.1:3001' }],
  ['a page of the same host by name', `/v1/end/${page}`, { origin: 'http://localhost:3000' }],
  ['nobody', `/v1/end/${page}`, {}],
  ['a page that found the way by a name (DNS rebinding)', `/v1/end/${page}`, { origin, host: 'kazasu.example' }],
  ['one with an empty origin', `/v1/end/${page}`, { origin: 'null' }],
  ['a word that there is not', `/v1/stop/${page}`, { origin }],
  ['no page', '/v1/end/', { origin }],
  ['text in place of a page', '/v1/end/1234', { origin }],
  ['something behind it', `/v1/end/${page}?a=1`, { origin }],
  ['GET', `/v1/end/${page}`, { origin }, 'GET'],
  ['POST of the question', '/v1/office', { origin }],
  ['POST of the other question', '/v1/machine', { origin }],
  ['the question of another origin', '/v1/office', { origin: 'http://127.0.0.1:3001' }, 'GET'],
  ['the question of nobody', '/v1/office', {}, 'GET'],
  ['the question with something behind it', '/v1/office?a=1', { origin }, 'GET'],
  ['a question first', `/v1/end/${page}`, { origin }, 'OPTIONS'],
])('%s is not heard', async (_, path, headers, method) => {
  office = '{"format":2}';
  expect(await answerTo(path, headers, method ?? 'POST')).toEqual({ status: 403, body: '', readableBy: undefined });
  expect(heard).toEqual([]);
});

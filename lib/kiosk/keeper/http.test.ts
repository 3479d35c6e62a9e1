import { once } from 'node:events';
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keeperDoor } from './http.ts';

const origin = 'http://127.0.0.1:3000';
const page = '5f0c2a53-7c0f-4c0e-9f0a-3f5e3c1d2b1a';
const heard: unknown[] = [];
let door: Server;
let port: number;

beforeAll(async () => {
  door = keeperDoor({ origin, hear: (...word) => heard.push(word) }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  ({ port } = door.address() as AddressInfo);
});
afterAll(() => {
  door.close();
});
beforeEach(() => {
  heard.length = 0;
});

const ask = async (
  path: string,
  headers: Record<string, string | string[]>,
  method = 'POST',
): Promise<number | undefined> => {
  const sent = request({ port, host: '127.0.0.1', path, method, headers: { 'user-agent': 'Kazasu/1', ...headers } });
  sent.end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
};

test.each(['beat', 'end', 'kept'])('our page says %s, with its id and the name of its browser', async (word) => {
  expect(await ask(`/v1/${word}/${page}`, { origin })).toBe(204);
  expect(heard).toEqual([['Kazasu/1', word, page]]);
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
  ['a question first', `/v1/end/${page}`, { origin }, 'OPTIONS'],
])('%s is not heard', async (_, path, headers, method) => {
  expect(await ask(path, headers, method)).toBe(403);
  expect(heard).toEqual([]);
});

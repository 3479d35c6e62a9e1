import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { followServer } from './last-said.ts';

const ending = new AbortController();
let answer: RequestListener;
const asked: (string | undefined)[] = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  answer(request, response);
});

afterEach(() => {
  ending.abort();
  server.closeAllConnections();
  server.close();
});

/** So many more rounds of both questions have been answered, and what was said in the last but one has been heard. */
const rounds = async (more: number): Promise<void> => {
  const until = asked.length + 2 * more + 2;
  while (asked.length < until) await once(server, 'request');
};

test('what the server has said last stays while it is away, hangs or fails, and goes when it says something else', async () => {
  answer = (_, response) => void response.writeHead(503).end('{"error":"unavailable"}');
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const said = followServer({ url: `http://127.0.0.1:${port}`, ending: ending.signal, everyMs: 10, limitMs: 200 });
  await rounds(2);
  expect(said.office()).toBeUndefined();

  answer = (_, response) => void response.end('{"version":7}');
  await expect.poll(said.office).toBe('{"version":7}');
  answer = (_, response) => void response.writeHead(503).end('{"error":"unavailable"}');
  await rounds(2);
  answer = () => undefined;
  await rounds(2);
  answer = (request) => void request.socket.destroy();
  await rounds(2);
  expect(said.office()).toBe('{"version":7}');
  expect(said.machine()).toBe('{"version":7}');

  answer = (_, response) => void response.end('{"version":8}');
  await expect.poll(said.office).toBe('{"version":8}');
  expect(said.language()).toBeUndefined();
  answer = (_, response) => void response.end('{"firstLanguage":"en"}');
  await expect.poll(said.language).toBe('en');
  await said.heard;
  expect(new Set(asked)).toEqual(new Set(['/api/desk/office', '/api/desk/machine']));
});

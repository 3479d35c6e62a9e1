import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { GET } from './route.ts';

beforeEach(() => {
  vi.stubEnv('KAZASU_ORIGIN', 'http://127.0.0.1:3000');
  vi.stubEnv('KAZASU_READER_URL', 'http://127.0.0.1:4000');
  vi.stubEnv('KAZASU_READER_SECRET', 'secret');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const ask = (headers: Record<string, string>) =>
  GET(new Request('http://127.0.0.1:3000/api/reader', { headers: { host: '127.0.0.1:3000', ...headers } }));

it('our own page learns where the reader is, and its secret', async () => {
  const answer = ask({ 'sec-fetch-site': 'same-origin' });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ kind: 'reader', url: 'http://127.0.0.1:4000', secret: 'secret' });
});

it.each([
  {},
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-origin, same-origin' },
  { 'sec-fetch-site': 'same-origin', host: 'evil.example' },
  { 'sec-fetch-site': 'same-origin', host: 'localhost:3000' },
])('%j learns nothing', async (headers) => {
  const answer = ask(headers);
  expect(answer.status).toBe(403);
  expect(await answer.text()).toBe('');
  expect(answer.headers.has('access-control-allow-origin')).toBe(false);
});

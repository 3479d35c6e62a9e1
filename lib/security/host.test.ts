import { expect, it } from 'vitest';
import { judgeHost } from './host.ts';

const origin = 'http://127.0.0.1:3000';

it('the host of the origin is served', () => {
  expect(judgeHost('127.0.0.1:3000', origin)).toBe('serve');
});

it('localhost with the same port is sent to the origin', () => {
  expect(judgeHost('localhost:3000', origin)).toBe('redirect');
});

it.each([
  null,
  '',
  'evil.example',
  'evil.example:3000',
  '127.0.0.1',
  '127.0.0.1:3001',
  '127.0.0.1:3000.',
  '127.0.0.1:3000, evil.example',
  '127.0.0.1:3000@evil.example',
  '127.1:3000',
  '0.0.0.0:3000',
  '[::1]:3000',
  'localhost',
  'localhost:3001',
  'localhost.evil.example:3000',
  'http://127.0.0.1:3000',
])('%j is not served', (host) => {
  expect(judgeHost(host, origin)).toBe('misdirected');
});

it('a port that the address leaves out is left out of localhost, too', () => {
  expect(judgeHost('localhost', 'http://127.0.0.1')).toBe('redirect');
});

it('a server that is bound to no origin serves every host', () => {
  expect(judgeHost('kazasu.example', undefined)).toBe('serve');
});

import { expect, it } from 'vitest';
import { lookAt } from './front-door.ts';

const origin = 'http://127.0.0.1:3000';
const arrival = { method: 'GET', url: '/ja', hosts: ['127.0.0.1:3000'], isForDesk: false };

it.each(['/', '/ja', '/ja/card?x=1', '/_next/static/chunks/a.js', '/%E3%81%8B'])('%s may pass', (url) => {
  expect(lookAt({ ...arrival, url }, origin)).toEqual({ kind: 'pass' });
});

it('HEAD may pass', () => {
  expect(lookAt({ ...arrival, method: 'HEAD' }, origin)).toEqual({ kind: 'pass' });
});

it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT', undefined])('%s is refused', (method) => {
  expect(lookAt({ ...arrival, method }, origin)).toEqual({ kind: 'refuse', status: 405 });
});

it.each(['GET', 'POST', 'PUT', 'DELETE'])('the desk takes %s', (method) => {
  expect(lookAt({ ...arrival, method, isForDesk: true }, origin)).toEqual({ kind: 'pass' });
});

it.each(['PATCH', 'OPTIONS', 'TRACE', 'CONNECT', undefined])('the desk does not take %s', (method) => {
  expect(lookAt({ ...arrival, method, isForDesk: true }, origin)).toEqual({ kind: 'refuse', status: 405 });
});

it.each(['', '*', 'http://evil.example/ja', '//evil.example', '/\\evil.example', '/%', '/%ff', '/%00'])(
  'the address %j is refused',
  (url) => {
    expect(lookAt({ ...arrival, url }, origin)).toEqual({ kind: 'refuse', status: 400 });
  },
);

it('a foreign host is refused before anything else is looked at', () => {
  const foreign = { method: 'POST', url: '/%', hosts: ['evil.example'], isForDesk: true };
  expect(lookAt(foreign, origin)).toEqual({ kind: 'refuse', status: 421 });
});

it('no host is a foreign host', () => {
  expect(lookAt({ ...arrival, hosts: [] }, origin)).toEqual({ kind: 'refuse', status: 421 });
});

it('two hosts are refused, even if the first is ours', () => {
  expect(lookAt({ ...arrival, hosts: ['127.0.0.1:3000', 'evil.example'] }, origin)).toEqual({
    kind: 'refuse',
    status: 400,
  });
});

it('localhost is sent to the same page of the origin', () => {
  expect(lookAt({ ...arrival, url: '/en/card?x=1', hosts: ['localhost:3000'] }, origin)).toEqual({
    kind: 'redirect',
    location: 'http://127.0.0.1:3000/en/card?x=1',
  });
});

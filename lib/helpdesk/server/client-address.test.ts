import { expect, it } from 'vitest';
import { clientOf } from './client-address.ts';

it.each([
  ['192.0.2.7', undefined, '192.0.2.7'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['127.0.0.1', '192.0.2.7', '192.0.2.7'],
  ['::ffff:127.0.0.1', '198.51.100.1, 192.0.2.7', '192.0.2.7'],
  ['::1', '', '::1'],
  // Whoever is not the proxy of this machine says of themselves what they like.
  ['192.0.2.7', '127.0.0.1', '192.0.2.7'],
] as const)('a request over %s that was passed on for %s comes from %s', (address, forwarded, client) => {
  expect(clientOf(address, forwarded === undefined ? {} : { 'x-forwarded-for': forwarded })).toBe(client);
});

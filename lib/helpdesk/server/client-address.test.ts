import { expect, it } from 'vitest';
import { clientOf, networkOf } from './client-address.ts';

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

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:5::1', '2001:db8:0:5'],
  ['2001:0db8:0000:0005:ffff:ffff:ffff:ffff', '2001:db8:0:5'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
] as const)('%s is of the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

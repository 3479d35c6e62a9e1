import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it } from 'vitest';
import { findLocalPort, loopback } from './local-port.ts';

it('a port that another program listens on is not free, and is free again afterwards', async () => {
  const other = createServer().listen(0, loopback);
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : Number.NaN;
  expect(await findLocalPort(port)).toBeUndefined();
  other.close();
  await once(other, 'close');
  expect(await findLocalPort(port)).toBe(port);
});

it('0 finds a free port', async () => {
  expect(await findLocalPort(0)).toBeGreaterThan(1023);
});

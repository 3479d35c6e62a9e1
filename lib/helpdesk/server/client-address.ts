import type { IncomingHttpHeaders } from 'node:http';

const loopback = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/**
 * Where a request comes from. Behind a proxy on this machine everybody has the proxy's address; the last that it has added is
 * the right one. What anybody else says in that header counts for nothing.
 */
export const clientOf = (address: string, headers: IncomingHttpHeaders): string => {
  const forwarded = headers['x-forwarded-for'];
  if (!loopback.includes(address) || typeof forwarded !== 'string') return address;
  return forwarded.split(',').at(-1)?.trim() || address;
};

import type { IncomingHttpHeaders } from 'node:http';
import { isIPv6 } from 'node:net';

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

/** One household of addresses: whoever has one of IPv6 has a /64 of them. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? [];
  const front = head === '' ? [] : head.split(':');
  const back = tail === '' ? [] : tail.split(':');
  const zeros = plain.includes('::') ? Array.from({ length: 8 - front.length - back.length }, () => '0') : [];
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
};

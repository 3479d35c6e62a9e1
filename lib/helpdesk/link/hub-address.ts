const loopbackHosts: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Where a hub may be: an origin with TLS, or one on this machine. Without TLS the kiosk could not tell its hub from another.
 *
 * @returns without a slash at the end; `undefined`: not such an address
 */
export const toHub = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin, href } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && loopbackHosts.includes(hostname));
  return isSafe && href === `${origin}/` ? origin : undefined;
};

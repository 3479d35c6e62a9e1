/** What to do with a request, going by the host it was sent to. */
export type HostVerdict = 'serve' | 'redirect' | 'misdirected';

/**
 * A page of another name that resolves to this machine (DNS rebinding) must not reach us: only the exact host of `origin`
 * is served. People may type `localhost`; they are sent to the address that the reader process answers to.
 *
 * @param host - the Host header, `null` if there was none
 * @param origin - where the pages are, e.g. `http://127.0.0.1:3000`; `undefined` if this server is not bound to one
 * @throws {TypeError} `origin` is not a URL.
 */
export const judgeHost = (host: string | null, origin: string | undefined): HostVerdict => {
  if (origin === undefined) return 'serve';
  const own = new URL(origin);
  if (host === own.host) return 'serve';
  const alias = own.port === '' ? 'localhost' : `localhost:${own.port}`;
  return host === alias ? 'redirect' : 'misdirected';
};

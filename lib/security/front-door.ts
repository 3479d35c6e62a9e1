import { judgeHost } from './host.ts';

/** What of a request is looked at before anything else. */
export interface Arrival {
  readonly method: string | undefined;
  readonly url: string | undefined;
  /** Every Host header that was sent: Node keeps only the first of several in `headers`. */
  readonly hosts: readonly string[];
  /** The path is one of the desk's, which looks at who asks itself. */
  readonly isForDesk: boolean;
}

export type FirstLook =
  | { readonly kind: 'pass' }
  | { readonly kind: 'refuse'; readonly status: 400 | 405 | 421 }
  | { readonly kind: 'redirect'; readonly location: string };

/**
 * Decides what may reach Next.js at all. It answers some requests before proxy.ts sees them (redirects, addresses that
 * cannot be decoded), and those must not be answered to a foreign host either.
 *
 * @param origin - where the pages are, e.g. `http://127.0.0.1:3000`; `undefined` if this server is not bound to one
 */
export const lookAt = ({ method, url = '', hosts, isForDesk }: Arrival, origin: string | undefined): FirstLook => {
  const [host = null] = hosts;
  if (hosts.length > 1) return { kind: 'refuse', status: 400 };
  const verdict = judgeHost(host, origin);
  if (verdict === 'misdirected') return { kind: 'refuse', status: 421 };
  // Nothing but the desk takes data: pages and settings are only ever read.
  if (!(isForDesk && deskMethods.has(method)) && method !== 'GET' && method !== 'HEAD')
    return { kind: 'refuse', status: 405 };
  if (!isPlainPath(url)) return { kind: 'refuse', status: 400 };
  return verdict === 'redirect' ? { kind: 'redirect', location: `${origin}${url}` } : { kind: 'pass' };
};

const deskMethods: ReadonlySet<string | undefined> = new Set(['GET', 'POST', 'PUT', 'DELETE']);

const isPlainPath = (url: string): boolean => {
  if (!url.startsWith('/') || url.startsWith('//') || url.includes('\\')) return false;
  try {
    return !decodeURIComponent(url).includes('\0');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
};

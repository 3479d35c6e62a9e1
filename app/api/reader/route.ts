import { readerSettings } from '@/lib/reader/settings';
import { judgeHost } from '@/lib/security/host';

export const dynamic = 'force-dynamic';

/** Only our own pages learn the reader's secret: a browser says by Sec-Fetch-Site who asks, and lets no page forge it. */
export function GET(request: Request): Response {
  const { headers } = request;
  const isOwnPage =
    headers.get('sec-fetch-site') === 'same-origin' &&
    judgeHost(headers.get('host'), process.env.KAZASU_ORIGIN) === 'serve';
  return isOwnPage ? Response.json(readerSettings(process.env)) : new Response(null, { status: 403 });
}

import { type NextRequest, NextResponse } from 'next/server';
import createLocaleRouting from 'next-intl/middleware';
import { routing } from '@/lib/i18n/routing';
import { contentSecurityPolicy, headersOfPage } from '@/lib/security/headers';
import { judgeHost } from '@/lib/security/host';
import { hashesOfPage, readScriptHashes } from '@/lib/security/script-hashes';

const routeByLocale = createLocaleRouting(routing);
// `next dev` has no prerendered pages to hash; it is never what visitors use.
const scriptHashes = process.env.NODE_ENV === 'production' ? readScriptHashes(process.cwd()) : undefined;

export function proxy(request: NextRequest): NextResponse {
  const response = answer(request);
  const { pathname } = request.nextUrl;
  for (const [name, value] of Object.entries(headersOfPage(pathname))) response.headers.set(name, value);
  // Files of the build carry their content's hash in their name and may stay; everything else is asked for anew.
  if (!pathname.startsWith('/_next/static/')) response.headers.set('Cache-Control', 'no-store');
  if (scriptHashes !== undefined) {
    const { KAZASU_READER_URL, KAZASU_KEEPER } = process.env;
    const hashes = hashesOfPage(scriptHashes, pathname);
    response.headers.set('Content-Security-Policy', contentSecurityPolicy(hashes, [KAZASU_READER_URL, KAZASU_KEEPER]));
  }
  return response;
}

function answer(request: NextRequest): NextResponse {
  // cli/web-server.ts has looked at it already, and knows how to redirect; this holds for whatever else runs the build.
  const verdict = judgeHost(request.headers.get('host'), process.env.KAZASU_ORIGIN);
  if (verdict !== 'serve') return new NextResponse(null, { status: 421 });
  return isPage(request.nextUrl.pathname) ? routeByLocale(request) : NextResponse.next();
}

const isPage = (pathname: string): boolean => !/^\/(_next|api)\/|\.[^/]*$/.test(pathname);

/** The one door to the desk: finds the route, checks who asks, reads the body, and answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type StaffMember, type StaffRole, staffRoles } from '../wire.ts';
import { readBody } from './body.ts';
import { clientOf } from './client-address.ts';
import { type Access, type Answer, type Asked, type Method, type Route, refused, type StreamRoute } from './route.ts';
import { openStreams, type Streams } from './streams.ts';

export interface Callers {
  /** Who is signed in, by the cookie; `null`: nobody. Asked for with every request, so that whoever is disabled is out at once. */
  memberOf(headers: IncomingMessage['headers']): Promise<StaffMember | null>;
  /** Calls `onOut` when whoever is signed in by these headers no longer is. @returns the way to stop */
  watch(headers: IncomingMessage['headers'], onOut: () => void): () => void;
  /** Which kiosk has signed this request; `null`: none. */
  kioskOf(request: {
    method: string;
    path: string;
    headers: IncomingMessage['headers'];
    body: Buffer;
  }): Promise<string | null>;
}

export interface DeskServerOptions {
  /** Where the pages are, e.g. `http://127.0.0.1:3000`. */
  readonly origin: string;
  /** Id of the kiosk whose pages this server has; `null`: it has none, and routes for pages are closed. */
  readonly kiosk: string | null;
  readonly routes: readonly Route[];
  readonly streamRoutes: readonly StreamRoute[];
  readonly callers: Callers;
  /** Told what went wrong here, never anything of a request. */
  readonly onTrouble: (message: string) => void;
  /** Streams at once; a file descriptor each. */
  readonly mostStreams?: number;
}

export interface DeskServer {
  /** Whether a path is ours to answer. */
  owns(url: string): boolean;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  readonly streams: Streams;
}

const ownPaths = /^\/api\/(auth|desk|health|hub|metrics|staff)(\/|\?|$)/;

export const isDeskPath = (url: string): boolean => ownPaths.test(url);

const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

type Params = Readonly<Record<string, string>>;

const match = (pattern: string, path: string): Params | null => {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return null;
  }
  return params;
};

/** Without a colon comes first: `/kiosks/new` is not the kiosk called new. */
const find = <Each extends { readonly path: string }>(
  routes: readonly Each[],
  path: string,
): { readonly route: Each; readonly params: Params } | undefined => {
  const found = routes.flatMap((route) => {
    const params = match(route.path, path);
    return params === null ? [] : [{ route, params }];
  });
  return found.find(({ params }) => Object.keys(params).length === 0) ?? found[0];
};

const isRole = (access: Access): access is StaffRole => staffRoles.some((role) => role === access);

/** A higher role may do what a lower one may. */
export const mayDo = (member: StaffMember, role: StaffRole): boolean =>
  staffRoles.indexOf(member.role) >= staffRoles.indexOf(role);

/**
 * A page of ours, by what a browser says and lets no page forge. Everything but GET comes with `Origin`; Sec-Fetch-Site is
 * left away by browsers only on a network without TLS, where no console belongs.
 */
const isOwnPage = (request: IncomingMessage, origin: string): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return request.method === 'GET' ? site === 'same-origin' : request.headers.origin === origin;
};

export const createDeskServer = ({
  origin,
  kiosk,
  routes,
  streamRoutes,
  callers,
  onTrouble,
  mostStreams = 15_000,
}: DeskServerOptions): DeskServer => {
  const streams = openStreams(mostStreams);

  /** What a route is told about who asks, or why they may not. */
  const admit = async (
    access: Access,
    request: IncomingMessage,
    path: string,
    body: Buffer,
  ): Promise<Pick<Asked, 'member' | 'kiosk'> | Answer> => {
    if (access === 'anyone') return { member: undefined, kiosk: undefined };
    if (access === 'kiosk') {
      const method = request.method ?? '';
      const by = await callers.kioskOf({ method, path, headers: request.headers, body });
      return by === null ? refused('notAllowed') : { member: undefined, kiosk: by };
    }
    if (!isOwnPage(request, origin)) return refused('notAllowed');
    if (access === 'own') return { member: undefined, kiosk: undefined };
    if (access === 'page') return kiosk === null ? refused('notFound') : { member: undefined, kiosk };
    const member = await callers.memberOf(request.headers);
    if (member === null) return refused('notSignedIn');
    return isRole(access) && mayDo(member, access) ? { member, kiosk: undefined } : refused('notAllowed');
  };

  const send = (response: ServerResponse, { status, body, headers: more = {} }: Answer): void => {
    response.statusCode = status;
    for (const [name, value] of Object.entries({ ...headers, ...more })) response.setHeader(name, value);
    if (body === undefined) response.end();
    else if (typeof body === 'string') response.end(body);
    else response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body));
  };

  const decide = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<Answer | undefined> => {
    const path = url.pathname;
    const context = {
      headers: request.headers,
      query: url.searchParams,
      address: clientOf(request.socket.remoteAddress ?? '', request.headers),
    };
    const stream = request.method === 'GET' ? find(streamRoutes, path) : undefined;
    if (stream !== undefined) {
      const who = await admit(stream.route.access, request, `${path}${url.search}`, Buffer.alloc(0));
      if ('status' in who) return who;
      // Whoever has gone meanwhile has told so already, and would never be heard to go again.
      if (response.destroyed) return undefined;
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      const asked = { ...context, ...who, params: stream.params, body: undefined };
      // A stream outlives the question whether its member may have it.
      if (who.member !== undefined)
        response.on(
          'close',
          callers.watch(request.headers, () => response.destroy()),
        );
      streams.open(response, (events) => stream.route.open(asked, events));
      return undefined;
    }
    const found = find(
      routes.filter(({ method }) => method === (request.method as Method)),
      path,
    );
    if (found === undefined) return refused('notFound');
    const { access } = found.route;
    const admitted = (bytes: Buffer) => admit(access, request, `${path}${url.search}`, bytes);
    // A stranger's body is not looked at; a kiosk has signed its own.
    const early = access === 'kiosk' ? undefined : await admitted(Buffer.alloc(0));
    if (early !== undefined && 'status' in early) {
      request.resume();
      return early;
    }
    const body = await readBody(request);
    if (body.kind === 'refused') return refused(body.error);
    const who = early ?? (await admitted(body.bytes));
    if ('status' in who) return who;
    return found.route.answer({ ...context, ...who, params: found.params, body: body.value });
  };

  return {
    owns: isDeskPath,
    streams,
    answer: async (request, response) => {
      try {
        const answer = await decide(request, response, new URL(request.url ?? '/', origin));
        if (answer !== undefined) send(response, answer);
      } catch (failure) {
        // Whoever broke off needs no answer.
        if (response.destroyed) return;
        // The database is away, as a rule; whoever asked asks again.
        onTrouble(failure instanceof Error ? failure.message : String(failure));
        if (response.headersSent) response.destroy();
        else send(response, refused('unavailable'));
      }
    },
  };
};

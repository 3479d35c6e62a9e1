/** One session of better-auth, whichever way somebody signed in. Nothing else of it is used. */
import type { IncomingHttpHeaders } from 'node:http';
import { createAuthEndpoint } from 'better-auth/api';
import { expireCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import * as v from 'valibot';
import type { Store } from '../store/open.ts';
import {
  cookieSecret,
  endSession,
  extendSession,
  livingSessions,
  sessionAdapter,
  sessionModels,
} from '../store/sessions.ts';
import type { StaffMember } from '../wire.ts';
import { cookieName, isSecure } from './cookies.ts';
import { toMember } from './member.ts';

/** Milliseconds without a touch after which somebody has to sign in again. */
export const idleMs = 15 * 60_000;
/** Milliseconds after which somebody has to sign in again in any case. */
export const longestMs = 10 * 3_600_000;
/** A session in use is extended at most so often, in milliseconds. */
const extendEveryMs = 30_000;
/** So often it is looked whether those with an open stream may still have it, in milliseconds. */
export const watchEveryMs = 2_000;

export interface SessionOf {
  readonly id: string;
  readonly madeAt: number;
  /** When it ends if nobody touches anything. */
  readonly endsAt: number;
  readonly member: StaffMember;
}

export interface Sessions {
  /** Begins a session with a new id, whatever the browser had before. @returns the cookies to set */
  begin(staff: string): Promise<readonly string[]>;
  /** @returns whose it is, if they are signed in and may be */
  of(headers: IncomingHttpHeaders): Promise<SessionOf | null>;
  /** Somebody is there: the idle time begins anew. */
  extend(session: SessionOf): Promise<void>;
  /** Ends it. @returns the cookies that take the old one away */
  end(session: SessionOf): Promise<readonly string[]>;
  /** Calls `onOut`, once, within a few seconds after the session has ended or its account may no longer be used. @returns the way to stop */
  watch(session: SessionOf, onOut: () => void): () => void;
  close(): void;
}

const endpoints = {
  begin: createAuthEndpoint.serverOnly({ method: 'POST', body: v.object({ staff: v.string() }) }, async (ctx) => {
    const { token } = await ctx.context.internalAdapter.createSession(ctx.body.staff);
    // Gone with the browser at the latest: the server knows when it ends.
    const { name, attributes } = ctx.context.authCookies.sessionToken;
    const { maxAge: _, ...withoutAge } = attributes;
    await ctx.setSignedCookie(name, token, ctx.context.secret, withoutAge);
    return null;
  }),
  forget: createAuthEndpoint.serverOnly({ method: 'POST' }, async (ctx) => {
    expireCookie(ctx, ctx.context.authCookies.sessionToken);
    return null;
  }),
};

const ofStaff = { type: 'string', required: true, input: false } as const;

/**
 * @param origin - where the pages are, e.g. `https://kazasu.city.example.lg.jp`
 */
export const openSessions = async (
  store: Store,
  origin: string,
  trouble: (failure: unknown) => void,
): Promise<Sessions> => {
  const auth = betterAuth({
    baseURL: origin,
    secret: await cookieSecret(store),
    database: sessionAdapter(store),
    user: { ...sessionModels.user, additionalFields: { role: ofStaff, languages: ofStaff, state: ofStaff } },
    session: { ...sessionModels.session, expiresIn: idleMs / 1000, disableSessionRefresh: true },
    plugins: [{ id: 'kazasu-sessions', endpoints }],
    // Our own counts what an attacker cannot use against the staff (tries.ts).
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      useSecureCookies: false,
      database: { generateId: 'uuid', validateSchema: false },
      ipAddress: { disableIpTracking: true },
      cookies: {
        session_token: {
          name: cookieName(origin, 'staff'),
          attributes: { secure: isSecure(origin), sameSite: 'strict', httpOnly: true, path: '/' },
        },
      },
    },
  });

  const watched = new Map<symbol, { readonly session: string; readonly onOut: () => void }>();
  const look = async (): Promise<void> => {
    if (watched.size === 0) return;
    const asked = [...watched];
    const living = await livingSessions(store, [...new Set(asked.map(([, { session }]) => session))], Date.now());
    for (const [key, { session, onOut }] of asked) if (!living.has(session) && watched.delete(key)) onOut();
  };
  // While the database does not answer nobody is put out: every request of theirs fails anyway, and the next look tells.
  const timer = setInterval(() => void look().catch(trouble), watchEveryMs);
  timer.unref();

  const of: Sessions['of'] = async ({ cookie }) => {
    if (cookie === undefined) return null;
    const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
    const member = found?.user.state === 'active' ? toMember(found.user) : null;
    if (found === null || member === null) return null;
    const { id, createdAt, expiresAt } = found.session;
    return { id, madeAt: createdAt.getTime(), endsAt: expiresAt.getTime(), member };
  };

  return {
    begin: async (staff) => {
      const { headers } = await auth.api.begin({ body: { staff }, headers: new Headers(), returnHeaders: true });
      return headers.getSetCookie();
    },
    of,
    extend: async ({ id, madeAt, endsAt: before }) => {
      const now = Date.now();
      const endsAt = Math.min(now + idleMs, madeAt + longestMs);
      if (endsAt - before >= extendEveryMs) await extendSession(store, id, endsAt, now);
    },
    end: async ({ id }) => {
      await endSession(store, id);
      const { headers } = await auth.api.forget({ headers: new Headers(), returnHeaders: true });
      return headers.getSetCookie();
    },
    watch: (session, onOut) => {
      const key = Symbol();
      watched.set(key, { session: session.id, onOut });
      return () => watched.delete(key);
    },
    close: () => clearInterval(timer),
  };
};

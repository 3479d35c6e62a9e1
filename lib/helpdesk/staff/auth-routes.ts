/** Signing in and out, and what a member of staff does with their own account: `/api/auth/…`. */
import * as v from 'valibot';
import { type Answer, type Asked, answered, nothingToSay, type Route, refused, route } from '../server/route.ts';
import { keepOnce, takeOnce } from '../store/one-time.ts';
import {
  addPasskey,
  audited,
  auditedIf,
  dropSessions,
  hasAdministrator,
  LoginTaken,
  passkeysOf,
  passwordOf,
  rememberDevice,
  removePasskey,
  setPassword,
  staffById,
} from '../store/staff.ts';
import { countTry, forgiveTry } from '../store/tries.ts';
import { codeBody, firstBody, oidcBody, passwordBody, setUpBody, signInBody } from './bodies.ts';
import { cookieName, readCookie, writeCookie } from './cookies.ts';
import { digest, newSecret } from './digest.ts';
import { callbackPath } from './oidc.ts';
import { ownSession } from './own-session.ts';
import type { AccountParts } from './parts.ts';
import {
  assertionSchema,
  challengeMs,
  challengeOf,
  newPasskeyOptions,
  type PasskeyPlace,
  readNewPasskey,
  registrationSchema,
  signInOptions,
} from './passkey.ts';
import { checkPassword, hashPassword, judgePassword } from './password.ts';
import type { SessionOf } from './sessions.ts';
import { type SetUp, setUpFirst, setUpOwn, whoseCode } from './set-up.ts';
import {
  type Caller,
  countStart,
  finishOidc,
  keepSignInChallenge,
  passwordGates,
  type SignIn,
  signInWithPasskey,
  signInWithPassword,
  startOidc,
} from './sign-in.ts';

/** A browser counts as known for so long after somebody has last signed in there. */
export const deviceDays = 400;
const deviceSeconds = deviceDays * 86_400;
/** Seconds that the cookie of an attempt at the provider lasts. */
const oidcSeconds = 600;

/** Not 503: a proxy would take this instance for one that is down, and calls with it. */
const busy: Answer = { ...refused('unavailable'), status: 429, headers: { 'Retry-After': '1' } };

const tooMany = (waitMs: number): Answer => ({
  ...refused('tooMany'),
  headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) },
});

export const authRoutes = ({ store, origin, sessions, passkeys, oidc, trouble }: AccountParts): readonly Route[] => {
  const deviceCookie = cookieName(origin, 'device');
  const oidcCookie = cookieName(origin, 'oidc');
  const { own, fresh } = ownSession(sessions);
  const gates = passwordGates();

  const callerOf = ({ headers, address }: Pick<Asked, 'headers' | 'address'>): Caller => ({
    address,
    device: readCookie(headers.cookie, deviceCookie),
  });
  /** Of the browser: it keeps the one that it has. */
  const deviceOf = ({ device }: Caller): string =>
    device !== undefined && device.length === 43 ? device : newSecret();
  // Lax: the way back from the provider's site must bring it, or a new one takes its place. It opens nothing by itself.
  const withDevice = (device: string): string =>
    writeCookie({ origin, name: deviceCookie, value: device, seconds: deviceSeconds, sameSite: 'Lax' });

  /** A new session, whatever the browser had before; that one ends. */
  const letIn = async (asked: Asked, staff: string, device: string): Promise<readonly string[]> => {
    const before = await sessions.of(asked.headers);
    if (before !== null) await sessions.end(before);
    return [...(await sessions.begin(staff)), withDevice(device)];
  };
  const answerSignIn = async (asked: Asked, result: SignIn, device: string): Promise<Answer> => {
    if (result.kind === 'tooMany') return tooMany(result.waitMs);
    if (result.kind === 'busy') return busy;
    if (result.kind === 'refused') return refused('notSignedIn');
    return { status: 204, headers: { 'Set-Cookie': await letIn(asked, result.staff, device) } };
  };
  /** Whoever has just set up their account is signed in, in a browser that is theirs from now on. */
  const answerSetUp = async (asked: Asked, result: SetUp): Promise<Answer> => {
    if (result.kind === 'tooMany') return tooMany(result.waitMs);
    if (result.kind !== 'done') return refused(result.kind);
    const device = deviceOf(callerOf(asked));
    await rememberDevice(store.db, digest(device), result.staff, Date.now());
    return { status: 204, headers: { 'Set-Cookie': await letIn(asked, result.staff, device) } };
  };
  const forget = async (session: SessionOf): Promise<Answer> => ({
    status: 204,
    headers: { 'Set-Cookie': await sessions.end(session) },
  });

  const offerNewPasskey = async (place: PasskeyPlace, staff: string): Promise<Answer> => {
    const who = await staffById(store.db, staff);
    if (who === undefined) return refused('notFound');
    const options = await newPasskeyOptions(place, who, await passkeysOf(store.db, staff));
    const kept = { purpose: 'passkey-new', subject: staff, detail: '{}' } as const;
    await keepOnce(store.db, options.challenge, kept, Date.now() + challengeMs);
    return answered(options);
  };
  /** @returns the key, if it was made for this person by the challenge that they were given */
  const takeNewPasskey = async (place: PasskeyPlace, body: unknown, staff: string) => {
    const given = v.safeParse(registrationSchema, body);
    const challenge = given.success ? challengeOf(given.output) : null;
    if (!given.success || challenge === null) return null;
    const kept = await takeOnce(store.db, challenge, 'passkey-new', Date.now());
    return kept?.subject === staff ? readNewPasskey(place, given.output, challenge) : null;
  };

  return [
    route({
      method: 'GET',
      path: '/api/auth/ways',
      access: 'own',
      answer: async () =>
        answered({
          passkey: passkeys !== undefined,
          oidc: oidc !== undefined,
          first: !(await hasAdministrator(store.db)),
        }),
    }),
    route({
      method: 'POST',
      path: '/api/auth/sign-in',
      access: 'own',
      answer: async (asked) => {
        const given = v.safeParse(signInBody, asked.body);
        if (!given.success) return refused('notUnderstood');
        const caller = callerOf(asked);
        const device = deviceOf(caller);
        const result = await signInWithPassword({ store, gates }, given.output, caller, device, Date.now());
        return answerSignIn(asked, result, device);
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/passkey/options',
      access: 'own',
      answer: async (asked) => {
        if (passkeys === undefined) return refused('notFound');
        const waitMs = await countStart(store, callerOf(asked), Date.now());
        if (waitMs > 0) return tooMany(waitMs);
        const options = await signInOptions(passkeys);
        await keepSignInChallenge(store, options.challenge, Date.now());
        return answered(options);
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/passkey',
      access: 'own',
      answer: async (asked) => {
        const given = v.safeParse(assertionSchema, asked.body);
        if (passkeys === undefined || !given.success) return refused('notUnderstood');
        const device = deviceOf(callerOf(asked));
        return answerSignIn(asked, await signInWithPasskey(store, passkeys, given.output, device, Date.now()), device);
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/oidc/start',
      access: 'own',
      answer: async (asked) => {
        const given = v.safeParse(oidcBody, asked.body);
        if (oidc === undefined || !given.success) return refused('notUnderstood');
        const waitMs = await countStart(store, callerOf(asked), Date.now());
        if (waitMs > 0) return tooMany(waitMs);
        const browser = newSecret();
        try {
          const address = await startOidc(store, oidc, browser, given.output.next, Date.now());
          // Lax: the way back comes from the provider's site.
          const cookie = { origin, name: oidcCookie, value: browser, seconds: oidcSeconds, sameSite: 'Lax' } as const;
          return { ...answered({ address: address.href }), headers: { 'Set-Cookie': [writeCookie(cookie)] } };
        } catch (failure) {
          trouble(failure);
          return refused('unavailable');
        }
      },
    }),
    route({
      method: 'GET',
      path: callbackPath,
      // Comes from the provider's site; state and cookie say that it was this browser that went there.
      access: 'anyone',
      answer: async (asked) => {
        if (oidc === undefined) return refused('notFound');
        const caller = callerOf(asked);
        const device = deviceOf(caller);
        const browser = readCookie(asked.headers.cookie, oidcCookie);
        const end = await finishOidc(store, oidc, asked.query, browser, device, Date.now());
        const forgotten = writeCookie({ origin, name: oidcCookie, value: '', seconds: 0, sameSite: 'Lax' });
        const isIn = end.kind === 'in';
        const cookies = isIn ? await letIn(asked, end.staff, device) : [];
        const location = isIn
          ? end.next
          : `/ja/staff/sign-in?problem=${end.kind === 'waiting' ? 'waiting' : 'provider'}`;
        return { status: 303, headers: { Location: location, 'Set-Cookie': [...cookies, forgotten] } };
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/first',
      access: 'own',
      answer: async (asked) => {
        const given = v.safeParse(firstBody, asked.body);
        if (!given.success) return refused('notUnderstood');
        try {
          return await answerSetUp(asked, await setUpFirst(store, given.output, callerOf(asked), Date.now()));
        } catch (failure) {
          if (failure instanceof LoginTaken) return refused('loginTaken');
          throw failure;
        }
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/set-up/whose',
      access: 'own',
      answer: async (asked) => {
        const given = v.safeParse(codeBody, asked.body);
        if (!given.success) return refused('notUnderstood');
        const whose = await whoseCode(store, given.output.code, callerOf(asked), Date.now());
        if (whose.kind === 'tooMany') return tooMany(whose.waitMs);
        if (whose.kind !== 'found') return refused(whose.kind);
        return answered({ login: whose.staff.login, name: whose.staff.name });
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/set-up/passkey',
      access: 'own',
      answer: async (asked) => {
        const given = v.safeParse(codeBody, asked.body);
        if (passkeys === undefined || !given.success) return refused('notUnderstood');
        const whose = await whoseCode(store, given.output.code, callerOf(asked), Date.now());
        if (whose.kind === 'tooMany') return tooMany(whose.waitMs);
        return whose.kind === 'found' ? offerNewPasskey(passkeys, whose.staff.id) : refused(whose.kind);
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/set-up',
      access: 'own',
      answer: async (asked) => {
        const given = v.safeParse(setUpBody, asked.body);
        if (!given.success) return refused('notUnderstood');
        const caller = callerOf(asked);
        const now = Date.now();
        const { output } = given;
        if (output.kind === 'password')
          return answerSetUp(asked, await setUpOwn(store, output.code, output, caller, now));
        if (passkeys === undefined) return refused('notUnderstood');
        const whose = await whoseCode(store, output.code, caller, now);
        if (whose.kind === 'tooMany') return tooMany(whose.waitMs);
        if (whose.kind !== 'found') return refused(whose.kind);
        const passkey = await takeNewPasskey(passkeys, output.passkey, whose.staff.id);
        if (passkey === null) return refused('notUnderstood');
        return answerSetUp(asked, await setUpOwn(store, output.code, { kind: 'passkey', passkey }, caller, now));
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/here',
      access: 'clerk',
      answer: (asked) =>
        own(asked, async (session) => {
          await sessions.extend(session);
          return nothingToSay;
        }),
    }),
    route({
      method: 'POST',
      path: '/api/auth/sign-out',
      access: 'own',
      answer: async (asked) => {
        const session = await sessions.of(asked.headers);
        if (session === null) return nothingToSay;
        const { id } = session.member;
        await audited(store, { actor: id, action: 'signed-out', subject: id }, Date.now(), async () => undefined);
        return forget(session);
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/sign-out-everywhere',
      access: 'clerk',
      answer: (asked) =>
        own(asked, async (session) => {
          const { id } = session.member;
          await audited(store, { actor: id, action: 'sessions-ended', subject: id }, Date.now(), (transaction) =>
            dropSessions(transaction, id),
          );
          return forget(session);
        }),
    }),
    route({
      method: 'POST',
      path: '/api/auth/password',
      access: 'clerk',
      answer: (asked) =>
        own(asked, async ({ id: session, member: { id } }) => {
          const given = v.safeParse(passwordBody, asked.body);
          const who = await staffById(store.db, id);
          if (!given.success || who === undefined) return refused('notUnderstood');
          const now = Date.now();
          const bucket = { name: `change ${id}`, limit: 10 };
          const waitMs = await countTry(store, [bucket], now);
          if (waitMs > 0) return tooMany(waitMs);
          const { isRight } = await checkPassword(given.output.current, await passwordOf(store.db, id));
          if (!isRight) return refused('notAllowed');
          await forgiveTry(store, [bucket], now);
          const mistake = judgePassword(given.output.next, who.login);
          if (mistake !== null) return refused(mistake);
          const hash = await hashPassword(given.output.next);
          await audited(store, { actor: id, action: 'password-set', subject: id }, now, async (transaction) => {
            await setPassword(transaction, id, hash, now);
            // Whoever knew the old one is out.
            await dropSessions(transaction, id, session);
          });
          return nothingToSay;
        }),
    }),
    route({
      method: 'GET',
      path: '/api/auth/passkeys',
      access: 'clerk',
      answer: async ({ member }) => {
        const keys = await passkeysOf(store.db, member.id);
        const hasPassword = (await passwordOf(store.db, member.id)) !== undefined;
        return answered({
          hasPassword,
          passkeys: keys.map(({ id, made_at, used_at }) => ({ id, madeAt: made_at, usedAt: used_at })),
        });
      },
    }),
    route({
      method: 'POST',
      path: '/api/auth/passkeys/options',
      access: 'clerk',
      answer: (asked) =>
        fresh(asked, async ({ member }) =>
          passkeys === undefined ? refused('notFound') : offerNewPasskey(passkeys, member.id),
        ),
    }),
    route({
      method: 'POST',
      path: '/api/auth/passkeys',
      access: 'clerk',
      answer: (asked) =>
        fresh(asked, async ({ member: { id } }) => {
          const passkey = passkeys === undefined ? null : await takeNewPasskey(passkeys, asked.body, id);
          if (passkey === null) return refused('notUnderstood');
          const now = Date.now();
          const deed = { actor: id, action: 'passkey-added', subject: id } as const;
          const isAdded = await auditedIf(store, deed, now, (transaction) =>
            addPasskey(transaction, { ...passkey, staff: id }, now),
          );
          return isAdded ? nothingToSay : refused('notUnderstood');
        }),
    }),
    route({
      method: 'DELETE',
      path: '/api/auth/passkeys/:passkey',
      access: 'clerk',
      answer: (asked) =>
        fresh(asked, async ({ member: { id } }) => {
          const deed = { actor: id, action: 'passkey-removed', subject: id } as const;
          const isGone = await auditedIf(store, deed, Date.now(), (transaction) =>
            removePasskey(transaction, asked.params.passkey ?? '', id),
          );
          return isGone ? nothingToSay : refused('notFound');
        }),
    }),
  ];
};

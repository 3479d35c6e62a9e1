/** Who may try to sign in, how often, and what a try leaves behind. */
import type { Locale } from '../../i18n/locales.ts';
import { networkOf } from '../server/client-address.ts';
import { keepOnce, takeOnce } from '../store/one-time.ts';
import type { Store } from '../store/open.ts';
import {
  addIdentity,
  addStaff,
  audited,
  countPasskey,
  isKnownDevice,
  LoginTaken,
  passkeyById,
  rememberDevice,
  setPassword,
  staffById,
  staffByIdentity,
  staffByLogin,
} from '../store/staff.ts';
import { type Bucket, countTry, forgiveTry, waitForTry } from '../store/tries.ts';
import { type Deed, nobody, type SignInWay } from './audit-entry.ts';
import { digest } from './digest.ts';
import { type Gate, gate } from './gate.ts';
import type { Oidc, OidcPerson } from './oidc.ts';
import { type Assertion, challengeMs, challengeOf, checkPasskey, type PasskeyPlace } from './passkey.ts';
import { checkPassword, hashPassword } from './password.ts';

/** Wrong passwords for one account within an hour, from all browsers together in which it has never signed in. */
const strangersLimit = 10;
/** The same from a browser in which it has: nobody else can use these up. */
const deviceLimit = 10;
/** Wrong passwords within an hour from one address, from browsers that are not known. */
const addressLimit = 30;
/** Challenges and ways to the provider within an hour from one address, or from one browser that is known, so that nobody fills the table. */
const startLimit = 600;
/** Milliseconds to come back from the identity provider. */
const oidcMs = 10 * 60_000;

/** What is known of whoever asks. */
export interface Caller {
  /** As the server sees it. */
  readonly address: string;
  /** What the device's cookie holds. */
  readonly device: string | undefined;
}

export type SignIn =
  | { readonly kind: 'in'; readonly staff: string; readonly way: SignInWay }
  /** Whatever was wrong. Nobody is told more. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'tooMany'; readonly waitMs: number }
  /** Nothing was looked at, as others are being looked at. */
  | { readonly kind: 'busy' };

/** How many passwords are looked at at once: each takes a core, and a connection of the database that calls need. */
export interface PasswordGates {
  readonly known: Gate;
  /** Of their own, so that they keep out strangers only. */
  readonly strangers: Gate;
}
/** Four each: together fewer than the connections of an instance. */
export const passwordGates = (): PasswordGates => ({ known: gate(4), strangers: gate(4) });

const refusedSignIn: SignIn = { kind: 'refused' };

/** As it is stored: one spelling for everything that looks the same. */
export const toLogin = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

export const addressBucket = (address: string): Bucket => ({
  name: `address ${networkOf(address)}`,
  limit: addressLimit,
});

/** Strangers use up what strangers have. @returns 0, or the milliseconds to wait */
export const countStart = async (store: Store, { address, device }: Caller, now: number): Promise<number> => {
  const hash = digest(device ?? '');
  const isKnown = await isKnownDevice(store.db, hash);
  const name = isKnown ? `start device ${hash}` : `start ${networkOf(address)}`;
  return countTry(store, [{ name, limit: startLimit }], now);
};

const signedIn = async (store: Store, staff: string, way: SignInWay, device: string, now: number): Promise<SignIn> => {
  await audited(store, { actor: staff, action: 'signed-in', subject: staff, detail: { way } }, now, (transaction) =>
    rememberDevice(transaction, digest(device), staff, now),
  );
  return { kind: 'in', staff, way };
};

/** The same statement and the same time for an account that there is and for one that there is not. */
const noteRefused = (store: Store, staff: string, way: SignInWay, now: number): Promise<void> =>
  audited(
    store,
    { actor: nobody, action: 'sign-in-refused', subject: staff, detail: { way } },
    now,
    async () => undefined,
  );

/**
 * Wrong tries count before the password is looked at. Those from browsers in which this account has signed in before are
 * counted by themselves, so that strangers can lock out strangers only.
 *
 * @param newDevice - what the device's cookie is to hold if somebody is let in
 */
export const signInWithPassword = async (
  { store, gates }: { readonly store: Store; readonly gates: PasswordGates },
  given: { readonly login: string; readonly password: string },
  caller: Caller,
  newDevice: string,
  now: number,
): Promise<SignIn> => {
  const login = toLogin(given.login);
  const account = await staffByLogin(store.db, login);
  const device = digest(caller.device ?? '');
  const isKnown = await isKnownDevice(store.db, device, account?.id ?? '');
  const buckets: readonly Bucket[] = isKnown
    ? [{ name: `device ${device} ${login}`, limit: deviceLimit }]
    : [{ name: `account ${login}`, limit: strangersLimit }, addressBucket(caller.address)];
  const already = await waitForTry(store, buckets, now);
  if (already > 0) return { kind: 'tooMany', waitMs: already };
  const look = async (): Promise<SignIn> => {
    const waitMs = await countTry(store, buckets, now);
    if (waitMs > 0) return { kind: 'tooMany', waitMs };
    const { isRight, isOld } = await checkPassword(given.password, account?.hash ?? undefined);
    if (!isRight || account?.state !== 'active') {
      await noteRefused(store, account?.id ?? '', 'password', now);
      return refusedSignIn;
    }
    await forgiveTry(store, buckets, now);
    if (isOld) await setPassword(store.db, account.id, await hashPassword(given.password), now);
    return signedIn(store, account.id, 'password', newDevice, now);
  };
  return (await (isKnown ? gates.known : gates.strangers).pass(look)) ?? { kind: 'busy' };
};

export const keepSignInChallenge = (store: Store, challenge: string, now: number): Promise<void> =>
  keepOnce(store.db, challenge, { purpose: 'passkey-sign-in', subject: '', detail: '{}' }, now + challengeMs);

export const signInWithPasskey = async (
  store: Store,
  place: PasskeyPlace,
  given: Assertion,
  newDevice: string,
  now: number,
): Promise<SignIn> => {
  const challenge = challengeOf(given);
  // Used up whatever comes of it.
  const kept = challenge === null ? undefined : await takeOnce(store.db, challenge, 'passkey-sign-in', now);
  const key = await passkeyById(store.db, given.id);
  if (challenge === null || kept === undefined || key === undefined) return refusedSignIn;
  const counter = await checkPasskey(place, given, challenge, key);
  const account = await staffById(store.db, key.staff);
  if (counter === null || account?.state !== 'active' || !(await countPasskey(store, key, counter, now))) {
    await noteRefused(store, key.staff, 'passkey', now);
    return refusedSignIn;
  }
  return signedIn(store, key.staff, 'passkey', newDevice, now);
};

interface KeptOidc {
  readonly verifier: string;
  readonly nonce: string;
  /** Of what the browser's cookie holds: the way back is for the browser that went. */
  readonly browser: string;
  readonly next: string;
}

/** @param browser - what the cookie of this attempt holds @returns where the browser goes */
export const startOidc = async (store: Store, oidc: Oidc, browser: string, next: string, now: number): Promise<URL> => {
  const { address, state, verifier, nonce } = await oidc.start();
  const kept: KeptOidc = { verifier, nonce, browser: digest(browser), next };
  await keepOnce(store.db, state, { purpose: 'oidc', subject: '', detail: JSON.stringify(kept) }, now + oidcMs);
  return address;
};

export type OidcEnd =
  | { readonly kind: 'in'; readonly staff: string; readonly next: string }
  /** The account is new: an administrator has to agree first. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused' };

/** An account for somebody whom the provider knows and we do not. Nobody may do anything with it until an administrator agrees. */
const newAccount = async (store: Store, { issuer, subject, name }: OidcPerson, now: number): Promise<void> => {
  const languages: readonly Locale[] = ['ja'];
  const login = `oidc-${digest(`${issuer} ${subject}`).slice(0, 16).toLowerCase()}`;
  const person = { login, name: (name ?? login).slice(0, 100), role: 'clerk', languages, state: 'waiting' } as const;
  const deed = (id: string): Deed => ({
    actor: nobody,
    action: 'account-made',
    subject: id,
    detail: { way: 'oidc', role: 'clerk' },
  });
  await audited(store, deed, now, async (transaction) => {
    const staff = await addStaff(transaction, person, now);
    await addIdentity(transaction, { issuer, subject, staff });
    return staff;
  }).catch((failure: unknown) => {
    // Two windows came back at the same moment: the other one has made it.
    if (!(failure instanceof LoginTaken)) throw failure;
  });
};

export const finishOidc = async (
  store: Store,
  oidc: Oidc,
  returned: URLSearchParams,
  browser: string | undefined,
  newDevice: string,
  now: number,
): Promise<OidcEnd> => {
  const [state, ...others] = returned.getAll('state');
  if (state === undefined || others.length > 0 || browser === undefined) return { kind: 'refused' };
  const found = await takeOnce(store.db, state, 'oidc', now);
  if (found === undefined) return { kind: 'refused' };
  const kept = JSON.parse(found.detail) as KeptOidc;
  if (kept.browser !== digest(browser)) return { kind: 'refused' };
  const person = await oidc.finish(returned, { state, verifier: kept.verifier, nonce: kept.nonce });
  if (person === null) return { kind: 'refused' };
  const account = await staffByIdentity(store.db, person.issuer, person.subject);
  if (account === undefined) {
    await newAccount(store, person, now);
    return { kind: 'waiting' };
  }
  if (account.state === 'waiting') return { kind: 'waiting' };
  if (account.state !== 'active') {
    await noteRefused(store, account.id, 'oidc', now);
    return { kind: 'refused' };
  }
  await signedIn(store, account.id, 'oidc', newDevice, now);
  return { kind: 'in', staff: account.id, next: kept.next };
};

/** The first administrator, and new people who choose their own way to sign in: by a code that counts once. */
import type { Locale } from '../../i18n/locales.ts';
import { record } from '../store/audit.ts';
import type { PasskeyTable, StaffTable } from '../store/database.ts';
import { dropOnce, findOnce, keepOnce, takeOnce } from '../store/one-time.ts';
import type { Store } from '../store/open.ts';
import {
  addPasskey,
  addStaff,
  audited,
  dropOwnWays,
  hasAdministrator,
  setPassword,
  staffById,
} from '../store/staff.ts';
import { countTry } from '../store/tries.ts';
import { office } from './audit-entry.ts';
import { newCode, readCode } from './code.ts';
import { hashPassword, judgePassword, type PasswordMistake } from './password.ts';
import { addressBucket, type Caller } from './sign-in.ts';

/** Milliseconds that the first administrator has for the code of the terminal. */
export const firstCodeMs = 3_600_000;
/** Milliseconds that a new person has for theirs: until tomorrow. */
export const setUpCodeMs = 24 * 3_600_000;

export interface FreshCode {
  /** `ABCD-EFGH-JKLM-NPQR`. */
  readonly code: string;
  /** When it is no longer good. */
  readonly endsAt: number;
}

/**
 * A code for the first administrator. Each instance that starts makes one, and the first that is used is the only one.
 *
 * @returns `null` if there is an administrator
 */
export const makeFirstCode = async ({ db }: Pick<Store, 'db'>, now: number): Promise<FreshCode | null> => {
  if (await hasAdministrator(db)) return null;
  const code = newCode();
  const endsAt = now + firstCodeMs;
  await keepOnce(db, code, { purpose: 'first', subject: '', detail: '{}' }, endsAt);
  return { code, endsAt };
};

/** The same; those before it, whoever has seen them, are no longer good. */
export const renewFirstCode = ({ db }: Store, now: number): Promise<FreshCode | null> =>
  db.transaction().execute(async (transaction) => {
    await dropOnce(transaction, 'first', '');
    return makeFirstCode({ db: transaction }, now);
  });

/** @param by - the administrator. Codes that were made for the same person before are no longer good. */
export const makeSetUpCode = async (store: Store, staff: string, by: string, now: number): Promise<FreshCode> => {
  const code = newCode();
  const endsAt = now + setUpCodeMs;
  await audited(store, { actor: by, action: 'set-up-code-made', subject: staff }, now, async (transaction) => {
    await dropOnce(transaction, 'set-up', staff);
    await keepOnce(transaction, code, { purpose: 'set-up', subject: staff, detail: '{}' }, endsAt);
  });
  return { code, endsAt };
};

class CodeGone extends Error {
  override readonly name = 'CodeGone';
}
const codeGone = { kind: 'codeNotValid' } as const;

export type SetUp =
  | { readonly kind: 'done'; readonly staff: string }
  | { readonly kind: 'codeNotValid' | PasswordMistake }
  | { readonly kind: 'tooMany'; readonly waitMs: number };

/** Codes cannot be guessed; this keeps whoever tries from being heard. */
const countCode = (store: Store, { address }: Caller, now: number): Promise<number> =>
  countTry(store, [addressBucket(address)], now);

/**
 * Makes the first administrator.
 *
 * @throws {LoginTaken} the name is that of somebody else; the code stays good
 */
export const setUpFirst = async (
  store: Store,
  given: {
    readonly code: string;
    readonly login: string;
    readonly name: string;
    readonly languages: readonly Locale[];
    readonly password: string;
  },
  caller: Caller,
  now: number,
): Promise<SetUp> => {
  const code = readCode(given.code);
  const login = given.login;
  if (code === null || (await findOnce(store.db, code, 'first', now)) === undefined) {
    const waitMs = await countCode(store, caller, now);
    return waitMs > 0 ? { kind: 'tooMany', waitMs } : codeGone;
  }
  const mistake = judgePassword(given.password, login);
  if (mistake !== null) return { kind: mistake };
  const hash = await hashPassword(given.password);
  const { name, languages } = given;
  try {
    const staff = await store.db.transaction().execute(async (transaction) => {
      const id = await addStaff(transaction, { login, name, role: 'administrator', languages, state: 'active' }, now);
      await setPassword(transaction, id, hash, now);
      await record(transaction, { actor: office, action: 'first-administrator', subject: id }, now);
      // After the audit, which only one writes at a time: of two who come at once, with one code or two, one goes on from here.
      if ((await takeOnce(transaction, code, 'first', now)) === undefined) throw new CodeGone();
      if (await hasAdministrator(transaction, id)) throw new CodeGone();
      await dropOnce(transaction, 'first', '');
      return id;
    });
    return { kind: 'done', staff };
  } catch (failure) {
    if (failure instanceof CodeGone) return codeGone;
    throw failure;
  }
};

/** Whose a set-up code is, so that they see that they have the right one. */
export const whoseCode = async (
  store: Store,
  typed: string,
  caller: Caller,
  now: number,
): Promise<{ kind: 'found'; staff: StaffTable } | Exclude<SetUp, { kind: 'done' }>> => {
  const code = readCode(typed);
  const found = code === null ? undefined : await findOnce(store.db, code, 'set-up', now);
  const staff = found === undefined ? undefined : await staffById(store.db, found.subject);
  if (staff !== undefined && staff.state !== 'disabled') return { kind: 'found', staff };
  const waitMs = await countCode(store, caller, now);
  return waitMs > 0 ? { kind: 'tooMany', waitMs } : codeGone;
};

export type OwnWay =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'passkey'; readonly passkey: Pick<PasskeyTable, 'id' | 'public_key' | 'counter'> };

/** Uses up a set-up code: from now on this person signs in this way and no other, and whatever was signed in is out. */
export const setUpOwn = async (
  store: Store,
  typed: string,
  way: OwnWay,
  caller: Caller,
  now: number,
): Promise<SetUp> => {
  const whose = await whoseCode(store, typed, caller, now);
  if (whose.kind !== 'found') return whose;
  const { id, login } = whose.staff;
  const mistake = way.kind === 'password' ? judgePassword(way.password, login) : null;
  if (mistake !== null) return { kind: mistake };
  const hash = way.kind === 'password' ? await hashPassword(way.password) : null;
  const action = way.kind === 'password' ? 'password-set' : 'passkey-added';
  try {
    await audited(store, { actor: id, action, subject: id }, now, async (transaction) => {
      const taken = await takeOnce(transaction, readCode(typed) ?? '', 'set-up', now);
      if (taken?.subject !== id) throw new CodeGone();
      await dropOwnWays(transaction, id);
      if (hash !== null) await setPassword(transaction, id, hash, now);
      const isKept = way.kind !== 'passkey' || (await addPasskey(transaction, { ...way.passkey, staff: id }, now));
      if (!isKept) throw new CodeGone();
    });
    return { kind: 'done', staff: id };
  } catch (failure) {
    if (failure instanceof CodeGone) return codeGone;
    throw failure;
  }
};

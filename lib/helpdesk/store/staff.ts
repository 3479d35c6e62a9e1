/** Accounts of staff and the ways in which they sign in. */
import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Locale } from '../../i18n/locales.ts';
import type { Deed, StaffState } from '../staff/audit-entry.ts';
import type { StaffRole } from '../wire.ts';
import { record } from './audit.ts';
import type { Database, PasskeyTable, StaffTable } from './database.ts';
import type { Store } from './open.ts';

/** A change that would leave nobody who can look after the accounts; nothing of it is done. */
export class LastAdministrator extends Error {
  override readonly name = 'LastAdministrator';
}
/** The sign-in name is somebody else's; nothing is done. */
export class LoginTaken extends Error {
  override readonly name = 'LoginTaken';
}

/**
 * A change to accounts and its line in the audit, both or neither.
 *
 * @param deed - what was done; made of what the change returns where only that knows to whom
 */
export const audited = <Result>(
  store: Pick<Store, 'db'>,
  deed: Deed | ((result: Result) => Deed),
  now: number,
  change: (transaction: Transaction<Database>) => Promise<Result>,
): Promise<Result> =>
  store.db.transaction().execute(async (transaction) => {
    const result = await change(transaction);
    await record(transaction, typeof deed === 'function' ? deed(result) : deed, now);
    return result;
  });

/** The same for a change that may find nothing to do; then nothing is written. @returns whether it was done */
export const auditedIf = (
  { db }: Pick<Store, 'db'>,
  deed: Deed,
  now: number,
  change: (transaction: Transaction<Database>) => Promise<boolean>,
): Promise<boolean> =>
  db.transaction().execute(async (transaction) => {
    const isDone = await change(transaction);
    if (isDone) await record(transaction, deed, now);
    return isDone;
  });

/** @param except - id of somebody who does not count */
export const hasAdministrator = async (db: Kysely<Database>, except = ''): Promise<boolean> => {
  const one = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'administrator')
    .where('state', '=', 'active')
    .where('id', '!=', except)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
};

/** Whether one of them has a way to sign in: whoever has only been given a code may never come. */
const canAdministratorSignIn = async (db: Kysely<Database>): Promise<boolean> => {
  const one = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'administrator')
    .where('state', '=', 'active')
    .where((eb) =>
      eb.or([
        eb('id', 'in', eb.selectFrom('staff_password').select('staff')),
        eb('id', 'in', eb.selectFrom('passkey').select('staff')),
        eb('id', 'in', eb.selectFrom('staff_identity').select('staff')),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
};

export interface NewStaff {
  readonly login: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly languages: readonly Locale[];
  readonly state: StaffState;
}

/** @returns its id @throws {LoginTaken} */
export const addStaff = async (transaction: Transaction<Database>, given: NewStaff, now: number): Promise<string> => {
  const id = randomUUID();
  const added = await transaction
    .insertInto('staff')
    .values({ ...given, id, languages: JSON.stringify(given.languages), made_at: now })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added === undefined) throw new LoginTaken();
  return id;
};

export const staffById = (db: Kysely<Database>, id: string): Promise<StaffTable | undefined> =>
  db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();

/** An account with its password, if it has one. */
export const staffByLogin = (
  db: Kysely<Database>,
  login: string,
): Promise<(StaffTable & { hash: string | null }) | undefined> =>
  db
    .selectFrom('staff')
    .leftJoin('staff_password', 'staff_password.staff', 'staff.id')
    .selectAll('staff')
    .select('staff_password.hash')
    .where('login', '=', login)
    .executeTakeFirst();

export const passwordOf = async (db: Kysely<Database>, staff: string): Promise<string | undefined> =>
  (await db.selectFrom('staff_password').select('hash').where('staff', '=', staff).executeTakeFirst())?.hash;

export const setPassword = async (db: Kysely<Database>, staff: string, hash: string, now: number): Promise<void> => {
  await db
    .insertInto('staff_password')
    .values({ staff, hash, set_at: now })
    .onConflict((conflict) => conflict.column('staff').doUpdateSet({ hash, set_at: now }))
    .execute();
};

/** Everything that somebody could sign in with here, and whatever is signed in. An identity of the office's provider stays. */
export const dropOwnWays = async (transaction: Transaction<Database>, staff: string): Promise<void> => {
  await transaction.deleteFrom('staff_password').where('staff', '=', staff).execute();
  await transaction.deleteFrom('passkey').where('staff', '=', staff).execute();
  await transaction.deleteFrom('known_device').where('staff', '=', staff).execute();
  await dropSessions(transaction, staff);
};

export const dropSessions = async (db: Kysely<Database>, staff: string, except = ''): Promise<void> => {
  await db.deleteFrom('staff_session').where('staff', '=', staff).where('id', '!=', except).execute();
};

/** What an administrator changes. A change of role or state ends every session of that person. */
export type StaffChange = Partial<{
  readonly name: string;
  readonly role: StaffRole;
  readonly languages: readonly Locale[];
  readonly state: StaffState;
}>;

/**
 * @returns false if there is no such account
 * @throws {LastAdministrator}
 */
export const changeStaff = async (
  { db }: Store,
  id: string,
  { languages, ...change }: StaffChange,
  deeds: readonly Deed[],
  now: number,
): Promise<boolean> =>
  db.transaction().execute(async (transaction) => {
    const changed = await transaction
      .updateTable('staff')
      .set({ ...change, ...(languages === undefined ? {} : { languages: JSON.stringify(languages) }) })
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst();
    if (changed === undefined) return false;
    if (change.role !== undefined || change.state !== undefined) await dropSessions(transaction, id);
    for (const deed of deeds) await record(transaction, deed, now);
    // After the audit, which only one writes at a time: two who demote each other do not both see the other one left.
    const takesAway = (change.role ?? 'administrator') !== 'administrator' || (change.state ?? 'active') !== 'active';
    if (takesAway && !(await canAdministratorSignIn(transaction))) throw new LastAdministrator();
    return true;
  });

export interface StaffLine extends StaffTable {
  readonly has_password: number;
  readonly has_identity: number;
  readonly passkeys: number;
  /** That have not come to their end. */
  readonly sessions: number;
}

export const listStaff = async ({ db }: Store, now: number): Promise<StaffLine[]> => {
  const count = (table: 'staff_password' | 'staff_identity' | 'passkey') =>
    db
      .selectFrom(table)
      .select(['staff', db.fn.countAll<number>().as('count')])
      .groupBy('staff')
      .execute();
  const [staff, passwords, identities, passkeys, sessions] = await Promise.all([
    db.selectFrom('staff').selectAll().orderBy('login').execute(),
    count('staff_password'),
    count('staff_identity'),
    count('passkey'),
    db
      .selectFrom('staff_session')
      .select(['staff', db.fn.countAll<number>().as('count')])
      .where('ends_at', '>', now)
      .groupBy('staff')
      .execute(),
  ]);
  const of = (rows: readonly { staff: string; count: number }[], id: string): number =>
    Number(rows.find((each) => each.staff === id)?.count ?? 0);
  return staff.map((row) => ({
    ...row,
    has_password: of(passwords, row.id),
    has_identity: of(identities, row.id),
    passkeys: of(passkeys, row.id),
    sessions: of(sessions, row.id),
  }));
};

export const passkeysOf = (db: Kysely<Database>, staff: string): Promise<PasskeyTable[]> =>
  db.selectFrom('passkey').selectAll().where('staff', '=', staff).orderBy('made_at').execute();

export const passkeyById = (db: Kysely<Database>, id: string): Promise<PasskeyTable | undefined> =>
  db.selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();

/** @returns false if that passkey is there already */
export const addPasskey = async (
  db: Kysely<Database>,
  given: Pick<PasskeyTable, 'id' | 'staff' | 'public_key' | 'counter'>,
  now: number,
): Promise<boolean> => {
  const added = await db
    .insertInto('passkey')
    .values({ ...given, made_at: now, used_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
};

/** @returns false if somebody has used it in between with a higher count: one of the two is a copy */
export const countPasskey = async (
  { db }: Store,
  { id, counter: before }: Pick<PasskeyTable, 'id' | 'counter'>,
  counter: number,
  now: number,
): Promise<boolean> => {
  const counted = await db
    .updateTable('passkey')
    .set({ counter, used_at: now })
    .where('id', '=', id)
    .where('counter', '=', before)
    .returning('id')
    .executeTakeFirst();
  return counted !== undefined;
};

export const removePasskey = async (db: Kysely<Database>, id: string, staff: string): Promise<boolean> => {
  const gone = await db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('staff', '=', staff)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
};

export const staffByIdentity = (
  db: Kysely<Database>,
  issuer: string,
  subject: string,
): Promise<StaffTable | undefined> =>
  db
    .selectFrom('staff_identity')
    .innerJoin('staff', 'staff.id', 'staff_identity.staff')
    .selectAll('staff')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();

export const addIdentity = async (
  transaction: Transaction<Database>,
  identity: { readonly issuer: string; readonly subject: string; readonly staff: string },
): Promise<void> => {
  await transaction.insertInto('staff_identity').values(identity).execute();
};

/** @param hash - of what the device's cookie holds @param staff - who has signed in there; without it: anybody */
export const isKnownDevice = async (db: Kysely<Database>, hash: string, staff?: string): Promise<boolean> => {
  const ofHash = db.selectFrom('known_device').select('hash').where('hash', '=', hash).limit(1);
  const known = await (staff === undefined ? ofHash : ofHash.where('staff', '=', staff)).executeTakeFirst();
  return known !== undefined;
};

export const rememberDevice = async (db: Kysely<Database>, hash: string, staff: string, now: number): Promise<void> => {
  await db
    .insertInto('known_device')
    .values({ hash, staff, used_at: now })
    .onConflict((conflict) => conflict.columns(['hash', 'staff']).doUpdateSet({ used_at: now }))
    .execute();
};

/** Devices that nobody has used since. */
export const forgetDevices = async ({ db }: Store, before: number): Promise<void> => {
  await db.deleteFrom('known_device').where('used_at', '<', before).execute();
};

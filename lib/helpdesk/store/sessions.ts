/** Sessions of staff. better-auth makes and reads them through `sessionAdapter`; what it does not know is here too. */
import { createAdapterFactory } from 'better-auth/adapters';
import { digest, newSecret } from '../staff/digest.ts';
import type { StaffSessionTable } from './database.ts';
import type { Store } from './open.ts';

/** Names of the columns, for better-auth's options. */
export const sessionModels = {
  user: { modelName: 'staff', fields: { email: 'login', createdAt: 'made_at' } },
  session: {
    modelName: 'staff_session',
    fields: { userId: 'staff', createdAt: 'made_at', expiresAt: 'ends_at' },
  },
} as const;

interface Condition {
  readonly field: string;
  readonly value: unknown;
}

/** All that better-auth looks for here: one row by one column. */
const only = (where: readonly Condition[], field: string): string => {
  const [first] = where;
  if (where.length === 1 && first?.field === field && typeof first.value === 'string') return first.value;
  throw new Error(`better-auth asks for ${where.map((each) => each.field).join(', ')}, which is not foreseen`);
};

const notForeseen = (): never => {
  throw new Error('better-auth asks for something that is not foreseen');
};

/**
 * The few statements that better-auth needs for sessions, and no others: accounts, passwords and links are not its business
 * here. What the cookie holds is stored as its SHA-256, so that nobody can sign in with what is in the table.
 */
export const sessionAdapter = ({ db }: Store) =>
  createAdapterFactory({
    config: {
      adapterId: 'kazasu',
      // Moments are integers in every table.
      customTransformInput: ({ data }) => (data instanceof Date ? data.getTime() : data),
      customTransformOutput: ({ data, fieldAttributes }) =>
        fieldAttributes.type === 'date' && typeof data === 'number' ? new Date(data) : data,
    },
    adapter: () => ({
      create: async ({ model, data }) => {
        if (model !== sessionModels.session.modelName) return notForeseen();
        const { id, token, staff, made_at, ends_at } = data as unknown as StaffSessionTable;
        await db
          .insertInto('staff_session')
          .values({ id, token: digest(token), staff, made_at, ends_at })
          .execute();
        return data;
      },
      findOne: async <Row>({ model, where }: { model: string; where: readonly Condition[] }): Promise<Row | null> => {
        if (model === sessionModels.session.modelName) {
          const token = only(where, 'token');
          const session = await db
            .selectFrom('staff_session')
            .selectAll()
            .where('token', '=', digest(token))
            .executeTakeFirst();
          return session === undefined ? null : ({ ...session, token } as Row);
        }
        const id = only(where, 'id');
        return ((await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()) ??
          null) as Row | null;
      },
      // Asked only before it deletes a session that has come to its end. Those are no longer anybody's, and go with the others.
      findMany: async <Row>(): Promise<Row[]> => [],
      delete: notForeseen,
      update: notForeseen,
      updateMany: notForeseen,
      deleteMany: notForeseen,
      count: notForeseen,
    }),
  });

/** What cookies are signed with, made once for this database. */
export const cookieSecret = async ({ db }: Store): Promise<string> => {
  await db
    .insertInto('staff_secret')
    .values({ id: 1, value: newSecret() })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return (await db.selectFrom('staff_secret').select('value').executeTakeFirstOrThrow()).value;
};

/** Moves the end of a session that is in use. */
export const extendSession = async ({ db }: Store, id: string, endsAt: number, now: number): Promise<void> => {
  await db
    .updateTable('staff_session')
    .set({ ends_at: endsAt })
    .where('id', '=', id)
    .where('ends_at', '>', now)
    .execute();
};

export const endSession = async ({ db }: Store, id: string): Promise<void> => {
  await db.deleteFrom('staff_session').where('id', '=', id).execute();
};

/** Which of these sessions are still those of somebody who may work. */
export const livingSessions = async (
  { db }: Store,
  ids: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> => {
  const rows = await db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff')
    .select('staff_session.id')
    .where('staff_session.id', 'in', ids)
    .where('staff_session.ends_at', '>', now)
    .where('staff.state', '=', 'active')
    .execute();
  return new Set(rows.map(({ id }) => id));
};

/** Takes away what has come to its end. */
export const forgetEndedSessions = async ({ db }: Store, now: number): Promise<void> => {
  await db.deleteFrom('staff_session').where('ends_at', '<=', now).execute();
  await db.deleteFrom('one_time').where('ends_at', '<=', now).execute();
};

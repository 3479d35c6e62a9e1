import { sql } from 'kysely';
import type { Store } from './open.ts';

/** Whether the database answers. @throws what the database throws when it does not */
export const answers = async ({ db }: Store): Promise<boolean> => {
  await sql`select 1`.execute(db);
  return true;
};

import type { Store } from './open.ts';

/** Makes the kiosk known if it is not yet; its name stays as staff have set it. */
export const ensureKiosk = async (
  { db }: Store,
  { id, name }: { readonly id: string; readonly name: string },
  now: number,
): Promise<void> => {
  await db
    .insertInto('kiosk')
    .values({ id, name, public_key: null, enrolled_at: now, revoked_at: null, seen_at: null, status: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
};

/** Slips from one counter to the next. The code is the only way to one; store/retention.ts deletes them when the day ends. */
import { randomInt } from 'node:crypto';
import * as v from 'valibot';
import { codeLength, codeLetters, type HandOver, type HandOverFound, handOverSchema, isOfToday } from '../hand-over.ts';
import { record, recordAlone } from './audit.ts';
import type { Store } from './open.ts';

const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('');

/**
 * Keeps a slip for the rest of the day.
 *
 * @param at - milliseconds since 1970
 * @param draw - gives a code; another one is drawn while there is a slip with it
 */
export const keepHandOver = async (
  store: Store,
  { content, by, at }: { readonly content: HandOver; readonly by: string; readonly at: number },
  draw: () => string = newCode,
): Promise<string> => {
  const code = draw();
  const isKept = await store.db.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('hand_over')
      .values({ code, content: JSON.stringify(content), made_at: at, made_by: by })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return false;
    // Without the code: whoever reads the audit must not open slips with it.
    await record(transaction, { actor: by, action: 'hand-over-made' }, at);
    return true;
  });
  return isKept ? code : keepHandOver(store, { content, by, at }, draw);
};

/** By whom is in the audit. `null`: there is none, or it is of another day and has not been cleared away yet. */
export const findHandOver = async (
  store: Store,
  code: string,
  by: string,
  now: number,
): Promise<HandOverFound | null> => {
  const row = await store.db
    .selectFrom('hand_over')
    .select(['content', 'made_at'])
    .where('code', '=', code)
    .executeTakeFirst();
  if (row === undefined || !isOfToday(row.made_at, now)) return null;
  await recordAlone(store, { actor: by, action: 'hand-over-opened' }, now);
  return { content: v.parse(handOverSchema, JSON.parse(row.content)), madeAt: row.made_at };
};

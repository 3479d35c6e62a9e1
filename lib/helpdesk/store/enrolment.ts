/** How a kiosk comes to belong to a hub, and how it is known again. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { timeToleranceMs } from '../link/signature.ts';
import { nobody, office } from '../staff/audit-entry.ts';
import { record } from './audit.ts';
import { addEvent, change } from './events.ts';
import type { Store } from './open.ts';

/** Crockford's: without letters that are taken for digits. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 60 bits: nobody finds one by trying within the day that it is good for, here or in a stolen copy of the table. */
const codeLength = 12;

const newCode = (): string =>
  [...randomBytes(codeLength)]
    .map((byte) => letters[byte % letters.length])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

const misread: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
/** As it was typed in, with small letters, without hyphens, with an O for a zero. */
const hashOf = (code: string): string =>
  createHash('sha256')
    .update(
      code
        .toUpperCase()
        .replace(/[\s-]/g, '')
        .replace(/[OIL]/g, (letter) => misread[letter] ?? letter),
    )
    .digest('hex');

/**
 * @param by - id of a member of staff; without one it is an operator in a terminal
 * @returns the code, which is kept nowhere, and until when it is good
 */
export const makeCode = (
  store: Store,
  { name, minutes, by = office }: { readonly name: string; readonly minutes: number; readonly by?: string },
  now: number,
): Promise<{ code: string; endsAt: number }> =>
  change(store, async (transaction) => {
    const code = newCode();
    const endsAt = now + minutes * 60_000;
    await transaction
      .insertInto('enrolment')
      .values({ code_hash: hashOf(code), name, ends_at: endsAt, kiosk: null })
      .execute();
    await record(transaction, { actor: by, action: 'kiosk-code-made' }, now);
    return { code, endsAt };
  });

/**
 * Takes a code for a kiosk. It works once; the same key with the same code gets the same answer, as the first may have been lost.
 *
 * @param publicKey - checked already
 * @returns id of the kiosk; `null`: the code is not good, or no longer
 */
export const enrol = async (store: Store, code: string, publicKey: string, now: number): Promise<string | null> => {
  const hash = hashOf(code);
  // Whoever guesses costs a look, and no transaction that others wait for.
  const known = await store.db
    .selectFrom('enrolment')
    .select('code_hash')
    .where('code_hash', '=', hash)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  if (known === undefined) return null;
  return change(store, async (transaction) => {
    const kiosk = randomUUID();
    const taken = await transaction
      .updateTable('enrolment')
      .set({ kiosk })
      .where('code_hash', '=', hash)
      .where('kiosk', 'is', null)
      .where('ends_at', '>', now)
      .returning('name')
      .executeTakeFirst();
    if (taken === undefined) {
      const before = await transaction
        .selectFrom('enrolment')
        .innerJoin('kiosk', 'kiosk.id', 'enrolment.kiosk')
        .select('kiosk.id')
        .where('code_hash', '=', hash)
        .where('ends_at', '>', now)
        .where('kiosk.public_key', '=', publicKey)
        .where('kiosk.revoked_at', 'is', null)
        .executeTakeFirst();
      return before?.id ?? null;
    }
    await transaction
      .insertInto('kiosk')
      .values({
        id: kiosk,
        name: taken.name,
        public_key: publicKey,
        enrolled_at: now,
        revoked_at: null,
        seen_at: null,
        status: null,
      })
      .execute();
    await record(transaction, { actor: nobody, action: 'kiosk-enrolled', subject: kiosk }, now);
    await addEvent(transaction, store, [{ kind: 'kiosk', subject: kiosk }], now);
    return kiosk;
  });
};

/** @returns SPKI in base64; `null`: there is no such kiosk, it no longer belongs here, or it needs no key */
export const keyOf = async ({ db }: Store, kiosk: string): Promise<string | null> =>
  (
    await db
      .selectFrom('kiosk')
      .select('public_key')
      .where('id', '=', kiosk)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
  )?.public_key ?? null;

/** Notes a nonce whose signature was right. @returns whether it is the first time, at any instance */
export const isFirstUse = async ({ db }: Store, kiosk: string, nonce: string, now: number): Promise<boolean> => {
  const row = await db
    .insertInto('nonce')
    .values({ kiosk, nonce, at: now })
    .onConflict((conflict) => conflict.columns(['kiosk', 'nonce']).doNothing())
    .returning('nonce')
    .executeTakeFirst();
  return row !== undefined;
};

/** A request may be signed up to the tolerance ahead and arrive up to the tolerance behind. */
const nonceKeptMs = 3 * timeToleranceMs;

/** Deletes codes that are no longer good, and nonces whose requests would be too old anyway. */
export const forgetEnrolments = async ({ db }: Store, now: number): Promise<void> => {
  await db.deleteFrom('enrolment').where('ends_at', '<=', now).execute();
  await db
    .deleteFrom('nonce')
    .where('at', '<', now - nonceKeptMs)
    .execute();
};

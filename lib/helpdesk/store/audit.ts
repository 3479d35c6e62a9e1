/** The audit: only ever added to. What its chain shows is in lib/helpdesk/staff/chain.ts. */
import type { Kysely, Transaction } from 'kysely';
import type { Deed } from '../staff/audit-entry.ts';
import { type ChainEntry, type ChainHead, type ChainVerdict, hashOfEntry, verifyChain } from '../staff/chain.ts';
import type { AuditTable, Database } from './database.ts';
import type { Store } from './open.ts';

/**
 * Writes down what was done, in the transaction that does it: both are there or neither. Other writers of the audit wait
 * from here to the commit, so call it after the change and before `addEvent`.
 */
export const record = async (transaction: Transaction<Database>, deed: Deed, now: number): Promise<void> => {
  const { seq, hash: before } = await transaction
    .updateTable('audit_head')
    .set((eb) => ({ seq: eb('seq', '+', 1) }))
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow();
  const entry = {
    seq,
    at: now,
    actor: deed.actor,
    action: deed.action,
    subject: deed.subject ?? '',
    detail: JSON.stringify(deed.detail ?? {}),
  };
  const hash = hashOfEntry(before, entry);
  await transaction
    .insertInto('audit')
    .values({ ...entry, hash })
    .execute();
  await transaction.updateTable('audit_head').set({ hash }).execute();
};

/** The same for what changes nothing else. */
export const recordAlone = ({ db }: Store, deed: Deed, now: number): Promise<void> =>
  db.transaction().execute((transaction) => record(transaction, deed, now));

const pageSize = 1_000;

/** Everything, oldest first, a thousand at a time. */
async function* auditPages(db: Kysely<Database>): AsyncGenerator<readonly ChainEntry[]> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    const last = page.at(-1);
    if (last === undefined) return;
    yield page;
    after = last.seq;
  }
}

/** Where the chain ends: to be noted somewhere else. @returns `undefined` if somebody has taken the row away */
export const auditHead = ({ db }: Pick<Store, 'db'>): Promise<ChainHead | undefined> =>
  db.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();

/** Goes through the audit as it is at this moment, while others go on writing. @param known - a head noted before */
export const verifyAudit = (store: Pick<Store, 'db' | 'dialect'>, known?: ChainHead): Promise<ChainVerdict> => {
  const transaction = store.db.transaction().setAccessMode('read only');
  // SQLite's readers see one moment anyway, and it knows no levels.
  const fixed = store.dialect === 'postgresql' ? transaction.setIsolationLevel('repeatable read') : transaction;
  return fixed.execute(async (moment) => {
    const head = await moment.selectFrom('audit_head').select(['seq', 'hash']).executeTakeFirst();
    return verifyChain(auditPages(moment), head, known);
  });
};

export interface AuditLine extends AuditTable {
  /** Name of the actor, and of the subject if it is a member of staff; `null` if it is none. */
  readonly actor_name: string | null;
  readonly subject_name: string | null;
}

/** The newest entries, newest first. @param before - only entries with a smaller number */
export const newestAudit = ({ db }: Store, limit: number, before: number): Promise<AuditLine[]> =>
  db
    .selectFrom('audit')
    .leftJoin('staff as actor_row', 'actor_row.id', 'audit.actor')
    .leftJoin('staff as subject_row', 'subject_row.id', 'audit.subject')
    .selectAll('audit')
    .select(['actor_row.name as actor_name', 'subject_row.name as subject_name'])
    .where('audit.seq', '<', before)
    .orderBy('audit.seq', 'desc')
    .limit(limit)
    .execute();

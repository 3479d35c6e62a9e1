import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { auditActions } from '../staff/audit-entry.ts';
import { type ChainEntry, type ChainHead, hashOfEntry, verifyChain } from '../staff/chain.ts';
import { auditHead, record, verifyAudit } from './audit.ts';
import type { Store } from './open.ts';
import { eachStore } from './testing/stores.ts';

const oneOf = <Each>(all: readonly Each[]): Each => all[randomInt(all.length)] as Each;

const write = async (store: Store, count: number): Promise<void> => {
  await store.db.transaction().execute(async (transaction) => {
    for (let at = 0; at < count; at += 1) {
      const deed = { actor: `s${at % 7}`, action: oneOf(auditActions), subject: `s${at % 11}`, detail: { count: at } };
      await record(transaction, deed, 1_800_000_000_000 + at);
    }
  });
};

interface Audit {
  readonly entries: readonly ChainEntry[];
  readonly head: ChainHead | undefined;
}
type Edit = (audit: Audit) => Audit;

const replace = ({ entries, head }: Audit, at: number, change: (entry: ChainEntry) => ChainEntry): Audit => ({
  head,
  entries: entries.map((entry, place) => (place === at ? change(entry) : entry)),
});
const hex = (): string => Array.from({ length: 64 }, () => '0123456789abcdef'.charAt(randomInt(16))).join('');
/** A change of one column of one entry. */
const columns: readonly ((entry: ChainEntry) => ChainEntry)[] = [
  (entry) => ({ ...entry, seq: entry.seq + oneOf([-2, -1, 1, 2, 1_000]) }),
  (entry) => ({ ...entry, at: entry.at + oneOf([-86_400_000, -1, 1, 60_000]) }),
  (entry) => ({ ...entry, actor: oneOf(['', 'nobody', `${entry.actor}x`, 's99']) }),
  (entry) => ({ ...entry, action: oneOf(auditActions.filter((each) => each !== entry.action)) }),
  (entry) => ({ ...entry, subject: oneOf(['', `${entry.subject} `, 's98']) || 's97' }),
  (entry) => ({
    ...entry,
    detail: oneOf(['{}', `${entry.detail} `, '{"count":1000000}', entry.detail.replace('}', ',"a":1}')]),
  }),
  (entry) => ({ ...entry, hash: hex() }),
  // With its own hash made anew, as somebody would who knows how it is made.
  (entry) => {
    const changed = { ...entry, action: oneOf(auditActions.filter((each) => each !== entry.action)) };
    return { ...changed, hash: hashOfEntry(hex(), changed) };
  },
];

const edits: readonly Edit[] = [
  ...columns.map(
    (change): Edit =>
      (audit) =>
        replace(audit, randomInt(audit.entries.length), change),
  ),
  // Two entries change places, numbers and all, or all but the numbers.
  ({ entries, head }) => {
    const [one, other] = [randomInt(entries.length / 2), entries.length / 2 + randomInt(entries.length / 2)];
    const [a, b] = [entries[one], entries[other]] as [ChainEntry, ChainEntry];
    const keepsNumbers = randomInt(2) === 1;
    const put = (entry: ChainEntry, from: ChainEntry) => ({ ...from, seq: keepsNumbers ? entry.seq : from.seq });
    return { head, entries: entries.map((entry, at) => (at === one ? put(a, b) : at === other ? put(b, a) : entry)) };
  },
  // One is taken out, with the gap or without.
  ({ entries, head }) => {
    const gone = randomInt(entries.length);
    const closes = randomInt(2) === 1;
    const rest = entries.filter((_, at) => at !== gone);
    return { head, entries: closes ? rest.map((entry, at) => ({ ...entry, seq: at + 1 })) : rest };
  },
  // One is put in, with a hash that fits what is before it.
  ({ entries, head }) => {
    const at = randomInt(entries.length + 1);
    const before = entries[at - 1]?.hash ?? '';
    const added = { seq: at + 1, at: 1, actor: 's1', action: 'signed-in', subject: 's1', detail: '{}' };
    const later = entries.slice(at).map((entry) => ({ ...entry, seq: entry.seq + 1 }));
    return { head, entries: [...entries.slice(0, at), { ...added, hash: hashOfEntry(before, added) }, ...later] };
  },
  // The end, the beginning or everything is cut off.
  ({ entries, head }) => ({ head, entries: entries.slice(0, randomInt(entries.length)) }),
  ({ entries, head }) => ({ head, entries: entries.slice(1 + randomInt(entries.length - 1)) }),
  // An entry a second time.
  ({ entries, head }) => {
    const at = randomInt(entries.length);
    return { head, entries: [...entries.slice(0, at + 1), ...entries.slice(at)] };
  },
  // The head is moved, changed or taken away.
  ({ entries, head }) => ({ entries, head: { seq: (head?.seq ?? 0) + oneOf([-1, 1, 7]), hash: head?.hash ?? '' } }),
  ({ entries, head }) => ({ entries, head: { seq: head?.seq ?? 0, hash: hex() } }),
  ({ entries }) => ({ entries, head: undefined }),
];

const readAll = async (store: Store): Promise<Audit> => ({
  entries: await store.db.selectFrom('audit').selectAll().orderBy('seq').execute(),
  head: await auditHead(store),
});

eachStore((stores) => {
  it('ten thousand edits, and every one is noticed', async () => {
    const store = await stores.open();
    await write(store, 60);
    const audit = await readAll(store);
    expect(await verifyChain([audit.entries], audit.head)).toMatchObject({ ok: true, head: { seq: 60 } });
    const missed: string[] = [];
    for (let at = 0; at < 10_000; at += 1) {
      const kind = at % edits.length;
      const edited = (edits[kind] as Edit)(audit);
      const verdict = await verifyChain([edited.entries], edited.head);
      if (verdict.ok) missed.push(`edit ${kind}: ${JSON.stringify(edited.head)}`);
    }
    expect(missed).toEqual([]);
  }, 60_000);

  it('the table is only added to', async () => {
    const store = await stores.open();
    await write(store, 3);
    await expect(store.db.updateTable('audit').set({ actor: 'x' }).execute()).rejects.toThrow('only added to');
    await expect(store.db.deleteFrom('audit').execute()).rejects.toThrow('only added to');
    expect(await verifyAudit(store)).toMatchObject({ ok: true, head: { seq: 3 } });
  });

  it('whoever takes that away and changes a row is found out', { timeout: 30_000 }, async () => {
    const store = await stores.open();
    await write(store, 1_100);
    const { db } = store;
    if (stores.dialect === 'sqlite') await sql`drop trigger audit_no_update`.execute(db);
    else await sql`drop trigger audit_only_append on audit`.execute(db);
    await db.updateTable('audit').set({ actor: 's99' }).where('seq', '=', 1_050).execute();
    expect(await verifyAudit(store)).toEqual({ ok: false, problem: 'entry', seq: 1_050 });
  });

  it('a whole new chain is found out by a head that was noted before', async () => {
    const [store, forged] = [await stores.open(), await stores.open()];
    await write(store, 10);
    const noted = await auditHead(store);
    await write(forged, 12);
    expect(await verifyAudit(forged)).toMatchObject({ ok: true });
    expect(await verifyAudit(forged, noted)).toEqual({ ok: false, problem: 'known', seq: 10 });
    await write(store, 10);
    expect(await verifyAudit(store, noted)).toMatchObject({ ok: true, head: { seq: 20 } });
  });

  it('those who write at once wait for each other, and no number is missing or twice there', async () => {
    const store = await stores.open();
    await Promise.all(Array.from({ length: 20 }, () => write(store, 5)));
    expect(await verifyAudit(store)).toMatchObject({ ok: true, head: { seq: 100 } });
  });

  it('what is taken back leaves no line', async () => {
    const store = await stores.open();
    const failing = store.db.transaction().execute(async (transaction) => {
      await record(transaction, { actor: 's1', action: 'signed-in' }, 1);
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await verifyAudit(store)).toEqual({ ok: true, head: { seq: 0, hash: '' } });
  });
});

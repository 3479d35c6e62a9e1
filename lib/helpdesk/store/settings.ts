/** The office's own settings: what is published, what waits for a second person, and every change there ever was. */
import type { Transaction } from 'kysely';
import type { OwnSettings } from '../../office/definitions.ts';
import type { Mistake } from '../../office/problem.ts';
import {
  type Changes,
  changed,
  checkSettings,
  differences,
  understood,
  undone,
  withUsual,
} from '../../office/settings.ts';
import type { Author, Decision, Published, Revision } from '../settings-revision.ts';
import type { AuditAction } from '../staff/audit-entry.ts';
import { record } from './audit.ts';
import type { Database, SettingsRevisionTable } from './database.ts';
import { addEvent, change } from './events.ts';
import type { Store } from './open.ts';

/**
 * `proposed`: a second person has to approve it; `outOfDate`: somebody else has published since; `nothing`: it is so
 * already; `ownProposal`: whoever has proposed it cannot approve it.
 */
export type Outcome =
  | { readonly kind: 'published' | 'proposed'; readonly number: number }
  | { readonly kind: 'decided' }
  | { readonly kind: 'wrong'; readonly mistakes: readonly Mistake[] }
  | { readonly kind: 'outOfDate' | 'nothing' | 'notThere' | 'ownProposal' };

export interface Wish {
  readonly kind: SettingsRevisionTable['kind'];
  readonly changes: Changes;
  /** The version that whoever wishes it has seen; `null`: whatever it is by now. */
  readonly base: number | null;
}

export interface SettingsOptions {
  readonly now: number;
  /** Whether the server may ask this address (lib/office/settings.ts). */
  readonly isInternal: (address: string) => boolean;
}

export const published = async ({ db }: Store): Promise<Published> => {
  const { version, own } = await db.selectFrom('settings_head').select(['version', 'own']).executeTakeFirstOrThrow();
  return { version, own: understood(JSON.parse(own)) };
};

/** Takes the row that everybody who changes settings has to hold: one after the other, on several instances too. */
const holdHead = async (transaction: Transaction<Database>): Promise<Published & { readonly newest: number }> => {
  const { version, newest, own } = await transaction
    .updateTable('settings_head')
    .set({ id: 1 })
    .returning(['version', 'newest', 'own'])
    .executeTakeFirstOrThrow();
  return { version, newest, own: understood(JSON.parse(own)) };
};

const actions = {
  change: 'setting-changed',
  undo: 'setting-undone',
  import: 'settings-imported',
} as const satisfies Record<SettingsRevisionTable['kind'], AuditAction>;

/** In the audit and in the list of events, in the transaction that does it. The revision says what it was about. */
const tell = async (
  transaction: Transaction<Database>,
  store: Store,
  { by, action, number, names }: { by: Author; action: AuditAction; number: number; names: readonly string[] },
  now: number,
): Promise<void> => {
  const [only, ...others] = names;
  const detail = only !== undefined && others.length === 0 ? { setting: only } : { count: names.length };
  await record(transaction, { actor: by.id, action, subject: String(number), detail }, now);
  await addEvent(transaction, store, [{ kind: 'settings', subject: String(number) }], now);
};

/** Changes what is published, or asks a second person to, where the office wants that. */
export const wish = (
  store: Store,
  by: Author,
  { kind, changes, base }: Wish,
  options: SettingsOptions,
): Promise<Outcome> =>
  change(store, async (transaction) => {
    const head = await holdHead(transaction);
    if (base !== null && base !== head.version) return { kind: 'outOfDate' };
    const after = changed(head.own, changes);
    const checked = checkSettings(after, options.isInternal);
    if (checked.kind === 'wrong') return { kind: 'wrong', mistakes: checked.mistakes };
    const names = differences(head.own, after).map(({ id }) => id);
    if (names.length === 0) return { kind: 'nothing' };
    const number = head.newest + 1;
    const isProposal = withUsual(head.own).approval;
    await transaction
      .insertInto('settings_revision')
      .values({
        number,
        kind,
        state: isProposal ? 'proposed' : 'published',
        changes: JSON.stringify(changes),
        before: isProposal ? null : JSON.stringify(head.own),
        after: isProposal ? null : JSON.stringify(after),
        made_by: by.id,
        made_by_name: by.name,
        made_at: options.now,
        decided_by: null,
        decided_by_name: null,
        decided_at: null,
      })
      .execute();
    await transaction
      .updateTable('settings_head')
      .set(isProposal ? { newest: number } : { newest: number, version: head.version + 1, own: JSON.stringify(after) })
      .execute();
    const action = isProposal ? 'setting-proposed' : actions[kind];
    await tell(transaction, store, { by, action, number, names }, options.now);
    return { kind: isProposal ? 'proposed' : 'published', number };
  });

/** Takes back what one published revision has done, as a new revision. */
export const undo = async (store: Store, by: Author, number: number, options: SettingsOptions): Promise<Outcome> => {
  const revision = await revisionOf(store, number);
  if (revision === null || revision.before === null || revision.after === null) return { kind: 'notThere' };
  const changes = undone({ before: revision.before, after: revision.after });
  return wish(store, by, { kind: 'undo', changes, base: null }, options);
};

export const decide = (
  store: Store,
  by: Author,
  number: number,
  decision: Decision,
  options: SettingsOptions,
): Promise<Outcome> =>
  change(store, async (transaction) => {
    const head = await holdHead(transaction);
    const row = await transaction
      .selectFrom('settings_revision')
      .select(['changes', 'made_by'])
      .where('number', '=', number)
      .where('state', '=', 'proposed')
      .executeTakeFirst();
    if (row === undefined) return { kind: 'notThere' };
    if ((row.made_by === by.id) !== (decision === 'withdraw')) return { kind: 'ownProposal' };
    const decided = { decided_by: by.id, decided_by_name: by.name, decided_at: options.now };
    if (decision !== 'approve') {
      const state = decision === 'refuse' ? 'refused' : 'withdrawn';
      await transaction
        .updateTable('settings_revision')
        .set({ ...decided, state })
        .where('number', '=', number)
        .execute();
      const action = decision === 'refuse' ? 'setting-declined' : 'setting-withdrawn';
      const names = Object.keys(JSON.parse(row.changes) as Changes);
      await tell(transaction, store, { by, action, number, names }, options.now);
      return { kind: 'decided' };
    }
    // What others have published since stays; what was proposed comes on top of it.
    const after = changed(head.own, JSON.parse(row.changes) as Changes);
    const checked = checkSettings(after, options.isInternal);
    if (checked.kind === 'wrong') return { kind: 'wrong', mistakes: checked.mistakes };
    await transaction
      .updateTable('settings_revision')
      .set({ ...decided, state: 'published', before: JSON.stringify(head.own), after: JSON.stringify(after) })
      .where('number', '=', number)
      .execute();
    await transaction
      .updateTable('settings_head')
      .set({ version: head.version + 1, own: JSON.stringify(after) })
      .execute();
    const names = differences(head.own, after).map(({ id }) => id);
    await tell(transaction, store, { by, action: 'setting-approved', number, names }, options.now);
    return { kind: 'published', number };
  });

const ownOrNull = (json: string | null): OwnSettings | null => (json === null ? null : understood(JSON.parse(json)));

const revisionFrom = (row: SettingsRevisionTable): Revision => ({
  number: row.number,
  kind: row.kind,
  state: row.state,
  changes: JSON.parse(row.changes) as Changes,
  before: ownOrNull(row.before),
  after: ownOrNull(row.after),
  madeBy: { id: row.made_by, name: row.made_by_name },
  madeAt: row.made_at,
  decidedBy: row.decided_by === null ? null : { id: row.decided_by, name: row.decided_by_name ?? row.decided_by },
  decidedAt: row.decided_at,
});

const revisionOf = async ({ db }: Store, number: number): Promise<Revision | null> => {
  const row = await db.selectFrom('settings_revision').selectAll().where('number', '=', number).executeTakeFirst();
  return row === undefined ? null : revisionFrom(row);
};

/** Newest first. @param below - only revisions before this one; `null`: from the newest on */
export const history = async ({ db }: Store, below: number | null, limit: number): Promise<readonly Revision[]> => {
  const all = db.selectFrom('settings_revision').selectAll().orderBy('number', 'desc').limit(limit);
  const rows = await (below === null ? all : all.where('number', '<', below)).execute();
  return rows.map(revisionFrom);
};

/** What waits for a second person, oldest first. */
export const proposals = async ({ db }: Store): Promise<readonly Revision[]> => {
  const rows = await db
    .selectFrom('settings_revision')
    .selectAll()
    .where('state', '=', 'proposed')
    .orderBy('number')
    .execute();
  return rows.map(revisionFrom);
};

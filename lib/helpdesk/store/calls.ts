/** Calls, as staff move them on. Each move is one statement that says from which states it leads, so that two never both succeed. */
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { type CallEvent, type CallState, lostClaimMs, openStates, presenceMs, statesBefore } from '../call.ts';
import type { AuditAction } from '../staff/audit-entry.ts';
import { waitStep } from '../wait-steps.ts';
import {
  type Case,
  caseSchema,
  type Prompt,
  type PromptContent,
  promptContentSchema,
  type StaffCall,
  type StaffMember,
} from '../wire.ts';
import { record } from './audit.ts';
import type { Database } from './database.ts';
import { addEvent, change } from './events.ts';
import type { Store } from './open.ts';
import { count } from './tally.ts';

/** What came of a move. `taken`: by somebody else, and by whom. */
export type Moved =
  | { readonly kind: 'moved' }
  | { readonly kind: 'taken'; readonly by: string }
  | { readonly kind: 'notThere' | 'notYours' | 'notOnDuty' };

const whyNot = async ({ db }: Store, call: string, staff: string): Promise<Moved> => {
  const row = await db
    .selectFrom('call')
    .select(['state', 'claimed_by', 'claimed_name'])
    .where('id', '=', call)
    .executeTakeFirst();
  if (row === undefined) return { kind: 'notThere' };
  if (row.claimed_by !== null && row.claimed_by !== staff) return { kind: 'taken', by: row.claimed_name ?? '' };
  if (openStates.some((state) => state === row.state)) return { kind: 'notOnDuty' };
  return row.claimed_by === staff && row.state === 'claimed' ? { kind: 'moved' } : { kind: 'notYours' };
};

const isHelpedBy = async ({ db }: Store, call: string, staff: string): Promise<boolean> =>
  (await db
    .selectFrom('call')
    .select('id')
    .where('id', '=', call)
    .where('claimed_by', '=', staff)
    .where('state', '=', 'helped')
    .executeTakeFirst()) !== undefined;

/** One atomic statement: whoever is first has it, and only somebody whose console is there. To claim again is no mistake. */
export const claim = async (
  store: Store,
  call: string,
  { id: staff, name }: Pick<StaffMember, 'id' | 'name'>,
  now: number,
): Promise<Moved> => {
  const isClaimed = await change(store, async (transaction) => {
    const row = await transaction
      .updateTable('call')
      .set({ state: 'claimed', claimed_by: staff, claimed_name: name, claimed_at: now })
      .where('id', '=', call)
      .where('state', 'in', openStates)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('presence')
            .select('stream')
            .where('staff', '=', staff)
            .where('seen_at', '>', now - presenceMs),
        ),
      )
      .returning(['kiosk', 'asked_at'])
      .executeTakeFirst();
    if (row === undefined) return false;
    await count(transaction, row.kiosk, now, [['claimedWithin', waitStep(now - row.asked_at)]]);
    await record(transaction, { actor: staff, action: 'call-claimed', subject: call }, now);
    await addEvent(transaction, store, [{ kind: 'call', subject: call }], now);
    return true;
  });
  return isClaimed ? { kind: 'moved' } : whyNot(store, call, staff);
};

/** Whoever has claimed a call gives it back, or has helped. */
const finish = async (
  store: Store,
  call: string,
  staff: string,
  now: number,
  event: Extract<CallEvent, 'release' | 'help'>,
): Promise<Moved> => {
  const isMoved = await change(store, async (transaction) => {
    const row = await transaction
      .updateTable('call')
      .set(
        event === 'help'
          ? { state: 'helped', ended_at: now }
          : { state: 'waiting', level: 0, claimed_by: null, claimed_name: null, claimed_at: null },
      )
      .where('id', '=', call)
      .where('claimed_by', '=', staff)
      .where('state', 'in', statesBefore(event))
      .returning('kiosk')
      .executeTakeFirst();
    if (row === undefined) return false;
    if (event === 'help') await count(transaction, row.kiosk, now, [['callEnd', 'helped']]);
    const action = event === 'help' ? 'call-helped' : 'call-released';
    await record(transaction, { actor: staff, action, subject: call }, now);
    await addEvent(transaction, store, [{ kind: 'call', subject: call }], now);
    return true;
  });
  if (isMoved) return { kind: 'moved' };
  // An answer that was lost is asked for again.
  if (event === 'help' && (await isHelpedBy(store, call, staff))) return { kind: 'moved' };
  const why = await whyNot(store, call, staff);
  return why.kind === 'moved' || why.kind === 'notOnDuty' ? { kind: 'notYours' } : why;
};

export const release = (store: Store, call: string, staff: string, now: number): Promise<Moved> =>
  finish(store, call, staff, now, 'release');
export const help = (store: Store, call: string, staff: string, now: number): Promise<Moved> =>
  finish(store, call, staff, now, 'help');

/**
 * What time does to calls: nobody has come for so long that others are told, or whoever had claimed it is no longer there.
 * Any instance may do it at any time; what has been done is not done again.
 *
 * @param escalateAfterMs - after how long the circle grows for the first, second, … time
 */
export const passTime = (store: Store, escalateAfterMs: readonly number[], now: number): Promise<readonly string[]> =>
  change(store, async (transaction) => {
    const ids = [...(await releaseLost(transaction, now)), ...(await escalate(transaction, escalateAfterMs, now))];
    await addEvent(
      transaction,
      store,
      ids.map((subject) => ({ kind: 'call', subject })),
      now,
    );
    return ids;
  });

const escalate = async (
  transaction: Transaction<Database>,
  escalateAfterMs: readonly number[],
  now: number,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (const [level, after] of escalateAfterMs.entries()) {
    const rows = await transaction
      .updateTable('call')
      .set({ state: 'escalated', level: level + 1 })
      .where('state', 'in', statesBefore('escalate'))
      .where('level', '=', level)
      .where('asked_at', '<=', now - after)
      .returning('id')
      .execute();
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
};

const releaseLost = async (transaction: Transaction<Database>, now: number): Promise<readonly string[]> => {
  const rows = await transaction
    .updateTable('call')
    .set({ state: 'waiting', level: 0, claimed_by: null, claimed_name: null, claimed_at: null })
    .where('state', '=', 'claimed')
    .where('claimed_at', '<=', now - lostClaimMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('presence')
            .select('stream')
            .whereRef('presence.staff', '=', 'call.claimed_by')
            .where('seen_at', '>', now - lostClaimMs),
        ),
      ),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
};

const promptActions: Readonly<Record<PromptContent['kind'], AuditAction>> = {
  show: 'page-shown',
  say: 'sentence-said',
  end: 'visit-ended',
};

/** Sends something to the visitor's screen. The same id a second time does nothing. */
export const sendPrompt = async (
  store: Store,
  call: string,
  staff: string,
  { id, content }: { readonly id: string; readonly content: PromptContent },
  now: number,
): Promise<Moved> => {
  const isSent = await change(store, async (transaction) => {
    // Holds the call where it is until the prompt is written, and finds out whether it is theirs.
    const row = await transaction
      .updateTable('call')
      .set({ claimed_by: staff })
      .where('id', '=', call)
      .where('claimed_by', '=', staff)
      .where('state', '=', 'claimed')
      .returning('id')
      .executeTakeFirst();
    if (row === undefined) return false;
    const sent = await transaction
      .insertInto('prompt')
      .values({ id, call, content: JSON.stringify(content), state: 'sent', sent_by: staff, sent_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (sent === undefined) return true;
    await record(transaction, { actor: staff, action: promptActions[content.kind], subject: call }, now);
    await addEvent(transaction, store, [{ kind: 'call', subject: call }], now);
    return true;
  });
  if (isSent) return { kind: 'moved' };
  const why = await whyNot(store, call, staff);
  return why.kind === 'moved' || why.kind === 'notOnDuty' ? { kind: 'notYours' } : why;
};

/** What another version of this program has written, and this one does not understand, must not hold up everything else. */
const caseOf = (detail: string): Case => {
  const known = v.safeParse(caseSchema, JSON.parse(detail));
  return known.success ? known.output : { language: 'ja', step: 'start', facts: {}, error: null, elapsedS: 0 };
};

const loadCalls = async (
  { db }: Store,
  wanted: { readonly ids: readonly string[] } | { readonly states: readonly CallState[] },
): Promise<readonly StaffCall[]> => {
  const rows = await db
    .selectFrom('call')
    .leftJoin('kiosk', 'kiosk.id', 'call.kiosk')
    .selectAll('call')
    .select('kiosk.name as kioskName')
    .where((eb) => ('ids' in wanted ? eb('call.id', 'in', wanted.ids) : eb('call.state', 'in', wanted.states)))
    .orderBy('call.asked_at')
    .execute();
  if (rows.length === 0) return [];
  const prompts = await db
    .selectFrom('prompt')
    .selectAll()
    .where(
      'call',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('sent_at')
    .execute();
  return rows.map(
    (row): StaffCall => ({
      id: row.id,
      kiosk: { id: row.kiosk, name: row.kioskName ?? row.kiosk },
      reason: row.reason,
      case: caseOf(row.detail),
      state: row.state,
      level: row.level,
      askedAt: row.asked_at,
      claimedAt: row.claimed_at,
      endedAt: row.ended_at,
      claimedBy: row.claimed_by === null ? null : { id: row.claimed_by, name: row.claimed_name ?? '' },
      prompts: prompts
        .filter(({ call }) => call === row.id)
        .flatMap(({ id, content, state }): Prompt[] => {
          const known = v.safeParse(promptContentSchema, JSON.parse(content));
          return known.success ? [{ id, content: known.output, state }] : [];
        }),
    }),
  );
};

export const callsById = (store: Store, ids: readonly string[]): Promise<readonly StaffCall[]> =>
  ids.length === 0 ? Promise.resolve([]) : loadCalls(store, { ids });
export const callsIn = (store: Store, states: readonly CallState[]): Promise<readonly StaffCall[]> =>
  loadCalls(store, { states });

/** What a kiosk owes its hub: a file of its own, written before anything is acknowledged, emptied in the order it was filled. */
import * as v from 'valibot';
import { outboxLimit } from '../fleet.ts';
import type { DeskMessage } from '../wire.ts';
import { openSqlite } from './open.ts';

export interface Owed {
  /** Where it stands: rising, never used again. */
  readonly n: number;
  /** A `DeskMessage`, perhaps of the version before. */
  readonly message: unknown;
  /** Milliseconds since it was put, by a clock that nobody sets where that is possible. */
  readonly agoMs: number;
}

export interface Outbox {
  /**
   * On the disk when this returns. The same message a second time does nothing.
   *
   * @returns where it stands; `undefined` if it was there already
   * @throws {OutboxFull} there are as many as can be kept, and none that may be dropped
   */
  put(message: DeskMessage): number | undefined;
  /** The oldest, in order, as many as can be sent together. */
  next(): readonly Owed[];
  /** Everything up to and with `n` has been delivered. */
  remove(n: number): void;
  /** Takes the facts out of what was put before `moment` (milliseconds since 1970): they are kept for a day and no longer. */
  forgetFacts(moment: number): void;
  length(): number;
  close(): void;
}

/** There is room again when the hub has taken something. */
export class OutboxFull extends Error {
  override readonly name = 'OutboxFull';
}

/** Sent together: few enough for one request that a slow line carries in seconds. */
const batchCount = 100;
const batchCharacters = 48_000;
/** How many `case` messages of ended calls go at once when room is needed. */
const dropCount = 1_000;
const day = 24 * 60 * 60_000;

interface Row {
  readonly n: number;
  readonly kind: string;
  readonly call: string | null;
  readonly body: string;
  readonly put_at: number;
}

const askSchema = v.looseObject({ case: v.looseObject({}) });

const callOf = (message: DeskMessage): string | null => ('call' in message ? message.call : null);

/** @param limit - how many are kept; less than the usual in tests only */
export const openOutbox = (file: string, limit: number = outboxLimit): Outbox => {
  const sqlite = openSqlite(file);
  // What has been delivered is overwritten, not only taken off the list.
  sqlite.pragma('secure_delete = ON');
  sqlite.exec(`create table if not exists outbox (
    n integer primary key autoincrement, id text not null unique, kind text not null, call text, body text not null, put_at integer not null
  )`);
  sqlite.exec('create index if not exists outbox_by_call on outbox (call, kind)');
  const count = sqlite.prepare<[], number>('select count(*) from outbox').pluck();
  const insert = sqlite.prepare('insert into outbox (id, kind, call, body, put_at) values (?, ?, ?, ?, ?)');
  const isThere = sqlite.prepare<[string], number>('select 1 from outbox where id = ?').pluck();
  // A kiosk has one call at a time: whatever is before the newest beginning or end of one belongs to a call that has ended.
  const drop = sqlite.prepare(`delete from outbox where n in (
    select n from outbox where kind = 'case' and n < (select max(n) from outbox where kind in ('ask', 'leave')) order by n limit ${dropCount}
  )`);
  const oldest = sqlite.prepare<[], Row>(
    `select n, kind, call, body, put_at from outbox order by n limit ${batchCount}`,
  );
  const end = sqlite.prepare<[string], number>(`select n from outbox where kind = 'leave' and call = ?`).pluck();
  const removeTo = sqlite.prepare('delete from outbox where n <= ?');
  const dropCases = sqlite.prepare(`delete from outbox where kind = 'case' and put_at < ?`);
  const askedBefore = sqlite.prepare<[number], Row>(
    `select n, kind, call, body, put_at from outbox where kind = 'ask' and put_at < ?`,
  );
  const rewrite = sqlite.prepare('update outbox set body = ? where n = ?');

  let length = count.get() ?? 0;
  /** By a clock that nobody sets; only what was put since we started. */
  const putAt = new Map<number, number>();
  const ageOf = ({ n, put_at }: Row): number => {
    const since = putAt.get(n);
    return since === undefined ? Math.min(Math.max(Date.now() - put_at, 0), day) : performance.now() - since;
  };

  const put = sqlite.transaction((message: DeskMessage): number | undefined => {
    if (isThere.get(message.id) !== undefined) return undefined;
    if (length >= limit) length -= drop.run().changes;
    if (length >= limit) throw new OutboxFull(`${length} messages are waiting for the hub`);
    return Number(
      insert.run(message.id, message.kind, callOf(message), JSON.stringify(message), Date.now()).lastInsertRowid,
    );
  });

  return {
    put: (message) => {
      const n = put.immediate(message);
      if (n === undefined) return undefined;
      length += 1;
      putAt.set(n, performance.now());
      return n;
    },
    next: () => {
      const rows = oldest.all();
      const batch = rows.slice(
        0,
        sizeOfBatch(rows, (call) => end.get(call)),
      );
      // What came later has not waited longer, whatever happened to the clock between two starts.
      const ages = batch.map(ageOf);
      return batch.map(({ n, body }, at) => ({
        n,
        message: JSON.parse(body),
        agoMs: Math.round(Math.max(...ages.slice(at))),
      }));
    },
    remove: (n) => {
      length -= removeTo.run(n).changes;
      for (const each of putAt.keys()) {
        if (each > n) break;
        putAt.delete(each);
      }
    },
    forgetFacts: (moment) => {
      sqlite
        .transaction(() => {
          length -= dropCases.run(moment).changes;
          for (const { n, body } of askedBefore.all(moment)) {
            const message = v.parse(askSchema, JSON.parse(body));
            rewrite.run(JSON.stringify({ ...message, case: { ...message.case, facts: {} } }), n);
          }
        })
        .immediate();
      // The log of changes holds what was overwritten until it is folded in.
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
    },
    length: () => length,
    close: () => sqlite.close(),
  };
};

/**
 * A call whose visitor has already left rings for nobody: its `ask` goes together with its `leave`, or waits for the next
 * batch if the `leave` does not fit into this one.
 */
const sizeOfBatch = (rows: readonly Row[], endOf: (call: string) => number | undefined): number => {
  let size = 0;
  for (let characters = 0; size < rows.length; size += 1) {
    characters += rows[size]?.body.length ?? 0;
    if (size > 0 && characters > batchCharacters) break;
  }
  const last = rows.slice(0, size).findLastIndex(({ kind }) => kind === 'ask');
  const call = rows[last]?.call ?? undefined;
  const end = call === undefined ? undefined : endOf(call);
  const isCut = end !== undefined && end > (rows[size - 1]?.n ?? 0);
  return isCut && last > 0 ? last : size;
};

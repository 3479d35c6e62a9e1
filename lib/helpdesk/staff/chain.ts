/**
 * The chain of the audit. Each entry carries a hash of itself and of the hash before it, so that nothing can be changed,
 * taken out, put in or swapped without every hash after it being wrong; the head says where the chain ends, so that its
 * end cannot be cut off either. Whoever may write to both tables can make a whole new chain: against that stands only a
 * head that was noted somewhere else (`--known` of `kazasu audit verify`).
 */
import { createHash } from 'node:crypto';

/** A row of the audit, as it is in the table. */
export interface ChainEntry {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
  readonly hash: string;
}

/** A place in the chain: how many entries there are up to it, and the hash of the last. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export const emptyChain: ChainHead = { seq: 0, hash: '' };

/** Canonical: an array of fixed length, so that no two entries are written alike. SHA-256 in hexadecimal. */
export const hashOfEntry = (
  before: string,
  { seq, at, actor, action, subject, detail }: Omit<ChainEntry, 'hash'>,
): string =>
  createHash('sha256')
    .update(JSON.stringify(['kazasu-audit-1', before, seq, at, actor, action, subject, detail]))
    .digest('hex');

/** `order`: a number is missing or twice there; `entry`: one was changed; `head`: the end is not where it should be; `known`: another chain. */
export const chainProblems = ['order', 'entry', 'head', 'known'] as const;
export type ChainProblem = (typeof chainProblems)[number];

export type ChainVerdict =
  | { readonly ok: true; readonly head: ChainHead }
  /** `seq`: the first entry that does not fit. */
  | { readonly ok: false; readonly problem: ChainProblem; readonly seq: number };

/**
 * Goes through the whole chain.
 *
 * @param pages - all entries in the order of their numbers, in as many pieces as is convenient
 * @param known - a head that was noted before and must be a part of it
 */
export const verifyChain = async (
  pages: AsyncIterable<readonly ChainEntry[]> | Iterable<readonly ChainEntry[]>,
  head: ChainHead | undefined,
  known?: ChainHead,
): Promise<ChainVerdict> => {
  let end = emptyChain;
  let isKnownSeen = known === undefined || (known.seq === 0 && known.hash === '');
  for await (const entries of pages) {
    for (const entry of entries) {
      if (entry.seq !== end.seq + 1) return { ok: false, problem: 'order', seq: end.seq + 1 };
      if (entry.hash !== hashOfEntry(end.hash, entry)) return { ok: false, problem: 'entry', seq: entry.seq };
      end = { seq: entry.seq, hash: entry.hash };
      isKnownSeen ||= known?.seq === end.seq && known.hash === end.hash;
    }
  }
  if (head?.seq !== end.seq || head.hash !== end.hash) return { ok: false, problem: 'head', seq: end.seq };
  if (!isKnownSeen) return { ok: false, problem: 'known', seq: known?.seq ?? 0 };
  return { ok: true, head: end };
};

/** What a key does in the playbook. */
import { choicesOf, type NodeId, type Trail, top } from './tree.ts';

/** The part of a `KeyboardEvent` that counts. */
export interface KeyPress {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  /** The key is held down. */
  readonly repeat: boolean;
}

/** The key of a choice, as it is shown beside it. */
export const keyOf = (index: number): string => String(index + 1);

/** One up the way that was taken; `null` at the top. */
export const up = (trail: Trail): NodeId | null => (trail.length < 2 ? null : (trail.at(-2) ?? null));

/**
 * Where a key leads.
 *
 * @param withDigits - `false`: digits do nothing, for those who speak or press them by accident (WCAG 2.1.4)
 * @returns `null`: nowhere
 */
export const keyed = (press: KeyPress, trail: Trail, withDigits: boolean): NodeId | null => {
  const { key, altKey, ctrlKey, metaKey, shiftKey, repeat } = press;
  if (altKey || ctrlKey || metaKey || shiftKey || repeat) return null;
  if (key === 'Backspace' || key === 'Escape' || (key === '0' && withDigits)) return up(trail);
  if (!withDigits || !/^[1-9]$/.test(key)) return null;
  return choicesOf(trail.at(-1) ?? top)[Number(key) - 1] ?? null;
};

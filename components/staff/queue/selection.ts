'use client';

import { useSyncExternalStore } from 'react';
import { createStore } from '@/components/visit/store';
import type { StaffCall } from '@/lib/helpdesk/wire';
import type { NodeId } from '@/lib/playbook/tree';

const selected = createStore<string | null>(null);
/** Id of the call that is looked at. It outlives the page, so that whoever comes back from another finds it again. */
export const useSelected = (): string | null => useSyncExternalStore(selected.subscribe, selected.get, () => null);
export const select = (id: string | null): void => selected.set(id);

const opened = new Map<string, readonly NodeId[]>();

/** Notes a page of the playbook that was opened for a call, for its slip. In memory only. */
export const noteOpened = (call: string, id: NodeId): void => {
  const before = opened.get(call) ?? [];
  if (!before.includes(id)) opened.set(call, [...before, id]);
};
export const openedFor = (call: string): readonly NodeId[] => opened.get(call) ?? [];

/**
 * The call that is shown: the one that was chosen, as long as it is there; otherwise one's own, or the one that has waited
 * longest.
 *
 * @param calls - the oldest first
 */
export const shownCall = (
  calls: readonly StaffCall[],
  chosen: string | null,
  memberId: string,
): StaffCall | undefined =>
  calls.find(({ id }) => id === chosen) ?? calls.find(({ claimedBy }) => claimedBy?.id === memberId) ?? calls[0];

/** The one above or below in the list; at its ends it stays. */
export const neighbour = (calls: readonly StaffCall[], id: string | undefined, step: -1 | 1): StaffCall | undefined => {
  const at = calls.findIndex((call) => call.id === id);
  if (at === -1) return calls[0];
  return calls[Math.min(Math.max(at + step, 0), calls.length - 1)];
};

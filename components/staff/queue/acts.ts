'use client';

import { useCallback, useState } from 'react';
import { actOn, DeskRefusal, type Refusal, sendPrompt } from '@/lib/helpdesk/staff-client';
import type { PromptContent, StaffCall } from '@/lib/helpdesk/wire';
import { useRefreshQueue } from './desk-link';
import { select } from './selection';

export type Act =
  | { readonly kind: 'claim' | 'release' | 'help'; readonly call: StaffCall }
  | { readonly kind: 'prompt'; readonly call: StaffCall; readonly content: PromptContent };

/** Why the last act was not done, to be said in words. */
export interface Outcome {
  readonly reason: Refusal;
  /** Who was quicker. */
  readonly by: string | null;
}

const doIt = (act: Act): Promise<unknown> =>
  act.kind === 'prompt' ? sendPrompt(act.call.id, act.content, crypto.randomUUID()) : actOn(act.call.id, act.kind);

/** Does one thing at a time, and says when it could not be done. */
export const useActs = () => {
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const refresh = useRefreshQueue();

  const act = useCallback(
    async (wanted: Act): Promise<void> => {
      setBusy(true);
      setOutcome(null);
      try {
        await doIt(wanted);
        if (wanted.kind === 'claim') select(wanted.call.id);
        if (wanted.kind === 'release' || wanted.kind === 'help') select(null);
      } catch (failure) {
        if (!(failure instanceof DeskRefusal)) throw failure;
        setOutcome({ reason: failure.reason, by: failure.by });
      } finally {
        setBusy(false);
        await refresh();
      }
    },
    [refresh],
  );
  return { act, isBusy, outcome };
};

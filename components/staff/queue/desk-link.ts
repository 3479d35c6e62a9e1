'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { useIsClockDoubtful } from '@/components/visit/machine';
import { createStore } from '@/components/visit/store';
import { fetchQueue, followDesk, type HeardCall, type LinkState, withHeard } from '@/lib/helpdesk/staff-client';
import type { Queue, StaffCall } from '@/lib/helpdesk/wire';
import { askMemberAgain, useStaffMember } from '../staff-member';

const queueKey = ['staff', 'queue'] as const;

const link = createStore<LinkState>('connecting');
export const useLink = (): LinkState => useSyncExternalStore(link.subscribe, link.get, () => 'connecting');

/** What the events have told since the page was opened, newest for each call; also of those that have ended. */
const heard = new Map<string, HeardCall>();

/** How much the server's clock is ahead of this machine's, in milliseconds. */
let ahead = 0;

/** By the server's clock, in milliseconds since 1970. */
export const deskNow = (): number => Date.now() + ahead;

const askForQueue = async (): Promise<Queue> => {
  const queue = await fetchQueue();
  ahead = queue.now - Date.now();
  return withHeard(queue, heard);
};

/** Whoever asks says what this device's clock shows: once it has been set, the desk learns of it within this time. In milliseconds. */
const tellClockMs = 10_000;

/** All calls that have not ended, the oldest first. */
export const useQueue = () => {
  const { data: member } = useStaffMember(false);
  const isClockDoubtful = useIsClockDoubtful();
  return useQuery({
    queryKey: queueKey,
    queryFn: askForQueue,
    enabled: member !== undefined && member !== null,
    refetchInterval: isClockDoubtful && tellClockMs,
  });
};

/** A call by its id, also one that has ended while this page was open. */
export const callOf = (queue: Queue | undefined, id: string | null): StaffCall | undefined =>
  id === null ? undefined : (queue?.calls.find((call) => call.id === id) ?? heard.get(id)?.call);

export const useRefreshQueue = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: queueKey });
};

/** Listens to the desk for as long as somebody is signed in. One of it, around all pages. */
export const useDeskLink = (isSignedIn: boolean): void => {
  const client = useQueryClient();
  useEffect(() => {
    if (!isSignedIn) return;
    const refresh = () => void client.invalidateQueries({ queryKey: queueKey });
    const stop = followDesk({
      onCall: (news) => {
        const before = heard.get(news.call.id);
        if (before !== undefined && before.seq > news.seq) return;
        heard.set(news.call.id, news);
        client.setQueryData<Queue>(queueKey, (queue) => queue && withHeard(queue, heard));
      },
      onChange: (what) => {
        if (what === 'duty' || what === 'reset') refresh();
        if (what === 'kiosk') void client.invalidateQueries({ queryKey: ['staff', 'kiosks'] });
      },
      onLink: (state) => {
        link.set(state);
        if (state === 'open') refresh();
      },
      onRefused: () => void askMemberAgain(client),
    });
    return () => {
      stop();
      link.set('connecting');
    };
  }, [client, isSignedIn]);
};

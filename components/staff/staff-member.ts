'use client';

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { fetchMember } from '@/lib/helpdesk/staff-client';

const memberKey = ['staff', 'me'] as const;
/** So often it is asked whether somebody is still signed in, in milliseconds. Asking is no touch. */
const askEveryMs = 60_000;

/**
 * Who is signed in here. `data` is `null` when nobody is, and `undefined` until that is known.
 *
 * @param isAsked - `false`: the server is not asked, and `data` is what is known already
 */
export const useStaffMember = (isAsked = true) =>
  useQuery({ queryKey: memberKey, queryFn: fetchMember, enabled: isAsked, refetchInterval: askEveryMs });

/** Asks again: after somebody has signed in or out, or after something was refused. */
export const askMemberAgain = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: memberKey });

/** For whoever has just signed out here. */
export const useNobodyIsThere = (): (() => void) => {
  const client = useQueryClient();
  return () => client.setQueryData(memberKey, null);
};

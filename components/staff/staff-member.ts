'use client';

import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { StaffMember } from '@/lib/helpdesk/wire';
import { askServer } from './ask-server';

/** `unknown`: not asked yet, or the server does not answer. */
export type SignedIn =
  | { readonly state: 'unknown' }
  | { readonly state: 'out' }
  | { readonly state: 'in'; readonly member: StaffMember };

export const memberKey = ['staff', 'me'] as const;
/** So often it is asked whether somebody is still signed in, in milliseconds. Asking is no touch. */
const askEveryMs = 60_000;

const askMember = async (): Promise<StaffMember | null> => {
  const answer = await askServer<StaffMember>('/api/staff/me', { method: 'GET' });
  if (answer.ok) return answer.body;
  if (answer.error === 'notSignedIn') return null;
  throw new Error('the server does not answer');
};

/** After somebody has signed in or out. */
export const askMemberAgain = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: memberKey });

/** A touch is told to the server at most so often, in milliseconds: its idle time is a quarter of an hour. */
const tellEveryMs = 60_000;
let toldAt = 0;

const tellTouch = (): void => {
  if (Date.now() - toldAt < tellEveryMs) return;
  toldAt = Date.now();
  void askServer('/api/auth/here');
};

/** Who is signed in on this page. While it is shown, whoever touches it stays signed in. */
export const useStaffMember = (): SignedIn => {
  const { data } = useQuery({ queryKey: memberKey, queryFn: askMember, refetchInterval: askEveryMs });
  const isIn = data !== null && data !== undefined;
  useEffect(() => {
    if (!isIn) return;
    const touches = ['pointerdown', 'keydown'] as const;
    for (const touch of touches) window.addEventListener(touch, tellTouch, { passive: true });
    return () => {
      for (const touch of touches) window.removeEventListener(touch, tellTouch);
    };
  }, [isIn]);
  if (data === undefined) return { state: 'unknown' };
  return data === null ? { state: 'out' } : { state: 'in', member: data };
};

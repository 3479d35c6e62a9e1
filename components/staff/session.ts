'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { tell, whenSignedOut } from '@/lib/helpdesk/staff-client';
import type { StaffMember } from '@/lib/helpdesk/wire';
import { askMemberAgain, useNobodyIsThere, useStaffMember } from './staff-member';

/** As long as the server keeps a session that nobody uses. */
const idleMs = 15 * 60_000;
const lookEveryMs = 5_000;
/** Whoever reads the playbook does something, though the server hears nothing of it: so often it is told. */
const stillHereMs = 60_000;

interface Session {
  readonly member: StaffMember | null | undefined;
  /** Why there was somebody and is nobody now. */
  readonly hasEnded: 'idle' | 'ended' | null;
  readonly signOut: () => void;
}

/** Whether anybody touches the page, and what follows when nobody does. */
const useIdle = (isSignedIn: boolean, onStillHere: () => void, onIdle: () => void): void => {
  const acts = useRef({ onStillHere, onIdle });
  useEffect(() => {
    acts.current = { onStillHere, onIdle };
  });
  useEffect(() => {
    if (!isSignedIn) return;
    // Not the day's time: somebody who sets that has not been away.
    let touchedAt = performance.now();
    let toldAt = touchedAt;
    const touch = (): void => {
      touchedAt = performance.now();
    };
    const look = (): void => {
      const now = performance.now();
      if (now - touchedAt >= idleMs) acts.current.onIdle();
      else if (touchedAt > toldAt && now - toldAt >= stillHereMs) {
        toldAt = now;
        acts.current.onStillHere();
      }
    };
    const clock = setInterval(look, lookEveryMs);
    const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const sign of signs) document.addEventListener(sign, touch, { passive: true });
    return () => {
      clearInterval(clock);
      for (const sign of signs) document.removeEventListener(sign, touch);
    };
  }, [isSignedIn]);
};

/**
 * Who is signed in, and how that ends: by leaving, by doing nothing for 15 minutes, or because the server says so.
 *
 * @param isAsked - `false`: nobody is asked; whoever is known to be there is
 */
export const useSession = (isAsked: boolean): Session => {
  const [isIdle, setIdle] = useState(false);
  const { data } = useStaffMember(isAsked && !isIdle);
  // An answer that was under way when time ran out changes nothing.
  const member = isIdle ? null : data;
  const nobodyIsThere = useNobodyIsThere();
  const client = useQueryClient();
  const locale = useLocale();
  const [wasThere, setWasThere] = useState(false);
  const isSignedIn = member !== undefined && member !== null;
  if (isSignedIn && !wasThere) setWasThere(true);

  useEffect(() => whenSignedOut(() => void askMemberAgain(client)), [client]);
  useIdle(
    isSignedIn,
    // When it does not arrive, the next touch is told.
    () => void tell('/api/auth/here').catch(() => undefined),
    () => {
      setIdle(true);
      nobodyIsThere();
      client.removeQueries({ queryKey: ['staff', 'queue'] });
      // The server ends the session by itself when this does not reach it.
      void tell('/api/auth/sign-out').catch(() => undefined);
    },
  );

  const ended = isIdle ? 'idle' : 'ended';
  return {
    member,
    hasEnded: member === null && wasThere ? ended : null,
    signOut: () => {
      // A new page in any case, so that nothing of this person stays in the memory of the old one.
      const leave = (): void => window.location.assign(`/${locale}/staff/sign-in`);
      tell('/api/auth/sign-out').then(leave, leave);
    },
  };
};

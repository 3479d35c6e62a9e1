'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isSoundOn } from '@/components/visit/display';
import { allowSound, playRing } from '@/components/visit/sounds';
import { createStore } from '@/components/visit/store';
import { ringsFor } from '@/lib/helpdesk/call';
import type { Queue, StaffCall, StaffMember } from '@/lib/helpdesk/wire';
import { withoutReadings } from '@/lib/i18n/furigana';

const ringEveryMs = 4_000;

/** Browsers let a page sound only after somebody has touched it: so whoever is there switches it on. */
const bell = createStore(false);
export const useBell = (): boolean => useSyncExternalStore(bell.subscribe, bell.get, () => false);

/** To be called by a key or a click. What is heard at once shows that it works. */
export const switchBell = (isOn: boolean): void => {
  bell.set(isOn);
  if (!isOn) return;
  allowSound();
  playRing();
};

/** Whether a call rings for this member of staff now. */
export const rings = (call: StaffCall, { languages }: StaffMember, now: number, firstMs?: number): boolean =>
  ringsFor({ ...call, language: call.case.language }, languages, now, firstMs);

/** Calls that ring for this member of staff now, the oldest first. */
/** @param firstMs - for how long a call rings only for those who speak its language */
export const ringingFor = (
  queue: Queue | undefined,
  member: StaffMember,
  now: number | null,
  firstMs: number,
): readonly StaffCall[] =>
  queue === undefined || now === null ? [] : queue.calls.filter((call) => rings(call, member, now, firstMs));

const count = /^\(\d+\) /;

/** `(2) 受付`: the number of calls that ring, before whatever the page is called. */
const useTitle = (ringing: number): void => {
  useEffect(() => {
    const name = document.title.replace(count, '');
    const wanted = ringing === 0 ? name : `(${ringing}) ${name}`;
    if (document.title !== wanted) document.title = wanted;
  });
};

const useSound = (isRinging: boolean): void => {
  const isOn = useBell();
  useEffect(() => {
    if (!isRinging || !isOn) return;
    const ring = (): void => {
      if (isSoundOn()) playRing();
    };
    ring();
    const bellRings = setInterval(ring, ringEveryMs);
    return () => clearInterval(bellRings);
  }, [isRinging, isOn]);
};

/** For those who look at another window. It names the place and no more. */
const useNotifications = (ringing: readonly StaffCall[]): void => {
  const t = useTranslations('StaffQueue');
  const shown = useRef(new Map<string, Notification>());
  useEffect(() => {
    if (!('Notification' in window) || Notification.permission !== 'granted') return;
    for (const [id, notification] of shown.current) {
      if (ringing.some((call) => call.id === id)) continue;
      notification.close();
      shown.current.delete(id);
    }
    if (!document.hidden) return;
    for (const { id, kiosk } of ringing) {
      if (shown.current.has(id)) continue;
      const title = withoutReadings(t('notification', { kiosk: kiosk.name }));
      shown.current.set(id, new Notification(title, { tag: id, requireInteraction: true }));
    }
  });
};

/** Rings in every way there is, for as long as somebody waits for this member of staff. */
export const useRing = (ringing: readonly StaffCall[]): void => {
  useTitle(ringing.length);
  useSound(ringing.length > 0);
  useNotifications(ringing);
};

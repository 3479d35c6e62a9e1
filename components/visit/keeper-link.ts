'use client';

import { useEffect } from 'react';
import { beatEveryMs, beatPath, endPath, keptPath } from '@/lib/kiosk/keeper/protocol';
import { usePlace } from './place';

/** Of this page, for as long as it is open; it says nothing about who is in front of it. */
let page: string | undefined;
/** Where the keeper of this browser listens; a kiosk may have none, and at home there is none. */
let keeper: string | null = null;

/** A keeper that is away for a moment ends this browser anyway when it is back. */
const unheard = (): void => undefined;

const tell = (path: string): void => {
  if (keeper === null) return;
  page ??= crypto.randomUUID();
  fetch(`${keeper}${path}${page}`, { method: 'POST', keepalive: true, cache: 'no-store' }).catch(unheard);
};

/** Whether the visits of this kiosk have each a browser of its own. */
export const hasKeeper = (): boolean => keeper !== null;

/** In a browser that the keeper has started for a visit: not the one that only fills a profile, nor somebody else's on this server. */
export const isVisitBrowser = (): boolean => hasKeeper() && /^Kazasu\/[\da-f-]+$/.test(navigator.userAgent);

/** The visit is over: this browser is to go, and everything in its memory with it. */
export const tellEnd = (): void => tell(endPath);

/** The copy of the screens is whole. */
export const tellKept = (): void => tell(keptPath);

/** A display that is off shows no page from the beginning on: such a page has nothing to say. */
let wasSeen = false;

/**
 * A page behind another tab is no help to the one in front of the screen, and what is before it is not ours: with the end of the
 * visit both go.
 */
const tellWhetherSeen = (): void => {
  const isSeen = document.visibilityState === 'visible';
  wasSeen ||= isSeen;
  if (wasSeen) tell(isSeen ? beatPath : endPath);
};

/** Says every second that this page is alive, and at once when it is seen no more. */
export const useKeeperLink = (): void => {
  const address = usePlace().data?.keeper ?? null;
  useEffect(() => {
    keeper = address;
    tellWhetherSeen();
    if (address === null) return;
    const beat = setInterval(tellWhetherSeen, beatEveryMs);
    document.addEventListener('visibilitychange', tellWhetherSeen);
    return () => {
      clearInterval(beat);
      document.removeEventListener('visibilitychange', tellWhetherSeen);
    };
  }, [address]);
};

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

/** A page behind another window or another tab is no help to the one in front of the screen: the keeper is to hear nothing of it. */
const tellAlive = (): void => {
  if (document.visibilityState === 'visible') tell(beatPath);
};

/** Says every second that this page is alive. */
export const useKeeperLink = (): void => {
  const address = usePlace().data?.keeper ?? null;
  useEffect(() => {
    keeper = address;
    if (address === null) return;
    tellAlive();
    const beat = setInterval(tellAlive, beatEveryMs);
    return () => clearInterval(beat);
  }, [address]);
};

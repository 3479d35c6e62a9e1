'use client';

import { useEffect } from 'react';
import { beatEveryMs, beatPath, endPath, keptPath, printPath } from '@/lib/kiosk/keeper/protocol';
import { afterPaint } from './after-paint';
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

let isPrinting = false;

/** Prints this page, which stands still until the print is made: nobody is to take it for one that hangs. */
export const printPage = async (): Promise<void> => {
  isPrinting = true;
  tell(printPath);
  await afterPaint();
  try {
    window.print();
  } finally {
    isPrinting = false;
  }
};

/** Beats in a row without the focus; two, because it is between windows for a moment while one of them is drawn. */
const unfocusedBeats = 2;

/** A display that is off shows no page from the beginning on: such a page has nothing to say. */
let wasSeen = false;
/** Where nobody manages windows, none is given the focus: only a page that had it can lose it. */
let wasFocused = false;
let beatsWithoutFocus = 0;

/**
 * A page behind another tab or window is no help to the one in front of the screen, and what is before it is not ours: with the
 * end of the visit both go. Under Wayland a window that is covered by another counts as seen, but the one in front has the focus.
 */
const tellWhetherSeen = (): void => {
  const isSeen = document.visibilityState === 'visible';
  wasSeen ||= isSeen;
  if (!wasSeen) return;
  const alive = isPrinting ? printPath : beatPath;
  tell(isSeen && beatsWithoutFocus < unfocusedBeats ? alive : endPath);
};

const beat = (): void => {
  const isFocused = document.hasFocus();
  wasFocused ||= isFocused;
  beatsWithoutFocus = isFocused || !wasFocused ? 0 : beatsWithoutFocus + 1;
  tellWhetherSeen();
};

/** Says every second that this page is alive and in front, and at once when it is seen no more. */
export const useKeeperLink = (): void => {
  const address = usePlace().data?.keeper ?? null;
  useEffect(() => {
    keeper = address;
    beat();
    if (address === null) return;
    const beats = setInterval(beat, beatEveryMs);
    document.addEventListener('visibilitychange', tellWhetherSeen);
    return () => {
      clearInterval(beats);
      document.removeEventListener('visibilitychange', tellWhetherSeen);
    };
  }, [address]);
};

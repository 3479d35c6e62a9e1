'use client';

import { inAppBrowser } from '@/lib/phone/browser';
import { type ContactEvent, type ContactFailure, failureOf } from '@/lib/phone/contact';
import { isInstalled } from './ask-browser';

type WithoutTime<E> = E extends ContactEvent ? Omit<E, 'atMs'> : never;
type Happening = WithoutTime<ContactEvent>;

const refusalOf = (error: unknown): ContactFailure | null =>
  failureOf(error instanceof Error ? error : { name: '', message: '' }, {
    isTopLevel: window === window.top,
    isInApp: !isInstalled() && inAppBrowser(navigator.userAgent) !== null,
  });

/**
 * A search goes on silently while NFC is off. Only a second one finds that out.
 *
 * @returns whether NFC has been switched off
 */
const isSwitchedOff = async (): Promise<boolean> => {
  const probing = new AbortController();
  try {
    await new NDEFReader().scan({ signal: probing.signal });
    return false;
  } catch (error) {
    return refusalOf(error) === 'nfc-off';
  } finally {
    probing.abort();
  }
};

/**
 * Looks for contactless cards and tells what happens. Call it from a tap: only then does the browser ask for permission.
 * Nothing of a card is looked at but that it is there. Until it is stopped, Android gives no card to any other app, so stop
 * it only once the card is away.
 *
 * @returns Stops it, which may open another app if a card lies there.
 * @see https://w3c.github.io/web-nfc/
 */
export const startContact = (onEvent: (event: ContactEvent) => void): (() => void) => {
  const tell = (happening: Happening): void => onEvent({ ...happening, atMs: performance.now() });
  tell({ type: 'asked' });
  if (!('NDEFReader' in window)) {
    tell({ type: 'failed', failure: 'no-web-nfc' });
    return () => undefined;
  }

  /** Of all of it, and of the search that goes on: one that was refused, or whose NFC was switched off, cannot go on. */
  const listening = new AbortController();
  let searching = new AbortController();
  let state: 'asking' | 'on' | 'off' | 'refused' = 'asking';

  const stop = (): void => {
    if (listening.signal.aborted) return;
    listening.abort();
    searching.abort();
    tell({ type: 'stopped' });
  };

  const fail = (failure: ContactFailure): void => {
    state = failure === 'nfc-off' ? 'off' : 'refused';
    searching.abort();
    tell({ type: 'failed', failure });
  };

  const scan = async (): Promise<void> => {
    state = 'asking';
    searching = new AbortController();
    const { signal } = searching;
    const reader = new NDEFReader();
    reader.addEventListener('reading', () => tell({ type: 'reading' }), { signal });
    reader.addEventListener('readingerror', () => tell({ type: 'readingerror' }), { signal });
    try {
      await reader.scan({ signal });
      if (signal.aborted) return;
      state = 'on';
      tell({ type: 'started' });
    } catch (error) {
      const failure = refusalOf(error);
      if (failure !== null && !signal.aborted) fail(failure);
    }
  };

  const lookWhetherOn = async (): Promise<void> => {
    const { signal } = searching;
    if ((await isSwitchedOff()) && !signal.aborted) fail('nfc-off');
  };

  const lookAgain = (): void => {
    const isVisible = document.visibilityState === 'visible';
    tell({ type: isVisible ? 'shown' : 'hidden' });
    if (!isVisible) return;
    if (state === 'on') void lookWhetherOn();
    if (state !== 'off') return;
    // NFC may have been switched on in the settings meanwhile. Nothing tells but another try.
    tell({ type: 'asked' });
    void scan();
  };

  document.addEventListener('visibilitychange', lookAgain, { signal: listening.signal });
  window.addEventListener('pagehide', stop, { signal: listening.signal });
  void scan();
  return stop;
};

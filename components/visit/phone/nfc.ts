'use client';

import { inAppBrowser } from '@/lib/phone/browser';
import { type ContactEvent, failureOf } from '@/lib/phone/contact';

type WithoutTime<E> = E extends ContactEvent ? Omit<E, 'atMs'> : never;
type Happening = WithoutTime<ContactEvent>;

const refusalOf = (error: unknown) =>
  failureOf(error instanceof Error ? error : { name: '', message: '' }, {
    isTopLevel: window === window.top,
    isInApp: inAppBrowser(navigator.userAgent) !== null,
  });

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

  const reader = new NDEFReader();
  const aborting = new AbortController();
  const { signal } = aborting;
  let isOff = false;

  const stop = (): void => {
    if (signal.aborted) return;
    aborting.abort();
    tell({ type: 'stopped' });
  };

  const scan = async (): Promise<void> => {
    isOff = false;
    try {
      await reader.scan({ signal });
      if (!signal.aborted) tell({ type: 'started' });
    } catch (error) {
      const failure = refusalOf(error);
      if (failure === null || signal.aborted) return;
      isOff = failure === 'nfc-off';
      tell({ type: 'failed', failure });
    }
  };

  const lookAgain = (): void => {
    const isVisible = document.visibilityState === 'visible';
    tell({ type: isVisible ? 'shown' : 'hidden' });
    if (!isVisible || !isOff) return;
    // NFC may have been switched on in the settings meanwhile. Nothing tells but another try.
    tell({ type: 'asked' });
    void scan();
  };

  reader.addEventListener('reading', () => tell({ type: 'reading' }), { signal });
  reader.addEventListener('readingerror', () => tell({ type: 'readingerror' }), { signal });
  document.addEventListener('visibilitychange', lookAgain, { signal });
  window.addEventListener('pagehide', stop, { signal });
  void scan();
  return stop;
};

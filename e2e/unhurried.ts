import type { BrowserContext } from '@playwright/test';

/**
 * A test taps ten times a second where a person taps once, and a kiosk takes a second strike at the same place for a trembling
 * hand. On the clock of these pages' events each touch comes a second after the one before.
 */
export const tapUnhurried = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const aside = 1_000;
    const read = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp')?.get;
    if (read === undefined) return;
    let later = 0;
    Object.defineProperty(Event.prototype, 'timeStamp', {
      get(this: Event) {
        return read.call(this) + later;
      },
    });
    window.addEventListener(
      'pointerdown',
      () => {
        later += aside;
      },
      true,
    );
  });

import type { BrowserContext } from '@playwright/test';

/**
 * A test taps ten times a second where a person taps once, and a kiosk takes a second strike at the same place for a trembling
 * hand. To the page each touch comes a second after the one before, whatever clock the test has given it.
 */
export const tapUnhurried = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const aside = 1_000;
    let later = 0;
    const shift = (event: Event): void => {
      Object.defineProperty(event, 'timeStamp', { value: event.timeStamp + later });
    };
    window.addEventListener(
      'pointerdown',
      (event) => {
        later += aside;
        shift(event);
      },
      true,
    );
    for (const name of ['pointerup', 'click']) window.addEventListener(name, shift, true);
  });

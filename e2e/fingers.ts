import { setTimeout as wait } from 'node:timers/promises';
import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Fingers {
  readonly send: (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    touchPoints: readonly (Place & { readonly id?: number })[],
  ) => Promise<unknown>;
  /** @param ms - for which the finger rests there, as the screen counts it */
  readonly press: (place: Place, ms: number) => Promise<void>;
  /** The same, while the finger moves. */
  readonly slip: (from: Place, to: Place, ms: number) => Promise<void>;
}

/** Fingers as the screen of a kiosk tells of them: the browser makes of them whatever it makes. */
export const fingersOn = async (page: Page): Promise<Fingers> => {
  const session: CDPSession = await page.context().newCDPSession(page);
  const send: Fingers['send'] = (type, touchPoints) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] });
  return {
    send,
    press: async (place, ms) => {
      await send('touchStart', [place]);
      await wait(ms);
      await send('touchEnd', []);
    },
    slip: async (from, to, ms) => {
      await send('touchStart', [from]);
      await wait(ms / 2);
      await send('touchMove', [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }]);
      await wait(ms / 2);
      await send('touchMove', [to]);
      await send('touchEnd', []);
    },
  };
};

export const middleOf = async (target: Locator): Promise<Place> => {
  const box = await target.boundingBox();
  if (box === null) throw new Error('there is nothing to press');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/** Once the chunk that guards the screen is there, a finger is seen at once. */
export const openGuarded = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  const fingers = await fingersOn(page);
  const name = page.locator('[data-size="standard"]');
  await expect
    .poll(async () => {
      const place = await middleOf(name);
      await fingers.send('touchStart', [place]);
      const isMarked = (await name.getAttribute('data-pressed')) !== null;
      await fingers.send('touchEnd', []);
      return isMarked;
    })
    .toBe(true);
};

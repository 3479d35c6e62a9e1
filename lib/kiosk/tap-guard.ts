/** Where a finger is, in CSS pixels, and when, in milliseconds of any steady clock. */
export interface Contact {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

/** A finger that stays longer than this leans on the screen. In milliseconds. */
const longestTap = 3_000;
/**
 * Within this time a second strike at the same place is a trembling hand and no second wish. A key may be wanted twice: there,
 * only what no finger does on purpose is left out. In milliseconds.
 */
const doubleStrike = { button: 500, key: 150 } as const;

export type Target = keyof typeof doubleStrike;

export interface TapGuard {
  /** @param id - of the finger */
  down(id: number, contact: Contact): void;
  /** The browser has made something else of it, such as scrolling. */
  cancel(id: number): void;
  /** Whether this was a tap. The browser does not call it one if it was long, or if the finger has slipped a little. */
  up(id: number, contact: Contact): boolean;
  /** Whether a click of a finger or a mouse counts. What counts is remembered. */
  strike(contact: Contact, target: Target): boolean;
}

/**
 * Says which touches of a kiosk's screen are one tap: of one finger, up to three seconds long, and not the echo of the one before.
 *
 * @param near - so far from each other two contacts are still at the same place, in CSS pixels
 */
export const createTapGuard = (near: number): TapGuard => {
  const fingers = new Map<number, Contact>();
  /** More than one finger was there: nothing of it counts until all are gone. */
  let isSpoiled = false;
  let isTooLong = false;
  let last: Contact | null = null;
  const isSamePlace = (one: Contact, other: Contact): boolean => Math.hypot(one.x - other.x, one.y - other.y) <= near;

  return {
    down: (id, contact) => {
      isSpoiled = fingers.size > 0;
      isTooLong = false;
      fingers.set(id, contact);
    },
    cancel: (id) => {
      fingers.delete(id);
    },
    up: (id, contact) => {
      const start = fingers.get(id);
      fingers.delete(id);
      if (start === undefined) return false;
      isTooLong = contact.at - start.at > longestTap;
      return !isSpoiled && !isTooLong && isSamePlace(start, contact);
    },
    strike: (contact, target) => {
      if (isSpoiled || isTooLong) return false;
      const isEcho = last !== null && contact.at - last.at < doubleStrike[target] && isSamePlace(last, contact);
      if (!isEcho) last = contact;
      return !isEcho;
    },
  };
};

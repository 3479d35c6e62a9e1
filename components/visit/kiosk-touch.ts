import { leastPixels, type Panel } from '@/lib/kiosk/panel';
import { createTapGuard, type Target } from '@/lib/kiosk/tap-guard';
import { isAskedNow } from './asked';

const pressable = 'a, button, summary, label';
/** The browser says right after a finger has gone that it was a tap; if it has said nothing by then, it has not taken it for one. In milliseconds. */
const browserSaysWithin = 120;

const elementOf = (event: Event): Element | null => (event.target instanceof Element ? event.target : null);

const targetOf = (element: Element | null): Target =>
  element?.closest('.search-key, .pin-key') === null ? 'button' : 'key';

const contactOf = ({ clientX, clientY, timeStamp }: MouseEvent) => ({ x: clientX, y: clientY, at: timeStamp });

const refuse = (event: Event): void => {
  event.preventDefault();
  event.stopPropagation();
};

/** A link that is pressed with a key held opens another tab or window in most browsers. */
const leadsElsewhere = (event: MouseEvent): boolean => {
  const isHeld = event.ctrlKey || event.shiftKey || event.altKey || event.metaKey;
  return isHeld && elementOf(event)?.closest('a') instanceof HTMLAnchorElement;
};

/** Marks at once what a finger is on: the browser's own `:active` waits until it knows that it is no scrolling. */
const createPressMark = () => {
  let pressed: Element | null = null;
  return {
    set: (element: Element | null): void => {
      pressed?.removeAttribute('data-pressed');
      pressed = element?.closest(pressable) ?? null;
      pressed?.setAttribute('data-pressed', '');
    },
  };
};

/**
 * A screen that everybody touches: what is one tap counts once, and nothing else does anything. Not for keyboards and screen
 * readers, whose clicks are let through, but for those that would open another tab. What answers the question whether anybody
 * is still there does nothing else: it closes at once, and the rest of the tap, or of the key, is meant for nothing that was
 * below. Returns what ends it.
 *
 * @param panel - on which half the size of the smallest button is still the same place
 */
export const guardTouches = (panel: Panel): (() => void) => {
  const guard = createTapGuard(leastPixels(panel, devicePixelRatio).target / 2);
  const mark = createPressMark();
  const ending = new AbortController();
  /** By finger. */
  const waiting = new Map<number, ReturnType<typeof setTimeout>>();
  let labelled: Element | null = null;
  let isAnswer = false;

  const on = <Name extends keyof WindowEventMap>(name: Name, listener: (event: WindowEventMap[Name]) => void): void =>
    // Before anybody else, and able to prevent what the browser would do.
    window.addEventListener(name, listener, { capture: true, passive: false, signal: ending.signal });

  on('pointerdown', (event) => {
    labelled = null;
    isAnswer = isAskedNow();
    mark.set(event.isPrimary && !isAnswer ? elementOf(event) : null);
    if (event.pointerType === 'mouse') return;
    guard.down(event.pointerId, contactOf(event));
  });
  on('pointerup', (event) => {
    mark.set(null);
    if (event.pointerType === 'mouse') return;
    const pressed = elementOf(event)?.closest<HTMLElement>(pressable) ?? null;
    const isTap = guard.up(event.pointerId, contactOf(event));
    if (!isTap || pressed === null || isAnswer || leadsElsewhere(event)) return;
    const contact = contactOf(event);
    const press = setTimeout(() => {
      waiting.delete(event.pointerId);
      if (guard.strike(contact, targetOf(pressed))) pressed.click();
    }, browserSaysWithin);
    waiting.set(event.pointerId, press);
  });
  on('pointercancel', ({ pointerId }) => {
    mark.set(null);
    guard.cancel(pointerId);
  });
  on('click', (event) => {
    if (leadsElsewhere(event)) {
      refuse(event);
      return;
    }
    // What has no pointer comes from a keyboard, a screen reader or this guard.
    if (!event.isTrusted || !(event instanceof PointerEvent) || event.pointerType === '' || event.detail === 0) return;
    const element = elementOf(event);
    const isOfLabel = element !== null && element === labelled;
    labelled = null;
    // The browser presses what a label is for right after the label.
    if (isOfLabel) return;
    clearTimeout(waiting.get(event.pointerId));
    waiting.delete(event.pointerId);
    const counts = guard.strike(contactOf(event), targetOf(element));
    // A mouse is as fast as its user wants; only its double click is one.
    if (isAnswer || (!counts && (event.pointerType !== 'mouse' || event.detail > 1))) refuse(event);
    else labelled = element?.closest('label')?.control ?? null;
  });
  on('keydown', (event) => {
    if (isAskedNow()) event.preventDefault();
  });
  // The middle button, and those at the side of a mouse.
  on('auxclick', refuse);
  on('contextmenu', refuse);
  on('dragstart', refuse);
  // Two fingers on a touch pad, or a wheel with Ctrl: both enlarge the page.
  on('wheel', (event) => {
    if (event.ctrlKey) refuse(event);
  });
  return () => {
    for (const press of waiting.values()) clearTimeout(press);
    mark.set(null);
    ending.abort();
  };
};

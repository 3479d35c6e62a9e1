'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type Box, pageAt, pagesOf, type ScreenPage } from '@/lib/kiosk/pages';
import { useSurface } from './place';
import { WordButton } from './word-button';

/** So few pixels out of sight are nobody's loss. */
const slack = 1;

/** Milliseconds from the end of a press until the browser has made a click of it. */
const clickMs = 100;

/** What is read or pressed as a whole. */
const wholes = 'section, article, h1, h2, h3, p, li, dt, dd, tr, a, button, summary, label, svg, img';
/** What stays at the lower edge while the rest is turned. */
const fixed = '.page-turner, .dialog-close, .help-actions, .frame-foot';

interface Turned {
  /** From 0. */
  readonly at: number;
  /** How many pages; `0`: all of it is seen, and there are no buttons. */
  readonly of: number;
}

const whole: Turned = { at: 0, of: 0 };

/** Nothing scrolls but by these buttons. */
const isPanel = (): boolean => document.documentElement.dataset.panel !== undefined;

/** The sheet that it is on, or the page: on a panel that has its frame around it, in a smaller window all of it. */
const scrollerOf = (turner: Element): Element =>
  turner.closest('dialog') ?? (isPanel() ? document.querySelector('.frame-main') : null) ?? document.documentElement;

/** The height in which a page is seen, in pixels: what stands at the lower edge covers the rest. */
const roomOf = (scroller: Element, turner: Element): number => {
  const { clientHeight } = scroller;
  if (scroller.matches('.frame-main')) return clientHeight;
  const foot = scroller.matches('dialog') ? turner : document.querySelector('.frame-foot');
  if (foot === null || getComputedStyle(foot).position !== 'sticky') return clientHeight;
  return Math.min(clientHeight, foot.getBoundingClientRect().top - Math.max(0, scroller.getBoundingClientRect().top));
};

/** With each heading goes the beginning of what it is for. */
const boxOf = (element: Element, from: number): Box => {
  const { top, bottom } = element.getBoundingClientRect();
  const next = element.matches('h2, h3') ? element.nextElementSibling?.getBoundingClientRect() : undefined;
  const needed =
    next === undefined || next.top < bottom ? bottom : next.top + Math.min(next.height, 2 * (bottom - top));
  // A pixel above: heights are rounded, and nothing of what the next page begins with is to peep out.
  return { top: Math.floor(top - from) - 1, bottom: bottom - from, needed: needed - from };
};

const boxesIn = (scroller: Element): readonly Box[] => {
  const edge = scroller === document.documentElement ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop;
  return [...scroller.querySelectorAll(wholes)]
    .filter((each) => each.checkVisibility() && each.closest(fixed) === null)
    .map((each) => boxOf(each, edge - scroller.scrollTop));
};

/** What stands higher than everybody reaches, in CSS pixels from the upper edge of the screen; 0 where nobody has asked. */
const outOfReach = (area: Element): number => {
  const reach = Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--reach-to'));
  return area.hasAttribute('data-low') && reach < window.innerHeight ? window.innerHeight - reach : 0;
};

const pressable = 'a[href], button, summary, label';

interface Book {
  /** Looks again at what there is to turn, in the next frame: what it finds it has changed itself. */
  readonly look: () => void;
  readonly turn: (direction: 1 | -1) => void;
  readonly close: () => void;
}

/** @param tell - hears which page is seen */
const openBook = (turner: HTMLElement, tell: (turned: Turned) => void): Book => {
  let pages: readonly ScreenPage[] = [];
  let at = 0;
  let frame = 0;
  /** From the finger that comes down until there is a click of it; `isDown` only until it is lifted. */
  let isPressed = false;
  let isDown = false;
  /** Another page has come meanwhile. */
  let isAnother = false;
  let releasing: ReturnType<typeof setTimeout> | undefined;
  const area = turner.closest<HTMLElement>('dialog, .surface') ?? document.body;

  /** @param end - how far down can be scrolled to, so that the last page begins where it should; `null`: as far as there is anything */
  const style = (scroller: Element, cut: number, end: number | null): void => {
    if (!(scroller instanceof HTMLElement && scroller.matches('.frame-main'))) return;
    scroller.style.setProperty('--page-cut', cut > 0 ? `${cut}px` : null);
    scroller.style.setProperty('--page-end', end === null ? null : `${end}px`);
  };
  /** With the buttons low: if something is too high, or there is too much of it, all of it keeps to where hands are. */
  const keepWithinReach = (scroller: Element): void => {
    if (!(scroller instanceof HTMLElement && scroller.matches('.frame-main'))) return;
    scroller.style.removeProperty('--page-low');
    const above = outOfReach(area);
    if (above === 0) return;
    const isTooHigh = [...scroller.querySelectorAll(pressable)].some(
      (each) => each.checkVisibility() && each.getBoundingClientRect().top < above,
    );
    if (isTooHigh || scroller.scrollHeight - scroller.clientHeight > slack)
      scroller.style.setProperty('--page-low', `${above}px`);
  };
  const goTo = (scroller: Element, page: number): void => {
    at = page;
    const { top, cut } = pages[page] ?? { top: 0, cut: 0 };
    const last = pages.at(-1)?.top ?? 0;
    style(scroller, cut, last + scroller.clientHeight);
    scroller.scrollTo({ top, behavior: 'instant' });
    tell({ at, of: pages.length });
  };

  const see = (): void => {
    frame = 0;
    // Nothing moves under a finger.
    if (isPressed) return;
    const scroller = scrollerOf(turner);
    const { scrollTop } = scroller;
    // Its own row takes some of the room: whether it is needed is seen without it.
    const isShown = !turner.hidden;
    turner.hidden = true;
    style(scroller, 0, null);
    keepWithinReach(scroller);
    const isNeeded = scroller.scrollHeight - scroller.clientHeight > slack;
    turner.hidden = !isShown;
    if (scroller.scrollTop !== scrollTop) scroller.scrollTop = scrollTop;
    if (!isNeeded) {
      pages = [];
      tell(whole);
      return;
    }
    if (!isShown) {
      // How long a page is, is seen when it is there.
      tell({ at: 0, of: 1 });
      return;
    }
    const { scrollHeight, clientHeight } = scroller;
    const room = roomOf(scroller, turner);
    pages = pagesOf(boxesIn(scroller), room, scrollHeight - (clientHeight - room));
    const page = pageAt(pages, scrollTop, room);
    if (isPanel()) {
      goTo(scroller, page);
    } else {
      // In a smaller window a finger scrolls, too; the last page may begin where nothing can be scrolled to.
      at = scrollHeight - clientHeight - scrollTop <= slack ? pages.length - 1 : page;
      tell({ at, of: pages.length });
    }
  };
  const look = (): void => {
    frame ||= requestAnimationFrame(see);
  };
  /** Another page, or another window: whether that one fits without the buttons is seen without them. */
  const beginAnew = (): void => {
    isAnother = isDown;
    if (isDown) return;
    pages = [];
    const scroller = scrollerOf(turner);
    style(scroller, 0, null);
    if (isPanel()) scroller.scrollTop = 0;
    tell(whole);
    requestAnimationFrame(look);
  };

  const press = (): void => {
    clearTimeout(releasing);
    isPressed = true;
    isDown = true;
  };
  const release = (): void => {
    clearTimeout(releasing);
    isDown = false;
    releasing = setTimeout(() => {
      isPressed = false;
      if (isAnother) beginAnew();
      else look();
    }, clickMs);
  };

  const ending = new AbortController();
  const { signal } = ending;
  document.addEventListener('pointerdown', press, { capture: true, signal });
  document.addEventListener('pointerup', release, { capture: true, signal });
  document.addEventListener('pointercancel', release, { capture: true, signal });
  /** Each stage brings a heading of its own, also where two say the same. A sheet has no `h1`. */
  const headingOf = (): Element | null => area.querySelector('h1') ?? area.querySelector('h2');
  let heading = headingOf();
  let title = heading?.textContent;
  const changes = new MutationObserver((records) => {
    // What is tried on it is no news.
    if (records.every(({ target }) => target === turner)) return;
    const before = { heading, title };
    heading = headingOf();
    title = heading?.textContent;
    const isLaidOutAnew = records.some(({ attributeName }) => attributeName?.startsWith('data-'));
    if (heading !== before.heading || title !== before.title || isLaidOutAnew) beginAnew();
    else look();
  });
  changes.observe(area, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ['open', 'hidden', 'data-low', 'data-text-size'],
  });
  // What scrolls does not say so to what is around it, but on the way down.
  document.addEventListener('scroll', look, { capture: true, passive: true, signal });
  window.addEventListener('resize', beginAnew, { signal });
  const sizes = new ResizeObserver(look);
  for (const each of [area, ...area.children]) sizes.observe(each);
  look();

  return {
    look,
    turn: (direction) => {
      const page = Math.min(pages.length - 1, Math.max(0, at + direction));
      if (page >= 0) goTo(scrollerOf(turner), page);
    },
    close: () => {
      cancelAnimationFrame(frame);
      clearTimeout(releasing);
      ending.abort();
      changes.disconnect();
      sizes.disconnect();
      style(scrollerOf(turner), 0, null);
    },
  };
};

/** Nothing on a kiosk scrolls, and it shows no scroll bar: what is longer than its screen is turned by buttons, page by page. */
export function PageTurner() {
  const t = useTranslations('ActionBar.turn');
  const [turner, setTurner] = useState<HTMLElement | null>(null);
  const [book, setBook] = useState<Book | null>(null);
  const [{ at, of }, setTurned] = useState<Turned>(whole);
  useEffect(() => {
    if (turner === null) return;
    const opened = openBook(turner, (turned) =>
      setTurned((before) => (before.at === turned.at && before.of === turned.of ? before : turned)),
    );
    setBook(opened);
    return opened.close;
  }, [turner]);
  // Its own row has come or gone.
  useEffect(() => {
    if (of > 0) book?.look();
  }, [book, of]);
  if (useSurface() !== 'kiosk') return null;
  return (
    <div ref={setTurner} className="page-turner" hidden={of === 0}>
      <WordButton words={t('up')} variant="secondary" aria-disabled={at === 0} onClick={() => book?.turn(-1)} />
      <p className="page-turner-count" aria-live="polite">
        {of > 1 && t('page', { at: at + 1, of })}
      </p>
      <WordButton words={t('down')} variant="secondary" aria-disabled={at >= of - 1} onClick={() => book?.turn(1)} />
    </div>
  );
}

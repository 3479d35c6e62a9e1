'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useSurface } from './place';
import { WordButton } from './word-button';

/** So much of what was last read is still there after a turn, in rem. */
const overlap = 3;

/** So few pixels out of sight are nobody's loss. */
const slack = 8;
/** Milliseconds for which it stays once it has come: its own row moves the others, and it must not come and go. */
const settleMs = 1_000;

/** The sheet that it is on, or the page. */
const scrollerOf = (turner: Element): Element => turner.closest('dialog') ?? document.documentElement;

/** What there is to turn, in bits; `0`: all of it is seen, and there are no buttons. */
const way = { up: 1, down: 2, shown: 4 } as const;

/**
 * It comes when the page is too long without it, and goes when the page fits with it: so neither leads to the other. Looked at
 * in the next frame, as what it finds is what it has changed itself.
 */
const useWays = (turner: HTMLElement | null): number => {
  const [ways, setWays] = useState(0);
  useEffect(() => {
    if (turner === null) return;
    const scroller = scrollerOf(turner);
    let frame = 0;
    let shownAt = Number.NEGATIVE_INFINITY;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      frame = 0;
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      const over = scrollHeight - clientHeight;
      const isSettling = performance.now() - shownAt < settleMs;
      const isNeeded = turner.hidden ? over > slack : over > 0 || isSettling;
      if (turner.hidden && isNeeded) {
        shownAt = performance.now();
        settling = setTimeout(lookLater, settleMs);
      }
      const up = scrollTop > slack ? way.up : 0;
      const down = over - scrollTop > slack ? way.down : 0;
      setWays(isNeeded ? way.shown + up + down : 0);
    };
    const lookLater = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    /** Another page, or another window: whether that one fits without the buttons is seen without them. */
    const beginAnew = (): void => {
      shownAt = Number.NEGATIVE_INFINITY;
      setWays(0);
      requestAnimationFrame(lookLater);
    };
    const titleOf = (): string => scroller.querySelector('h1, h2')?.textContent ?? '';
    let title = titleOf();
    const pages = new MutationObserver(() => {
      const before = title;
      title = titleOf();
      if (title !== before) beginAnew();
    });
    pages.observe(scroller, { childList: true, characterData: true, subtree: true });
    const ending = new AbortController();
    const { signal } = ending;
    const scrolls = scroller === document.documentElement ? document : scroller;
    scrolls.addEventListener('scroll', lookLater, { passive: true, signal });
    window.addEventListener('resize', beginAnew, { signal });
    const sizes = new ResizeObserver(lookLater);
    for (const each of [scroller, ...scroller.children]) sizes.observe(each);
    lookLater();
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(settling);
      ending.abort();
      pages.disconnect();
      sizes.disconnect();
    };
  }, [turner]);
  return ways;
};

const turn = (turner: HTMLElement | null, direction: 1 | -1): void => {
  if (turner === null) return;
  const scroller = scrollerOf(turner);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  // What stands at the lower edge covers what is below it.
  const seen = turner.getBoundingClientRect().top - Math.max(0, scroller.getBoundingClientRect().top);
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollBy({ top: direction * (seen - overlap * rem), behavior: isStill ? 'instant' : 'smooth' });
};

/** A kiosk shows no scroll bar, and not everybody wipes over a screen: what does not fit is turned by buttons. */
export function PageTurner() {
  const t = useTranslations('ActionBar.turn');
  const [turner, setTurner] = useState<HTMLElement | null>(null);
  const ways = useWays(turner);
  if (useSurface() !== 'kiosk') return null;
  return (
    <div ref={setTurner} className="page-turner" hidden={ways === 0}>
      <WordButton
        words={t('up')}
        variant="secondary"
        aria-disabled={(ways & way.up) === 0}
        onClick={() => turn(turner, -1)}
      />
      <WordButton
        words={t('down')}
        variant="secondary"
        aria-disabled={(ways & way.down) === 0}
        onClick={() => turn(turner, 1)}
      />
    </div>
  );
}

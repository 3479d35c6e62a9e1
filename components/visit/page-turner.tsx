'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { useSurface } from './place';
import { WordButton } from './word-button';

/** So much of what was last read is still there after a turn, in rem. */
const overlap = 3;

/** Whether more than a line's worth of pixels is out of sight. */
const isCut = (pixels: number): boolean => pixels > 8;

/** The sheet that it is on, or the page. */
const scrollerOf = (turner: Element): Element => turner.closest('dialog') ?? document.documentElement;

/** `0`: all of it is seen. Otherwise one bit for what is above, and one for what is below. */
const look = (turner: HTMLElement | null): number => {
  if (turner === null) return 0;
  const { scrollTop, scrollHeight, clientHeight } = scrollerOf(turner);
  // Its own height is not taken off: a page that fits only without it would lose it and get it back for ever.
  return (isCut(scrollTop) ? 1 : 0) + (isCut(scrollHeight - clientHeight - scrollTop) ? 2 : 0);
};

const watch = (turner: HTMLElement | null, listener: () => void): (() => void) => {
  if (turner === null) return () => undefined;
  const scroller = scrollerOf(turner);
  const ending = new AbortController();
  const { signal } = ending;
  const scrolls = scroller === document.documentElement ? document : scroller;
  scrolls.addEventListener('scroll', listener, { passive: true, signal });
  window.addEventListener('resize', listener, { signal });
  const sizes = new ResizeObserver(listener);
  for (const each of [scroller, ...scroller.children]) sizes.observe(each);
  return () => {
    ending.abort();
    sizes.disconnect();
  };
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
  const cut = useSyncExternalStore(
    useCallback((listener) => watch(turner, listener), [turner]),
    () => look(turner),
    () => 0,
  );
  if (useSurface() !== 'kiosk') return null;
  return (
    <div ref={setTurner} className="page-turner" hidden={cut === 0}>
      <WordButton
        words={t('up')}
        variant="secondary"
        aria-disabled={(cut & 1) === 0}
        onClick={() => turn(turner, -1)}
      />
      <WordButton
        words={t('down')}
        variant="secondary"
        aria-disabled={(cut & 2) === 0}
        onClick={() => turn(turner, 1)}
      />
    </div>
  );
}

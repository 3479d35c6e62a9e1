'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { useSurface } from './place';
import { WordButton } from './word-button';

/** So much of what was last read is still there after a turn, in rem. */
const overlap = 3;

/** So few pixels out of sight are nobody's loss. */
const slack = 8;

/** The sheet that it is on, or the page. */
const scrollerOf = (turner: Element): Element => turner.closest('dialog') ?? document.documentElement;

/** How much higher the foot of a page is with it: on a standing panel it has a row of its own. */
const rowOf = (turner: HTMLElement): number => {
  const beside = turner.parentElement?.querySelector('.action-help')?.getBoundingClientRect().top ?? 0;
  const { top, bottom } = turner.getBoundingClientRect();
  return turner.hidden || bottom > beside ? 0 : beside - top;
};

/** `0`: all of it is seen. Otherwise one bit for what is above, and one for what is below. */
const look = (turner: HTMLElement | null): number => {
  if (turner === null) return 0;
  const { scrollTop, scrollHeight, clientHeight } = scrollerOf(turner);
  // What is there goes with less than what has to come: otherwise it could come and go for ever.
  const least = turner.hidden ? slack : 0;
  const below = scrollHeight - rowOf(turner) - clientHeight - scrollTop;
  return (scrollTop > slack ? 1 : 0) + (below > least ? 2 : 0);
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

'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { afterPaint } from './after-paint';

/** A page that has just been opened leaves the focus where the browser puts it. */
let isPageNew = true;

const isChoosingLanguage = (): boolean => document.activeElement?.closest('.language-switcher') != null;

/** The heading of a stage takes the focus when the stage begins: give each stage a `key` of its own. */
export function StageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const isWanted = !isPageNew && !isChoosingLanguage();
    isPageNew = false;
    if (!isWanted) return;
    const before = document.activeElement;
    // After the next paint: to focus is to lay the page out, and the finger should see its answer first.
    void afterPaint().then(() => {
      const now = document.activeElement;
      // Whoever has gone on to something else by then is not called back.
      if (now === before || now === document.body) heading.current?.focus({ preventScroll: true });
    });
  }, []);

  return (
    <h1 ref={heading} tabIndex={-1} className="stage-heading">
      {children}
    </h1>
  );
}

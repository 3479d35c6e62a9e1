'use client';

import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { afterPaint } from './after-paint';

/** What the heading before this one said; none yet on a page that has just been opened. */
let saidLast: string | null | undefined;

const isChoosingLanguage = (): boolean => document.activeElement?.closest('.language-switcher') != null;

/** The heading of a stage takes the focus when the stage begins: give each stage a `key` of its own. */
export function StageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);

  // As the stage comes, and not a moment later, when somebody may be on a button of it already.
  useLayoutEffect(() => {
    // A page that has just been opened leaves the focus where the browser puts it.
    const isWanted = saidLast !== undefined && !isChoosingLanguage();
    const said = heading.current?.textContent;
    // The same stage, whole now. Whoever is on a button stays there.
    const before = said === saidLast ? null : document.activeElement;
    saidLast = said;
    if (!isWanted) return;
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

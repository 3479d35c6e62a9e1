'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** A page that has just been opened leaves the focus where the browser puts it. */
let isPageNew = true;

const isChoosingLanguage = (): boolean => document.activeElement?.closest('.language-switcher') != null;

/** The heading of a stage takes the focus when the stage begins: give each stage a `key` of its own. */
export function StageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (!isPageNew && !isChoosingLanguage()) heading.current?.focus({ preventScroll: true });
    isPageNew = false;
  }, []);

  return (
    <h1 ref={heading} tabIndex={-1} className="stage-heading">
      {children}
    </h1>
  );
}

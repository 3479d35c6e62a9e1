'use client';

import type { ReactNode } from 'react';
import { useDisplay } from './display';

/** Carries the visitor's settings as data attributes; the style sheets read them from the root on. */
export function Surface({ children }: { children: ReactNode }) {
  const { contrast, textSize } = useDisplay();
  return (
    <div className="surface" data-contrast={contrast} data-text-size={textSize}>
      {children}
    </div>
  );
}

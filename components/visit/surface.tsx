'use client';

import type { ReactNode } from 'react';
import { useDisplay } from './display';
import { useSurface } from './place';

/** Carries the visitor's settings as data attributes; the style sheets read them from the root on. */
export function Surface({ children }: { children: ReactNode }) {
  const { isLow, textSize, theme } = useDisplay();
  return (
    <div
      className="surface"
      data-surface={useSurface()}
      data-theme={theme}
      data-text-size={textSize}
      data-low={isLow || undefined}
    >
      {children}
    </div>
  );
}

'use client';

import { useEffect } from 'react';
import { usualPanel } from '@/lib/kiosk/panel';
import { fitToPanel } from './fit-to-panel';
import { guardTouches } from './kiosk-touch';
import { usePlace } from './place';
import { keepSpareTitle } from './spare-title';

export { PageTurner } from './page-turner';

/** What a kiosk's screen needs behind every page, once that stands: it hangs on a wall, and everybody touches it. Shows nothing. */
export function KioskScreen() {
  const { data } = usePlace();
  const panel = data?.panel ?? null;
  useEffect(() => (panel === null ? undefined : fitToPanel(panel)), [panel]);
  const isKiosk = data?.surface === 'kiosk';
  useEffect(() => (isKiosk ? guardTouches(panel ?? usualPanel) : undefined), [isKiosk, panel]);
  useEffect(() => {
    if (isKiosk) keepSpareTitle();
  }, [isKiosk]);
  return null;
}

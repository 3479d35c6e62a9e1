'use client';

import { useLaterKiosk } from './use-later-kiosk';

/** For what may be longer than the screen of a kiosk: a page, or a sheet, above what closes it. */
export function LateTurner() {
  const later = useLaterKiosk();
  return later !== null && <later.PageTurner />;
}

'use client';

import { lateChunk } from './late-chunk';

/** A kiosk's screen hangs on a wall, and everybody touches it: its size, its fingers, its long pages. */
export const { use: useLaterKiosk } = lateChunk(() => import('./later-kiosk'));

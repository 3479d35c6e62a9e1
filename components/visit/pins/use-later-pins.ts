'use client';

import { lateChunk } from '../late-chunk';

/** Everything that follows the first heading. */
export const { use: useLaterPins } = lateChunk(() => import('./later-pins'));

'use client';

import { lateChunk } from '../late-chunk';

/** The call itself, what staff send, and the way to the desk: nobody needs them before the page stands. */
export const { use: useLaterHelp } = lateChunk(() => import('./later-help'));

'use client';

import { lateChunk } from '../late-chunk';

/** What follows the first heading: the pages, their pictures, and what drives them. The practice card comes later still. */
export const { use: useLaterPractice } = lateChunk(() => import('./later-practice'));

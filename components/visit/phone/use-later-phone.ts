'use client';

import { lateChunk } from '../late-chunk';

/** What follows the first heading: the questions, the pictures, the answer. The data of the phones comes later still. */
export const { use: useLaterPhone } = lateChunk(() => import('./later-phone'));

'use client';

import { lateChunk } from '../late-chunk';
import { setRules } from './rules-store';

/** The rules and what follows the first screen. */
export const { load: loadLater, use: useLater } = lateChunk(() => import('./later'), setRules);

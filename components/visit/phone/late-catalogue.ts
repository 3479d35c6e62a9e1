'use client';

import { loadCatalogue } from '@/lib/phone/load';
import { lateChunk } from '../late-chunk';

/** The data of the phones, tried for until it is there. */
export const { load: loadPhones, use: useCatalogue } = lateChunk(loadCatalogue);

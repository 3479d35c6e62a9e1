'use client';

import { useQuery } from '@tanstack/react-query';
import * as v from 'valibot';
import { readerSettingsSchema } from '@/lib/reader/protocol';
import { useSurface } from './place';
import { readerVisit, useVisit } from './visit-store';

/** A visitor who waits for the reader looks at the screen. In milliseconds. */
const askAgainMs = 1_000;

const fetchReaderSettings = async ({ signal }: { signal: AbortSignal }) => {
  const response = await fetch('/api/reader', { cache: 'no-store', signal });
  if (!response.ok) throw new Error(`GET /api/reader answered ${response.status}`);
  return v.parse(readerSettingsSchema, await response.json());
};

/**
 * How this kiosk reads cards; at home nobody is asked. Asked again while its reader process is away: a new one has a new
 * address and secret.
 */
export const useReaderSettings = () => {
  const { reader } = useVisit(readerVisit);
  const surface = useSurface();
  return useQuery({
    queryKey: ['reader-settings'],
    queryFn: fetchReaderSettings,
    enabled: surface === 'kiosk',
    refetchInterval: reader === 'readerProcessDown' ? askAgainMs : false,
  });
};

'use client';

import { useReaderSettings } from '../reader-settings';
import { readerVisit, useVisit } from '../visit-store';
import { type Means, usePractised } from './practice-store';

export interface MeansHere {
  readonly means: Means;
  /** The others that work here. */
  readonly others: readonly Means[];
}

/** With what can be practised here: a reader where one is ready, the screen everywhere. */
export const useMeans = (): MeansHere => {
  const chosen = usePractised().means;
  const { data } = useReaderSettings();
  const { reader } = useVisit(readerVisit);
  const there: readonly Means[] = [
    ...(data?.kind === 'reader' && reader === 'ready' ? (['reader'] as const) : []),
    'screen',
  ];
  const means = chosen ?? there[0] ?? 'screen';
  return { means, others: there.filter((each) => each !== means) };
};

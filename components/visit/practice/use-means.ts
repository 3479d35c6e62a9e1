'use client';

import { useEffect } from 'react';
import { useReaderSettings } from '../reader-settings';
import { readerVisit, useVisit } from '../visit-store';
import { changePractised, type Means, usePractised } from './practice-store';
import { currentHold } from './rehearse';

export interface MeansHere {
  readonly means: Means;
  /** The others that work here and now. */
  readonly others: readonly Means[];
}

/** With what can be practised here: a reader where one is ready, the screen everywhere. */
export const useMeans = (): MeansHere => {
  const chosen = usePractised().means;
  const { data } = useReaderSettings();
  const { reader } = useVisit(readerVisit);
  const hasReader = data?.kind === 'reader' && reader === 'ready';
  const means = chosen ?? (hasReader ? 'reader' : 'screen');
  const hasBegun = currentHold().name !== 'ready';
  // From the first try on, a reader that comes or goes changes nothing. Before, it may say only after the page that it is there.
  useEffect(() => {
    if (chosen === null && hasBegun) changePractised({ means });
  }, [chosen, hasBegun, means]);
  const there: readonly Means[] = hasReader ? ['reader', 'screen'] : ['screen'];
  return { means, others: there.filter((each) => each !== means) };
};

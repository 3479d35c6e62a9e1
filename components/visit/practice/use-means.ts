'use client';

import { useSyncExternalStore } from 'react';
import { usePlace } from '../place';
import { useReaderSettings } from '../reader-settings';
import { readerVisit, useVisit } from '../visit-store';
import { type Means, usePractised } from './practice-store';
import { hasNfc } from './use-nfc-holds';

const never = (): (() => void) => () => undefined;

export interface MeansHere {
  readonly means: Means;
  /** The others that work here. */
  readonly others: readonly Means[];
}

/** With what can be practised here: a reader where one is ready, a phone's own NFC at home, the screen everywhere. */
export const useMeans = (): MeansHere => {
  const chosen = usePractised().means;
  const { data } = useReaderSettings();
  const { reader } = useVisit(readerVisit);
  const isHome = usePlace().data?.surface === 'home';
  const canNfc = useSyncExternalStore(never, hasNfc, () => false) && isHome;
  const there: readonly Means[] = [
    ...(data?.kind === 'reader' && reader === 'ready' ? (['reader'] as const) : []),
    'screen',
    ...(canNfc ? (['nfc'] as const) : []),
  ];
  const means = chosen ?? there[0] ?? 'screen';
  return { means, others: there.filter((each) => each !== means) };
};

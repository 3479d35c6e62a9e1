'use client';

import { PracticeScreen } from './practice-screen';
import { useReaderSettings } from './reader-settings';
import { VisitScreen } from './visit-screen';
import { readerVisit } from './visit-store';

/** On a machine that was started with the practice card, that is the card to read. */
export function CardScreen() {
  const { data } = useReaderSettings();
  return data?.kind === 'practice' ? <PracticeScreen /> : <VisitScreen store={readerVisit} isPractice={false} />;
}

'use client';

import { useSurface } from './place';
import { PracticeScreen } from './practice-screen';
import { useReaderSettings } from './reader-settings';
import { VisitScreen } from './visit-screen';
import { readerVisit } from './visit-store';

/** On a machine that was started with the practice card, that is the card to read; at home there is nothing but practice. */
export function CardScreen() {
  const { data } = useReaderSettings();
  if (useSurface() === 'home') return <PracticeScreen isRehearsal />;
  if (data?.kind === 'practice') return <PracticeScreen isRehearsal={false} />;
  return <VisitScreen store={readerVisit} isPractice={false} isRehearsal={false} />;
}

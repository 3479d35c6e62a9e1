'use client';

import { useEffect } from 'react';
import { preparePractice } from './practice';
import { VisitScreen } from './visit-screen';
import { practiceVisit } from './visit-store';

/** @param isRehearsal - `false` on a machine that was started with the practice card as its card */
export function PracticeScreen({ isRehearsal }: { isRehearsal: boolean }) {
  useEffect(preparePractice, []);
  return <VisitScreen store={practiceVisit} isPractice isRehearsal={isRehearsal} />;
}

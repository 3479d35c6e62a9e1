'use client';

import { useEffect } from 'react';
import { preparePractice } from './practice';
import { VisitScreen } from './visit-screen';
import { practiceVisit } from './visit-store';

export function PracticeScreen() {
  useEffect(preparePractice, []);
  return <VisitScreen store={practiceVisit} isPractice />;
}

'use client';

import { useEffect } from 'react';
import type { CardReport } from '@/lib/card/report';
import type { Stage } from '@/lib/reader/stage';
import { visitNumber } from './guide-store';

/** Fetched only when there is something to learn: a card is on the screen long before anybody asks the guide. */
const teachGuide = async (report: CardReport): Promise<void> => {
  const visit = visitNumber();
  const { learnCard } = await import('./learn-card');
  if (visit === visitNumber()) learnCard(report);
};

/** What the report on the screen says becomes known to the guide. */
export const useLearnedCard = (stage: Stage, isOwn: boolean): void => {
  const report = stage.name === 'report' && isOwn ? stage.report : null;
  useEffect(() => {
    if (report !== null) void teachGuide(report);
  }, [report]);
};

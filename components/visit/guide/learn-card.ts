import type { CardReport } from '@/lib/card/report';
import { factNames } from '@/lib/facts/fact';
import { learnReport } from '@/lib/reader/report-facts';
import { getGuide, tellGuide } from './guide-store';

/** The card report feeds the facts by itself: what it settles is not asked any more. */
export const learnCard = (report: CardReport): void => {
  const guide = getGuide();
  const facts = learnReport(guide.facts, report);
  const count = factNames.filter((name) => facts[name]?.evidence === 'measured').length;
  if (count > 0) tellGuide({ ...guide, facts }, { kind: 'learned', count });
};

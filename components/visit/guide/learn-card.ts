import type { CardReport } from '@/lib/card/report';
import { type Facts, factNames } from '@/lib/facts/fact';
import { forget } from '@/lib/facts/learn';
import { learnReport } from '@/lib/reader/report-facts';
import { getGuide, tellGuide } from './guide-store';

/** The card report feeds the facts by itself: what it settles is not asked any more. It is about this card and no other. */
export const learnCard = (report: CardReport): void => {
  if (report.card !== 'my-number') return;
  const guide = getGuide();
  const measured = (facts: Facts) => factNames.filter((name) => facts[name]?.evidence === 'measured');
  const facts = learnReport(measured(guide.facts).reduce(forget, guide.facts), report);
  tellGuide({ ...guide, facts, reopened: null }, { kind: 'learned', count: measured(facts).length });
};

'use client';

import type { CardReport } from '@/lib/card/report';
import { insistence, type Visit } from '@/lib/reader/stage';
import { ConnectingScreen } from './connecting-screen';
import { FailedScreen } from './failed-screen';
import { lateChunk } from './late-chunk';
import { LiftedScreen } from './lifted-screen';
import { NoReaderScreen } from './no-reader-screen';
import { OtherCardScreen } from './other-card-screen';
import { PracticeTable } from './practice-table';
import { PutCardScreen } from './put-card-screen';
import { ReadingScreen } from './reading-screen';
import { TakeCardScreen } from './take-card-screen';
import { ThanksScreen } from './thanks-screen';

/** The largest screen, and never the first: no card is read before the page stands. */
const { use: useReportScreen } = lateChunk(() => import('./report-screen'));

/** The one thing that a stage shows. */
export function StageView({ visit, isPractice }: { visit: Visit; isPractice: boolean }) {
  const { stage } = visit;
  const later = useReportScreen();
  // A card long left behind takes the whole screen; what was shown comes back when it has been taken.
  if (insistence(visit) === 3) return <TakeCardScreen />;
  switch (stage.name) {
    case 'connecting':
      // Almost always the reader is there a moment later; then nothing on the screen has to change.
      // The practice reader is no further away than the rest of the page.
      if (stage.isSlow && !isPractice) return <ConnectingScreen />;
      return isPractice ? <PracticeTable /> : <PutCardScreen />;
    case 'noReader':
      return <NoReaderScreen stage={stage} isPractice={isPractice} />;
    case 'ready':
      return isPractice ? <PracticeTable /> : <PutCardScreen />;
    case 'reading':
      return <ReadingScreen stage={stage} />;
    case 'lifted':
      return <LiftedScreen known={stage.known} />;
    case 'report':
      return stage.report.card === 'my-number' ? (
        <Report report={stage.report} later={later} />
      ) : (
        <OtherCardScreen card={stage.report.card} cardThere={stage.cardThere} />
      );
    case 'failed':
      return <FailedScreen stage={stage} />;
    case 'takeAway':
      return <TakeCardScreen />;
    case 'thanks':
      return <ThanksScreen />;
  }
}

/** For the moment in which its screen is still on the way, the card is still being read. */
function Report({ report, later }: { report: CardReport; later: ReturnType<typeof useReportScreen> }) {
  if (later !== null) return <later.ReportScreen report={report} />;
  const { exchanges } = report;
  const stage = { name: 'reading', done: exchanges, of: exchanges, known: { pins: {} }, leaving: false } as const;
  return <ReadingScreen stage={stage} />;
}

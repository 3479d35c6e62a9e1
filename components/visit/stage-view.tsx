import { insistence, isSlow, type Visit } from '@/lib/reader/stage';
import { ConnectingScreen } from './connecting-screen';
import { FailedScreen } from './failed-screen';
import { LiftedScreen } from './lifted-screen';
import { NoReaderScreen } from './no-reader-screen';
import { OtherCardScreen } from './other-card-screen';
import { PracticeTable } from './practice-table';
import { PutCardScreen } from './put-card-screen';
import { ReadingScreen } from './reading-screen';
import { ReportScreen } from './report-screen';
import { TakeCardScreen } from './take-card-screen';
import { ThanksScreen } from './thanks-screen';

/** The one thing that a stage shows. */
export function StageView({ visit, isPractice }: { visit: Visit; isPractice: boolean }) {
  const { stage } = visit;
  // A card long left behind takes the whole screen; what was shown comes back when it has been taken.
  if (insistence(visit) === 3) return <TakeCardScreen />;
  switch (stage.name) {
    case 'connecting':
      // Almost always the reader is there a moment later; then nothing on the screen has to change.
      if (isSlow(visit)) return <ConnectingScreen />;
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
        <ReportScreen report={stage.report} />
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

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useRouter } from '@/lib/i18n/navigation';
import { insistence, isResting } from '@/lib/reader/stage';
import { ActionBar } from './action-bar';
import { useAnnouncement } from './announcement';
import { CardStrip } from './card-strip';
import { Furigana } from './furigana';
import { isBegun, useGuide } from './guide/guide-store';
import { useLearnedCard } from './guide/learned-card';
import { useLeave } from './leave';
import { StageView } from './stage-view';
import { useSounds } from './use-sounds';
import { useVisit, type VisitStore } from './visit-store';

interface VisitScreenProps {
  store: VisitStore;
  isPractice: boolean;
  /** What this card tells is about nobody. */
  isRehearsal: boolean;
}

/** A card and its reader, real or drawn, from 「置いてください」 to 「ありがとうございました」. */
export function VisitScreen({ store, isPractice, isRehearsal }: VisitScreenProps) {
  const t = useTranslations('ActionBar');
  const visit = useVisit(store);
  const { replace } = useRouter();
  const leave = useLeave();
  const announcement = useAnnouncement(visit);
  useSounds(store, visit);
  useLearnedCard(visit.stage, !isRehearsal);
  const isGuided = isBegun(useGuide());
  const goToGuide = (): void => {
    store.tell({ type: 'back' });
    replace('/guide');
  };

  const hasReport = visit.stage.name === 'report' && !visit.stage.cardThere;
  // With what this card has told; another card, and a rehearsal, tell nothing.
  const canGoOn = hasReport && !isRehearsal && visit.stage.report.card === 'my-number';
  const isCardThere = visit.stage.name === 'reading' || ('cardThere' in visit.stage && visit.stage.cardThere);
  const isAtRest = isResting(visit.stage);
  const isCallingOut = visit.stage.name === 'takeAway' || insistence(visit) === 3;
  return (
    <>
      <main
        className="frame-main"
        data-screen={isCallingOut ? 'takeAway' : visit.stage.name}
        data-practice={isPractice || undefined}
      >
        <p role="status" className="sr-only">
          {announcement}
        </p>
        <StageView visit={visit} isPractice={isPractice} />
      </main>
      <footer className="frame-foot">
        <CardStrip visit={visit} isPractice={isPractice} />
        <ActionBar
          isAtEnd={(hasReport && !canGoOn) || visit.stage.name === 'thanks'}
          isHeld={isCallingOut}
          // To go back with a card on the reader would end the visit, and the answers with it: the card comes first.
          isBackHeld={isCallingOut || (isGuided && isCardThere)}
          onBack={() => (isAtRest ? replace(isGuided ? '/guide' : '/') : store.tell({ type: 'back' }))}
          onFinish={() => (isAtRest ? leave() : store.tell({ type: 'finish' }))}
        >
          {canGoOn && (
            <Button variant="primary" className="action-guide" onClick={goToGuide}>
              <span>
                <Furigana>{t('toGuide')}</Furigana>
              </span>
            </Button>
          )}
        </ActionBar>
      </footer>
    </>
  );
}

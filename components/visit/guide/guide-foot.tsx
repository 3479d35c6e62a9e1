'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Guide } from '@/lib/advice/guide';
import type { Setting } from '@/lib/advice/visit';
import { useRouter } from '@/lib/i18n/navigation';
import { isFading } from '@/lib/reader/stage';
import { ActionBar } from '../action-bar';
import { Furigana } from '../furigana';
import { useLeave } from '../leave';
import { useSurface } from '../place';
import { practiceVisit, readerVisit, useVisit } from '../visit-store';
import { goBack } from './actions';
import { getGuide, takeAlong } from './guide-store';
import { useLater } from './use-later';

const stay = (): void => {
  readerVisit.tell({ type: 'touched' });
  practiceVisit.tell({ type: 'touched' });
};

/** Back, what was answered, and the end. */
export function GuideFoot({ guide, setting, isAtEnd }: { guide: Guide; setting: Setting; isAtEnd: boolean }) {
  const t = useTranslations('Guide');
  const { replace } = useRouter();
  const leave = useLeave();
  const visit = useVisit(readerVisit);
  const surface = useSurface();
  const later = useLater();
  const [areAnswersOpen, setAnswersOpen] = useState(false);
  const back = async (): Promise<void> => {
    if (getGuide().isTakingAlong) takeAlong(false);
    else if (!(await goBack(setting))) replace('/');
  };
  return (
    <footer className="frame-foot">
      {surface === 'kiosk' && isFading(visit) && (
        <div className="card-strip" data-message="asking">
          <p className="card-strip-text" role="status">
            <Furigana>{t('asking')}</Furigana>
          </p>
          <Button variant="primary" onClick={stay}>
            <span>
              <Furigana>{t('stay')}</Furigana>
            </span>
          </Button>
        </div>
      )}
      <ActionBar isAtEnd={isAtEnd} isHeld={false} onBack={back} onFinish={leave}>
        <Button variant="quiet" className="action-answers" aria-haspopup="dialog" onClick={() => setAnswersOpen(true)}>
          <span>
            <Furigana>{t('answers')}</Furigana>
          </span>
        </Button>
      </ActionBar>
      {later !== null && (
        <later.AnswersDialog
          guide={guide}
          setting={setting}
          isOpen={areAnswersOpen}
          onClose={() => setAnswersOpen(false)}
        />
      )}
    </footer>
  );
}

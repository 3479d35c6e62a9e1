'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Guide } from '@/lib/advice/guide';
import type { Setting } from '@/lib/advice/visit';
import { useRouter } from '@/lib/i18n/navigation';
import { ActionBar } from '../action-bar';
import { Furigana } from '../furigana';
import { useLeave } from '../leave';
import { goBack } from './actions';
import { getGuide, takeAlong } from './guide-store';
import { useLater } from './use-later';

/** Back, what was answered, and the end. */
export function GuideFoot({ guide, setting, isAtEnd }: { guide: Guide; setting: Setting; isAtEnd: boolean }) {
  const t = useTranslations('Guide');
  const { replace } = useRouter();
  const leave = useLeave();
  const later = useLater();
  const [areAnswersOpen, setAnswersOpen] = useState(false);
  const back = async (): Promise<void> => {
    if (getGuide().isTakingAlong) takeAlong(false);
    else if (!(await goBack(setting))) replace('/');
  };
  return (
    <footer className="frame-foot">
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

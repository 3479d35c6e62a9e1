'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import { ActionBar } from '../action-bar';
import { useGuide } from '../guide/guide-store';
import { useLeave } from '../leave';
import { QuestionFrame } from '../question-frame';
import { usePractised, useRealCard } from './practice-store';
import { useLaterPractice } from './use-later-practice';

/** Practising: to hold the card, to type while it stays, and the whole way through. */
export function PracticeHome() {
  const t = useTranslations('PracticeMenu');
  const later = useLaterPractice();
  const { page } = usePractised();
  const { replace } = useRouter();
  const leave = useLeave();
  const isGuided = useGuide().facts.errand !== undefined;
  const isCardThere = useRealCard();
  const back = (): void => {
    if (later?.practiceBack() !== true) replace(isGuided ? '/guide' : '/');
  };
  return (
    <>
      <main className="frame-main practice-pages" data-screen={page.name}>
        {later === null ? (
          <QuestionFrame name="practice" picture={null} title={t('title')} hint={t('hint')}>
            <ul className="answers" />
          </QuestionFrame>
        ) : (
          <later.PracticePages />
        )}
      </main>
      <footer className="frame-foot">
        <ActionBar isAtEnd={false} isHeld={isCardThere} onBack={back} onFinish={leave} />
      </footer>
    </>
  );
}

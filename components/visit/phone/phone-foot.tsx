'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import { ActionBar } from '../action-bar';
import { useGuide } from '../guide/guide-store';
import { useLeave } from '../leave';
import { WordButton } from '../word-button';
import { usePhone } from './phone-store';
import { useLaterPhone } from './use-later-phone';

/** Back, on to the guide, and the end. */
export function PhoneFoot() {
  const t = useTranslations('PhoneAnswer');
  const { replace } = useRouter();
  const leave = useLeave();
  const later = useLaterPhone();
  const { check } = usePhone();
  const { facts } = useGuide();
  const isAsked = facts.errand !== undefined;
  const hasAnswer = later !== null && check !== null && later.openQuestion(check) === null;
  const isAnswered = hasAnswer || facts.phone !== undefined;
  const back = (): void => {
    if (later?.goBack() !== true) replace(isAsked ? '/guide' : '/');
  };
  return (
    <footer className="frame-foot">
      <ActionBar isAtEnd={false} isHeld={false} onBack={back} onFinish={leave}>
        {(isAnswered || isAsked) && (
          <WordButton
            words={isAsked ? t('backToGuide') : t('toGuide')}
            variant="primary"
            className="action-guide"
            onClick={() => replace('/guide')}
          />
        )}
      </ActionBar>
    </footer>
  );
}

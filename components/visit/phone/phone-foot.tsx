'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useRouter } from '@/lib/i18n/navigation';
import { ActionBar } from '../action-bar';
import { Furigana } from '../furigana';
import { useGuide } from '../guide/guide-store';
import { useLeave } from '../leave';
import { StillHere } from '../still-here';
import { usePhone } from './phone-store';
import { useLaterPhone } from './use-later-phone';

/** Back, on to the guide, and the end. */
export function PhoneFoot() {
  const t = useTranslations('PhoneAnswer');
  const { replace } = useRouter();
  const leave = useLeave();
  const later = useLaterPhone();
  const { check } = usePhone();
  const isAsked = useGuide().facts.errand !== undefined;
  const isAnswered = later !== null && check !== null && later.openQuestion(check) === null;
  const back = (): void => {
    if (later?.goBack() !== true) replace(isAsked ? '/guide' : '/');
  };
  return (
    <footer className="frame-foot">
      <StillHere />
      <ActionBar isAtEnd={false} isHeld={false} onBack={back} onFinish={leave}>
        {(isAnswered || isAsked) && (
          <Button variant="primary" className="action-guide" onClick={() => replace('/guide')}>
            <span>
              <Furigana>{isAsked ? t('backToGuide') : t('toGuide')}</Furigana>
            </span>
          </Button>
        )}
      </ActionBar>
    </footer>
  );
}

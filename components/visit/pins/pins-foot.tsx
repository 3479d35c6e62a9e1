'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useRouter } from '@/lib/i18n/navigation';
import { ActionBar } from '../action-bar';
import { Furigana } from '../furigana';
import { useGuide } from '../guide/guide-store';
import { useLeave } from '../leave';
import { pinsBack } from './pins-store';

/** Back, on to the guide if one came from there, and the end. */
export function PinsFoot() {
  const t = useTranslations('PinSlip');
  const { replace } = useRouter();
  const leave = useLeave();
  const isGuided = useGuide().facts.errand !== undefined;
  const back = (): void => {
    if (!pinsBack()) replace(isGuided ? '/guide' : '/');
  };
  return (
    <footer className="frame-foot">
      <ActionBar isAtEnd={false} isHeld={false} onBack={back} onFinish={leave}>
        {isGuided && (
          <Button variant="primary" className="action-guide" onClick={() => replace('/guide')}>
            <span>
              <Furigana>{t('toGuide')}</Furigana>
            </span>
          </Button>
        )}
      </ActionBar>
    </footer>
  );
}

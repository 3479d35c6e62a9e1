'use client';

import { useTranslations } from 'next-intl';
import { WordButton } from '../word-button';
import { HoldView } from './hold-view';
import { usePractised } from './practice-store';
import { openPractice, tellHold } from './rehearse';
import { useNfcHolds } from './use-nfc-holds';

/** With a real card on this phone: when it came is known, whether it stayed is not, and the screen says so. */
export function ContactHoldPage() {
  const t = useTranslations('HoldPractice');
  const { single } = usePractised();
  const start = useNfcHolds();
  const isWaiting = single.name === 'ready' || single.name === 'stopped';
  return (
    <HoldView
      hold={single}
      means="nfc"
      words={null}
      isSticky={false}
      next={t('again')}
      onHeld={() => tellHold({ type: 'again' })}
      after={
        isWaiting && (
          <>
            {single.name === 'ready' && (
              <WordButton words={t('startNfc')} variant="primary" className="hold-action" onClick={start} />
            )}
            <WordButton words={t('means.screen')} variant="secondary" onClick={() => openPractice({ name: 'hold' })} />
          </>
        )
      }
    />
  );
}

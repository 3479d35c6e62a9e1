'use client';

import { useTranslations } from 'next-intl';
import type { PracticePinName } from '@/lib/practice/practice-pin';
import { HoldView } from './hold-view';
import { OtherMeans } from './other-means';
import { PinPad } from './pin-pad';
import { usePractised } from './practice-store';
import { openPin, openPractice } from './rehearse';
import { useMeans } from './use-means';
import { useReaderHolds } from './use-reader-holds';

/** A PIN is wanted while the card has to stay. First the four digits, then letters and digits. */
export function PinHoldPage({ pin }: { pin: PracticePinName }) {
  const t = useTranslations('PinPractice');
  const { single, entry } = usePractised();
  const { means } = useMeans();
  useReaderHolds(means === 'reader');
  const isLast = pin === 'signature';
  return (
    <HoldView
      key={pin}
      hold={single}
      means={means}
      words={
        single.name === 'ready' && means === 'screen'
          ? { title: t(`ready.${pin}`), lead: t('readyLead') }
          : single.name === 'held'
            ? { title: t(`held.${pin}`), lead: t('heldLead') }
            : null
      }
      isSticky
      next={t(isLast ? 'toMenu' : 'nextPin')}
      after={<OtherMeans hold={single} />}
      onHeld={() => (isLast ? openPractice({ name: 'menu' }) : openPin('signature'))}
    >
      {entry !== null && <PinPad entry={entry} />}
    </HoldView>
  );
}

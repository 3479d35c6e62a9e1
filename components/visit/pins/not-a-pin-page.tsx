'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { withoutReadings } from '@/lib/i18n/furigana';
import { type NotPin, notPins } from '@/lib/pins/recognise';
import { CardFront } from '../drawings/pins/card-front';
import { PartFrame } from '../part-frame';
import { WordButton } from '../word-button';

/** Every number on the card and on receipts that is not a PIN, crossed out; one after the other if one likes. */
export function NotAPinPage() {
  const t = useTranslations('PinWhich');
  const [shown, setShown] = useState<NotPin | 'all'>('all');
  const label = shown === 'all' ? t('notPinLead') : t(`notPin.${shown}`);
  return (
    <PartFrame
      name="not-a-pin"
      title={t('notPinTitle')}
      lead={t('notPinLead')}
      picture={<CardFront crossed={shown} label={withoutReadings(label)} />}
    >
      <ul className="pin-doors">
        {notPins.map((each) => (
          <li key={each}>
            <WordButton
              words={t(`notPin.${each}`)}
              variant="secondary"
              aria-pressed={each === shown}
              onClick={() => setShown(each === shown ? 'all' : each)}
            />
          </li>
        ))}
      </ul>
    </PartFrame>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from '../furigana';
import { useHomeAddress } from '../home-address';
import { PartFrame } from '../part-frame';
import { QrCode } from '../qr-code';
import { PhonePicture } from './phone-picture';

/** The same page on the visitor's own phone, which knows its model by itself. */
export function OwnPhonePage() {
  const t = useTranslations('PhoneOwn');
  const { address, isOnlyHere } = useHomeAddress('/phone');
  return (
    <PartFrame name="own-phone" title={t('title')} lead={t('lead')} picture={<PhonePicture name="which-phone" />}>
      {isOnlyHere ? (
        <p className="assurance">
          <Furigana>{t('only')}</Furigana>
        </p>
      ) : (
        <figure className="own-phone-qr">
          <QrCode text={address} label={withoutReadings(t('qr'))} />
          <figcaption>
            <span className="typed-address">{address}</span>
            <Furigana>{t('promise')}</Furigana>
          </figcaption>
        </figure>
      )}
    </PartFrame>
  );
}

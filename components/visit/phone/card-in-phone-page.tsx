'use client';

import { useTranslations } from 'next-intl';
import { cardInPhoneOf, type PhoneCheck } from '@/lib/phone/check';
import { Furigana } from '../furigana';
import { PartFrame } from '../part-frame';
import { IsCardInPhone } from './fact-choice';
import { PhonePicture } from './phone-picture';

/** スマホのマイナンバーカード, スマホ用電子証明書: who can have it, what it takes from the card, what it does not replace. */
export function CardInPhonePage({ check }: { check: PhoneCheck }) {
  const t = useTranslations('PhoneCardIn');
  const isIphone = check.kind === 'iphone';
  return (
    <PartFrame
      name="card-in-phone"
      title={t('title')}
      lead={t('lead')}
      picture={<PhonePicture name="card-into-phone" />}
    >
      <p className="card-in-phone-can">
        <strong>
          <Furigana>{t(`can.${cardInPhoneOf(check)}`)}</Furigana>
        </strong>{' '}
        <Furigana>{isIphone ? t('ios') : t('android')}</Furigana>
      </p>
      <div className="part-columns">
        <section>
          <h2>
            <Furigana>{t('needs')}</Furigana>
          </h2>
          <ul className="dotted">
            <li>
              <Furigana>{isIphone ? t('needsIos') : t('needsAndroid')}</Furigana>
            </li>
            <li>
              <Furigana>{t('own')}</Furigana>
            </li>
            <li>
              <Furigana>{t('cannot')}</Furigana>
            </li>
          </ul>
        </section>
        <IsCardInPhone system={isIphone ? 'iphone' : 'android'} />
      </div>
      <p className="part-source">
        <Furigana>{t('asOf')}</Furigana>
      </p>
    </PartFrame>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { keepings, weakPins } from '@/lib/pins/new-pin';
import { Furigana } from '../furigana';
import { PartFrame } from '../part-frame';
import { PinPicture } from './pin-picture';

const allowed = ['letters', 'digits', 'same'] as const;

/** What is allowed, what is weak, how to keep it. Nobody enters one here. */
export function NewPinPage() {
  const t = useTranslations('PinNew');
  return (
    <PartFrame name="new" title={t('title')} lead={t('lead')} picture={<PinPicture name="new-pin-good" />}>
      <div className="part-columns">
        <section className="part-box">
          <h2>
            <Furigana>{t('allowed')}</Furigana>
          </h2>
          <ul className="dotted">
            {allowed.map((each) => (
              <li key={each}>
                <Furigana>{t(each)}</Furigana>
              </li>
            ))}
          </ul>
        </section>
        <section className="part-box">
          <h2>
            <Furigana>{t('weak')}</Furigana>
          </h2>
          <ul className="dotted">
            {weakPins.map((each) => (
              <li key={each}>
                <Furigana>{t(`weakList.${each}`)}</Furigana>
              </li>
            ))}
          </ul>
        </section>
        <section className="part-box">
          <h2>
            <Furigana>{t('good')}</Furigana>
          </h2>
          <ul className="dotted">
            {keepings.map((each) => (
              <li key={each}>
                <Furigana>{t(`goodList.${each}`)}</Furigana>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PartFrame>
  );
}

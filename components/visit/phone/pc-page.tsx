'use client';

import { useTranslations } from 'next-intl';
import { readerList } from '@/lib/phone/app';
import { Furigana } from '../furigana';
import { PartFrame } from '../part-frame';
import { YesOrNo } from './fact-choice';
import { PhonePicture } from './phone-picture';
import { withoutProtocol } from './without-protocol';

const steps = ['1', '2', '3', '4', '5'] as const;
const alternatives = ['borrow', 'reader', 'terminal'] as const;

/** The phone as the reader of a PC, step by step, and what there is when no phone reads the card. */
export function PcPage() {
  const t = useTranslations('PhonePc');
  return (
    <PartFrame name="pc" title={t('title')} lead={t('lead')} picture={<PhonePicture name="reader" />}>
      <ol className="pc-steps">
        {steps.map((step) => (
          <li key={step}>
            <div className="part-picture">
              <PhonePicture name={`pc-login-${step}`} />
            </div>
            <p>
              <Furigana>{t(`steps.${step}`)}</Furigana>
            </p>
          </li>
        ))}
      </ol>
      <div className="part-columns">
        <div className="pc-side">
          <p className="assurance">
            <Furigana>{t('cameraNote')}</Furigana>
          </p>
          <YesOrNo fact="pc" />
        </div>
        <section>
          <h2>
            <Furigana>{t('alternatives')}</Furigana>
          </h2>
          <ul className="dotted">
            {alternatives.map((each) => (
              <li key={each}>
                <Furigana>{t(`alternativesList.${each}`, { address: withoutProtocol(readerList) })}</Furigana>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PartFrame>
  );
}

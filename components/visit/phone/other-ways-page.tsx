'use client';

import { useTranslations } from 'next-intl';
import { Furigana } from '../furigana';
import { PartFrame } from '../part-frame';
import { YesOrNo } from './fact-choice';
import { PhonePicture } from './phone-picture';

/** What else there may be at home; the guide goes on from here. */
export function OtherWaysPage() {
  const t = useTranslations('PhoneOtherWays');
  return (
    <PartFrame name="other-ways" title={t('title')} lead={t('lead')} picture={<PhonePicture name="borrow" />}>
      <YesOrNo fact="borrowPhone" />
      <YesOrNo fact="pcReader" />
      <p className="assurance">
        <Furigana>{t('always')}</Furigana>
      </p>
    </PartFrame>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { QuestionFrame } from '../question-frame';
import { PhoneFoot } from './phone-foot';
import { usePhone } from './phone-store';
import { useLaterPhone } from './use-later-phone';

/** Whether a phone reads the card and runs マイナアプリ, and what to do so that it does. */
export function PhoneScreen() {
  const t = useTranslations('PhoneCheck');
  const later = useLaterPhone();
  const { pages } = usePhone();
  const page = pages.at(-1) ?? 'check';
  return (
    <>
      <main className="frame-main phone-check" data-screen={page}>
        {later === null ? (
          <QuestionFrame name="kind" picture={null} title={t('kind.title')} hint={t('kind.hint')}>
            <ul className="answers" />
          </QuestionFrame>
        ) : (
          <later.PhoneSteps />
        )}
      </main>
      <PhoneFoot />
    </>
  );
}

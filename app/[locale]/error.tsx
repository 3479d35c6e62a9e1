'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Furigana } from '@/components/visit/furigana';

/** Something in a screen has failed; the frame around it still stands. */
export default function ErrorScreen({ reset }: { reset: () => void }) {
  const t = useTranslations('ErrorScreen');
  return (
    <main className="frame-main">
      <div role="alert" className="notice-screen">
        <h1 className="stage-heading">
          <Furigana>{t('title')}</Furigana>
        </h1>
        <p className="stage-lead">
          <Furigana>{t('lead')}</Furigana>
        </p>
        <Button variant="primary" onClick={reset}>
          <span>
            <Furigana>{t('again')}</Furigana>
          </span>
        </Button>
      </div>
    </main>
  );
}

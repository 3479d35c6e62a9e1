'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { withoutReadings } from '@/lib/i18n/furigana';
import { isFading } from '@/lib/reader/stage';
import { Furigana } from './furigana';
import { useSurface } from './place';
import { practiceVisit, readerVisit, useVisit } from './visit-store';

export const stay = (): void => {
  readerVisit.tell({ type: 'touched' });
  practiceVisit.tell({ type: 'touched' });
};

/** Whether a kiosk is about to erase what a visitor has answered. */
export const useAsking = (): boolean => {
  const isKiosk = useSurface() === 'kiosk';
  const visit = useVisit(readerVisit);
  return isKiosk && isFading(visit);
};

/** Asks whether anybody is still there. The words for the voice are always in the page, so that it notices when they come. */
export function StillHere() {
  const t = useTranslations('ActionBar');
  const isAsking = useAsking();
  return (
    <>
      <p role="status" className="sr-only">
        {isAsking && withoutReadings(t('asking'))}
      </p>
      {isAsking && (
        <div className="card-strip" data-message="asking">
          <p className="card-strip-text">
            <Furigana>{t('asking')}</Furigana>
          </p>
          <Button variant="primary" onClick={stay}>
            <span>
              <Furigana>{t('stay')}</Furigana>
            </span>
          </Button>
        </div>
      )}
    </>
  );
}

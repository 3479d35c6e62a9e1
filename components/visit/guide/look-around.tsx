'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Setting } from '@/lib/advice/visit';
import { Furigana } from '../furigana';
import { StageHeading } from '../stage-heading';
import { reopen } from './actions';

/** For whoever has nothing to be done yet: what there is, and the way on. */
export function LookAround({ setting }: { setting: Setting }) {
  const t = useTranslations('LookAround');
  const advice = useTranslations('Advice');
  return (
    <div className="look-around">
      <StageHeading key="look-around">
        <Furigana>{t('portalTitle')}</Furigana>
      </StageHeading>
      <p className="stage-lead">
        <Furigana>{t('portal')}</Furigana>
      </p>
      <h2>
        <Furigana>{t('finderTitle')}</Furigana>
      </h2>
      <p className="stage-lead">
        <Furigana>{t('finder')}</Furigana>
      </p>
      <p className="assurance">
        <Furigana>{t('next')}</Furigana>
      </p>
      <Button variant="primary" onClick={() => reopen('errand', setting)}>
        <span>
          <Furigana>{advice('chooseErrand')}</Furigana>
        </span>
      </Button>
    </div>
  );
}

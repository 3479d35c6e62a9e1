'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Guide } from '@/lib/advice/guide';
import { Furigana } from '../furigana';
import { StageHeading } from '../stage-heading';
import { goOn } from './guide-store';

/** For whoever has nothing to be done yet: what there is, and the way on. */
export function LookAround({ guide }: { guide: Guide }) {
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
      <Button variant="primary" onClick={() => goOn({ ...guide, reopened: { kind: 'one', fact: 'errand' } })}>
        <span>
          <Furigana>{advice('chooseErrand')}</Furigana>
        </span>
      </Button>
    </div>
  );
}

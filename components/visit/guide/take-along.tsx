'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Guide } from '@/lib/advice/guide';
import type { Setting } from '@/lib/advice/visit';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from '../furigana';
import { useSurface } from '../place';
import { QrCode } from '../qr-code';
import { StageHeading } from '../stage-heading';
import { CalendarDates } from './calendar-dates';
import { takeAlong } from './guide-store';
import { useTakeAway } from './use-take-away';

/** A QR code for one's own phone, and a printed slip. Neither holds anything that says who this is. */
export function TakeAlong({ guide, setting }: { guide: Guide; setting: Setting }) {
  const t = useTranslations('TakeAlong');
  const surface = useSurface();
  const { address, isOnlyHere } = useTakeAway(guide, setting);
  return (
    <div className="take-along">
      <StageHeading key="take-along">
        <Furigana>{t('title')}</Furigana>
      </StageHeading>
      <p className="stage-lead">
        <Furigana>{t('lead')}</Furigana>
      </p>
      <div className="take-along-ways">
        <figure className="take-along-qr">
          <QrCode text={address} label={withoutReadings(t('qrLabel'))} />
          <figcaption>
            <Furigana>{isOnlyHere ? t('qrHere') : t('qr')}</Furigana>
          </figcaption>
        </figure>
        <div className="take-along-actions">
          <Button variant="primary" onClick={() => window.print()}>
            <span>
              <Furigana>{t('print')}</Furigana>
            </span>
          </Button>
          {surface === 'home' && <CalendarDates guide={guide} today={setting.now.day} />}
          <Button variant="secondary" onClick={() => takeAlong(false)}>
            <span>
              <Furigana>{t('back')}</Furigana>
            </span>
          </Button>
        </div>
      </div>
    </div>
  );
}

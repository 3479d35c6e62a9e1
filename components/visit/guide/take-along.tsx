'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import type { Advice } from '@/lib/advice/advice';
import type { Guide } from '@/lib/advice/guide';
import type { Setting } from '@/lib/advice/visit';
import { toTakeAway } from '@/lib/facts/take-away';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from '../furigana';
import { usePlace } from '../place';
import { StageHeading } from '../stage-heading';
import { CalendarDates } from './calendar-dates';
import { takeAlong } from './guide-store';
import { PrintedAdvice } from './printed-advice';
import { QrCode } from './qr-code';

const never = (): (() => void) => () => undefined;
const originOfPage = (): string => window.location.origin;

/** Where a phone opens the visit again: the office's own address for it, or this page's. */
const useHome = (): { origin: string; isOnlyHere: boolean } => {
  const { data } = usePlace();
  const own = useSyncExternalStore(never, originOfPage, () => '');
  const origin = data?.homeAddress ?? own;
  return { origin, isOnlyHere: /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|$)/.test(origin) };
};

/** A QR code for one's own phone, and a printed slip. Neither holds anything that says who this is. */
export function TakeAlong({ advice, guide, setting }: { advice: Advice; guide: Guide; setting: Setting }) {
  const t = useTranslations('TakeAlong');
  const locale = useLocale();
  const { data } = usePlace();
  const { origin, isOnlyHere } = useHome();
  const address = `${origin}/${locale}/guide#${toTakeAway(guide.facts, setting.now.day)}`;
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
          {data?.surface === 'home' && <CalendarDates guide={guide} />}
          <Button variant="secondary" onClick={() => takeAlong(false)}>
            <span>
              <Furigana>{t('back')}</Furigana>
            </span>
          </Button>
        </div>
      </div>
      <PrintedAdvice advice={advice} setting={setting} address={isOnlyHere ? null : address} />
    </div>
  );
}

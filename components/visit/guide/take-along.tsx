'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Guide } from '@/lib/advice/guide';
import type { Setting } from '@/lib/advice/visit';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from '../furigana';
import { printPage } from '../keeper-link';
import { usePrinting } from '../machine';
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
  const printing = usePrinting();
  const { address, isOnlyHere } = useTakeAway(guide, setting);
  return (
    <div className="take-along">
      <StageHeading key="take-along">
        <Furigana>{t('title')}</Furigana>
      </StageHeading>
      <p className="stage-lead">
        <Furigana>{printing === 'no' ? t('leadCode') : t('lead')}</Furigana>
      </p>
      <div className="take-along-ways">
        <figure className="take-along-qr">
          <QrCode text={address} label={withoutReadings(t('qrLabel'))} />
          <figcaption>
            <Furigana>{isOnlyHere ? t('qrHere') : t('qr')}</Furigana>
          </figcaption>
        </figure>
        <div className="take-along-actions">
          {printing === 'yes' && <PrintButton isSilent={surface === 'kiosk'} />}
          {printing === 'notNow' && (
            <p role="status">
              <Furigana>{t('notNow')}</Furigana>
            </p>
          )}
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

/** Milliseconds in which a slip comes out of its printer; who taps again in this time has not seen it yet, and wants one slip. */
const comesOutMs = 8_000;

/** @param isSilent - the browser prints without a dialog (docs/decisions/0018-paper.md): somebody has to say that it does */
function PrintButton({ isSilent }: { isSilent: boolean }) {
  const t = useTranslations('TakeAlong');
  const [isComingOut, setComingOut] = useState(false);
  const print = async (): Promise<void> => {
    if (!isSilent) return window.print();
    if (isComingOut) return;
    setComingOut(true);
    await printPage();
    setTimeout(() => setComingOut(false), comesOutMs);
  };
  return (
    <>
      <Button variant="primary" aria-disabled={isComingOut} onClick={print}>
        <span>
          <Furigana>{t('print')}</Furigana>
        </span>
      </Button>
      {isSilent && <p role="status">{isComingOut && <Furigana>{t('printing')}</Furigana>}</p>}
    </>
  );
}

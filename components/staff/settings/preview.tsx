'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { type PinPicture as PictureName, PinDrawing } from '@/components/visit/drawings/pins/pin-drawing';
import { Furigana } from '@/components/visit/furigana';
import { OfficeContactOf } from '@/components/visit/office-contact';
import { OfficeNoticesOf } from '@/components/visit/office-notices';
import { OfficeNote, OfficeWords } from '@/components/visit/office-words';
import { momentOf } from '@/lib/facts/moment';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { OwnSettings } from '@/lib/office/definitions';
import { errandsOf, type SlipPicture } from '@/lib/office/public-office';
import { publicOffice } from '@/lib/office/publish';
import { errandList } from '@/lib/procedures/errand-list';

const pictures = {
  both: 'slip',
  common: 'slip-common',
  table: 'slip-table',
  envelope: 'slip-envelope',
} as const satisfies Record<SlipPicture, PictureName>;

/** What visitors would see at this moment, in the language of the console. */
export function Preview({ own, onClose }: { own: OwnSettings; onClose: () => void }) {
  const t = useTranslations('OfficeSettingsPage');
  const header = useTranslations('OfficeHeader');
  const errands = useTranslations('Errands');
  const drawings = useTranslations('PinDrawings');
  const office = publicOffice(own, { version: 0, now: momentOf(new Date()), queueWait: null });
  const hasNotices = office.outage !== null || office.notices.length > 0;
  return (
    <Dialog isOpen onClose={onClose} className="setting-preview" aria-label={withoutReadings(t('previewTitle'))}>
      <h2>
        <Furigana>{t('previewTitle')}</Furigana>
      </h2>
      <Part title={t('previewHeader')}>
        <p className="office-name">
          {office.name === null ? <Furigana>{header('office')}</Furigana> : <OfficeWords words={office.name} />}
        </p>
        <p className="setting-hint">
          <Furigana>{office.languages.map((locale) => t(`languages.${locale}`)).join(' ・ ')}</Furigana>
        </p>
      </Part>
      <Part title={t('previewNotice')}>
        {hasNotices ? (
          (['start', 'guide', 'pins'] as const).map((place) => (
            <div key={place}>
              <p className="setting-hint">
                <Furigana>{t(`values.${place}`)}</Furigana>
              </p>
              <OfficeNoticesOf office={office} place={place} />
            </div>
          ))
        ) : (
          <p>
            <Furigana>{t('previewNoNotice')}</Furigana>
          </p>
        )}
      </Part>
      <Part title={t('previewContact')}>
        <OfficeContactOf office={office} />
      </Part>
      <Part title={t('previewSlip')}>
        <div className="setting-preview-slip">
          <PinDrawing
            name={pictures[office.slip.picture]}
            label={withoutReadings(drawings(pictures[office.slip.picture]))}
          />
        </div>
        <OfficeNote words={office.slip.note} />
      </Part>
      <Part title={t('previewErrands')}>
        <ol className="setting-preview-errands">
          {errandsOf(errandList, office.errands).map((errand) => (
            <li key={errand}>
              <Furigana>{errands(`${errand}.name`)}</Furigana>
            </li>
          ))}
        </ol>
      </Part>
      <Button variant="primary" onClick={onClose}>
        <span>
          <Furigana>{t('cancel')}</Furigana>
        </span>
      </Button>
    </Dialog>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="setting-preview-part">
      <h3>
        <Furigana>{title}</Furigana>
      </h3>
      {children}
    </section>
  );
}

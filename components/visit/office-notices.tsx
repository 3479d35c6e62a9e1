'use client';

import { useTranslations } from 'next-intl';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { NoticePlace, PublicOffice } from '@/lib/office/public-office';
import { Furigana } from './furigana';
import { useOffice } from './office';
import { OfficeNote, OfficeWords } from './office-words';

/** What is down today and what the office wants to say here. Its place is where nothing has to make room for it. */
export function OfficeNotices({ place }: { place: NoticePlace }) {
  return <OfficeNoticesOf office={useOffice()} place={place} />;
}

/** As `OfficeNotices`, for an office that is only looked at: the preview of the settings. */
export function OfficeNoticesOf({ office, place }: { office: PublicOffice; place: NoticePlace }) {
  const t = useTranslations('OfficeToday');
  const notices = office.notices.filter(({ places }) => places.includes(place));
  return (
    // Always there, so that a voice notices when something comes.
    <div role="status" aria-label={withoutReadings(t('title'))} className="office-notices">
      {office.outage !== null && <Outage outage={office.outage} />}
      {notices.map(({ text, tone }) => (
        <p key={text.ja} className="office-notice" data-tone={tone}>
          <OfficeWords words={text} />
        </p>
      ))}
    </div>
  );
}

function Outage({ outage: { systems, works, note } }: { outage: NonNullable<PublicOffice['outage']> }) {
  const t = useTranslations('OfficeToday');
  return (
    <div className="office-notice" data-tone="important">
      <p>
        {systems.map((system) => (
          <strong key={system}>
            <Furigana>{t(`down.${system}`)}</Furigana>{' '}
          </strong>
        ))}
      </p>
      {works.length > 0 && (
        <p>
          <Furigana>{t('worksTitle')}</Furigana>{' '}
          {works.map((each) => (
            <span key={each} className="office-works">
              <Furigana>{t(`works.${each}`)}</Furigana>
            </span>
          ))}
        </p>
      )}
      <OfficeNote words={note} />
    </div>
  );
}

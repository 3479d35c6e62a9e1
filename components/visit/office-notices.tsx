'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { NoticePlace, PublicOffice } from '@/lib/office/public-office';
import { Furigana } from './furigana';
import { LateTurner } from './late-turner';
import { useOffice } from './office';
import { OfficeNote, OfficeWords } from './office-words';

/** What is down today comes first, then what the office wants to say here. */
const countOf = ({ outage, notices }: PublicOffice, place: NoticePlace): number =>
  (outage === null ? 0 : 1) + notices.filter(({ places }) => places.includes(place)).length;

export const useHasNotices = (place: NoticePlace): boolean => countOf(useOffice(), place) > 0;

/** One line that says the first of them; everything is a tap away. Nothing on a page has to make room for more. */
export function OfficeNotices({ place }: { place: NoticePlace }) {
  return <OfficeNoticesOf office={useOffice()} place={place} />;
}

/** As `OfficeNotices`, for an office that is only looked at: the preview of the settings. */
export function OfficeNoticesOf({ office, place }: { office: PublicOffice; place: NoticePlace }) {
  const t = useTranslations('OfficeToday');
  const [isOpen, setOpen] = useState(false);
  const notices = office.notices.filter(({ places }) => places.includes(place));
  const [first] = notices;
  const count = countOf(office, place);
  const isImportant = office.outage !== null || first?.tone === 'important';
  return (
    <>
      {/* Always there, so that a voice notices when something comes. */}
      <div role="status" aria-label={withoutReadings(t('title'))} className="office-strip">
        {count > 0 && (
          <button
            type="button"
            className="office-strip-button"
            data-tone={isImportant ? 'important' : 'information'}
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            <span className="office-strip-text">
              {office.outage === null ? (
                first !== undefined && <OfficeWords words={first.text} />
              ) : (
                <Furigana>{t(`short.${office.outage.systems[0] ?? 'portal'}`)}</Furigana>
              )}
            </span>
            <span className="office-strip-more">
              <Furigana>{count > 1 ? t('moreOf', { count }) : t('more')}</Furigana>
            </span>
          </button>
        )}
      </div>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} aria-label={withoutReadings(t('title'))}>
        <div className="office-notices">
          <h2 className="office-notices-title">
            <Furigana>{t('title')}</Furigana>
          </h2>
          {office.outage !== null && <Outage outage={office.outage} />}
          {notices.map(({ text, tone }) => (
            <p key={text.ja} className="office-notice" data-tone={tone}>
              <OfficeWords words={text} />
            </p>
          ))}
        </div>
        <LateTurner />
        <Button variant="secondary" className="dialog-close" onClick={() => setOpen(false)}>
          <Furigana>{t('close')}</Furigana>
        </Button>
      </Dialog>
    </>
  );
}

function Outage({ outage: { systems, works, note } }: { outage: NonNullable<PublicOffice['outage']> }) {
  const t = useTranslations('OfficeToday');
  return (
    <div className="office-notice" data-tone="important">
      {systems.map((system) => (
        <p key={system}>
          <strong>
            <Furigana>{t(`down.${system}`)}</Furigana>
          </strong>
        </p>
      ))}
      <OfficeNote words={note} />
      {works.length > 0 && (
        <>
          <p>
            <Furigana>{t('worksTitle')}</Furigana>
          </p>
          <ul className="dotted">
            {works.map((each) => (
              <li key={each}>
                <Furigana>{t(`works.${each}`)}</Furigana>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

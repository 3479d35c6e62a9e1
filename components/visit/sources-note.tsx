'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { formatDate } from '@/lib/i18n/day';
import { Furigana } from './furigana';
import { sources } from './sources';

/** One line under the report; the addresses, as text, are one touch away. */
export function SourcesNote() {
  const t = useTranslations('Sources');
  const locale = useLocale();
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();
  return (
    <>
      <button type="button" aria-haspopup="dialog" className="sources-note" onClick={() => setIsOpen(true)}>
        <Furigana>{t('summary')}</Furigana>
      </button>
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} aria-labelledby={titleId}>
        <h2 id={titleId} className="dialog-title">
          <Furigana>{t('title')}</Furigana>
        </h2>
        <dl className="details">
          {sources.map(({ about, address, asOf }) => (
            <div key={address}>
              <dt>
                <Furigana>{t(about)}</Furigana>
              </dt>
              <dd>
                <span className="source-address">{address}</span>
                <Furigana>{asOf === null ? t('undated') : t('asOf', { date: formatDate(asOf, locale) })}</Furigana>
              </dd>
            </div>
          ))}
        </dl>
        <p className="details-more">
          <Furigana>{t('note')}</Furigana>
        </p>
        <Button variant="primary" className="dialog-close" onClick={() => setIsOpen(false)}>
          <Furigana>{t('close')}</Furigana>
        </Button>
      </Dialog>
    </>
  );
}

'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDate } from '@/lib/i18n/day';
import { Furigana } from './furigana';
import { sources } from './sources';

/** Each address, as text, and as of when it was seen. Fetched when it is asked for. */
export function SourcesList() {
  const t = useTranslations('Sources');
  const locale = useLocale();
  return (
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
  );
}

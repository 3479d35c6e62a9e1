'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { Furigana } from '../furigana';

/** Nobody has to know what their phone can do. */
export function PhoneOffer() {
  const t = useTranslations('Guide');
  return (
    <p className="measure-offer">
      <span>
        <Furigana>{t('offerPhone')}</Furigana>
      </span>
      <Link href="/phone" replace className="ui-button" data-variant="secondary">
        <span>
          <Furigana>{t('checkPhone')}</Furigana>
        </span>
      </Link>
    </p>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { PhoneCheck } from '@/lib/phone/check';
import { Furigana } from '../furigana';
import { useHomeAddress } from '../home-address';
import { PhonePicture } from './phone-picture';
import { usePhone } from './phone-store';

/** A page inside another app can do less, and the way out is in that app's menu. Of no use to the check of another phone. */
export function InAppNotice({ check }: { check: PhoneCheck }) {
  const t = useTranslations('InAppBrowser');
  const { report, own } = usePhone();
  const { address } = useHomeAddress('/phone');
  const mayBeThisPhone = check.isThisPhone || (own === null && check.kind === null);
  if (report === null || report.inApp === null || !mayBeThisPhone) return null;
  const isIphone = report.device === 'iphone';
  return (
    <aside className="in-app-notice">
      <div className="part-picture">
        <PhonePicture name="in-app" />
      </div>
      <p>
        <strong>
          <Furigana>{t('title', { app: t(`apps.${report.inApp}`) })}</Furigana>
        </strong>
      </p>
      <p>
        <Furigana>{t('lead')}</Furigana>
      </p>
      <p>
        <Furigana>{report.inApp === 'line' ? t('menu.line') : t('menu.other')}</Furigana>
      </p>
      <p>
        <Furigana>{t('address', { browser: isIphone ? 'Safari' : 'Chrome' })}</Furigana>{' '}
        <span className="typed-address">{address}</span>
      </p>
    </aside>
  );
}

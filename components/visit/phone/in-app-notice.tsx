'use client';

import { useTranslations } from 'next-intl';
import { Furigana } from '../furigana';
import { useHomeAddress } from '../home-address';
import { usePhone } from './phone-store';

/** A page inside another app can do less, and the way out is in that app's menu. */
export function InAppNotice() {
  const t = useTranslations('InAppBrowser');
  const { report } = usePhone();
  const { address } = useHomeAddress('/phone');
  if (report === null || report.inApp === null) return null;
  const isIphone = report.device === 'iphone';
  return (
    <aside className="in-app-notice">
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

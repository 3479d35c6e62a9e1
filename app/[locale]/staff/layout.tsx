import { NextIntlClientProvider } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import { StaffFrame } from '@/components/staff/staff-frame';
import { clientMessages } from '@/lib/i18n/client-messages';
import type { AppLocale } from '@/lib/i18n/routing';

/** Shells: what is behind them comes by the API, to whoever is signed in. */
export default async function StaffLayout({ children, params }: LayoutProps<'/[locale]/staff'>) {
  setRequestLocale((await params).locale as AppLocale);
  return (
    <NextIntlClientProvider messages={await clientMessages('staffFrame')}>
      <StaffFrame>{children}</StaffFrame>
    </NextIntlClientProvider>
  );
}

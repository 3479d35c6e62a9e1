import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { FirstPage } from '@/components/staff/accounts/first-page';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface StaffFirstPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: StaffFirstPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'Page' });
  return { title: withoutReadings(t('staffFirst')) };
}

/** A static shell: what it shows is asked for by the page, and nothing on a visitor's screen leads here. */
export default async function StaffFirstPage({ params }: StaffFirstPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('staffAccounts')}>
      <FirstPage />
    </NextIntlClientProvider>
  );
}

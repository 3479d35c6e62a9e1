import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { FleetPage } from '@/components/staff/fleet/fleet-page';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface FleetBoardPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: FleetBoardPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'StaffFrame' });
  return { title: withoutReadings(t('to.fleet')) };
}

export default async function FleetBoardPage({ params }: FleetBoardPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('fleet')}>
      <FleetPage />
    </NextIntlClientProvider>
  );
}

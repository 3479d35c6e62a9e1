import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { HandOverPage } from '@/components/staff/hand-over/hand-over-page';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface HandOverSlipPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: HandOverSlipPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'StaffFrame' });
  return { title: withoutReadings(t('to.handOver')) };
}

export default async function HandOverSlipPage({ params }: HandOverSlipPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('console')}>
      <HandOverPage />
    </NextIntlClientProvider>
  );
}

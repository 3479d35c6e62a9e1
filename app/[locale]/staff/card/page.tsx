import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { CounterCard } from '@/components/staff/card/counter-card';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface CounterCardPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: CounterCardPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'StaffFrame' });
  return { title: withoutReadings(t('to.card')) };
}

export default async function CounterCardPage({ params }: CounterCardPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('counterCard')}>
      <CounterCard />
    </NextIntlClientProvider>
  );
}

import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { NumbersPage } from '@/components/staff/numbers/numbers-page';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface NumbersOfTheDayPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: NumbersOfTheDayPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'StaffFrame' });
  return { title: withoutReadings(t('to.numbers')) };
}

export default async function NumbersOfTheDayPage({ params }: NumbersOfTheDayPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('numbers')}>
      <NumbersPage />
    </NextIntlClientProvider>
  );
}

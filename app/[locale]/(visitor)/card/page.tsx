import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { CardScreen } from '@/components/visit/card-screen';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface CardPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: CardPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'Page' });
  return { title: withoutReadings(t('card')) };
}

export default async function CardPage({ params }: CardPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('visit')}>
      <CardScreen />
    </NextIntlClientProvider>
  );
}

import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { PinsScreen } from '@/components/visit/pins/pins-screen';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface PinsPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: PinsPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'Page' });
  return { title: withoutReadings(t('pins')) };
}

export default async function PinsPage({ params }: PinsPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('pins')}>
      <PinsScreen />
    </NextIntlClientProvider>
  );
}

import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { PhoneScreen } from '@/components/visit/phone/phone-screen';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface PhonePageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: PhonePageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'Page' });
  return { title: withoutReadings(t('phone')) };
}

export default async function PhonePage({ params }: PhonePageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('phone')}>
      <PhoneScreen />
    </NextIntlClientProvider>
  );
}

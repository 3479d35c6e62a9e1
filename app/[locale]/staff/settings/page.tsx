import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { SettingsPage } from '@/components/staff/settings/settings-page';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface OfficeSettingsPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: OfficeSettingsPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'OfficeSettingsPage' });
  return { title: withoutReadings(t('title')) };
}

export default async function OfficeSettingsPage({ params }: OfficeSettingsPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('settings')}>
      <SettingsPage />
    </NextIntlClientProvider>
  );
}

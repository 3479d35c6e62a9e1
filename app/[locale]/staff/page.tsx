import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { QueueScreen } from '@/components/staff/queue/queue-screen';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface QueuePageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: QueuePageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'StaffFrame' });
  return { title: withoutReadings(t('to.queue')) };
}

export default async function QueuePage({ params }: QueuePageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('console')}>
      <QueueScreen />
    </NextIntlClientProvider>
  );
}

import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { ReviewsList } from '@/components/staff/reviews-list';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface SourcesPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: SourcesPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'Page' });
  return { title: withoutReadings(t('sources')) };
}

/** For staff: nothing on a visitor's screen leads here. */
export default async function SourcesPage({ params }: SourcesPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('staff')}>
      <ReviewsList />
    </NextIntlClientProvider>
  );
}

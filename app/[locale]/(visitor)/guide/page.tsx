import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { GuideScreen } from '@/components/visit/guide/guide-screen';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface GuidePageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: GuidePageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'Page' });
  return { title: withoutReadings(t('guide')) };
}

export default async function GuidePage({ params }: GuidePageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('guide')}>
      <GuideScreen />
    </NextIntlClientProvider>
  );
}

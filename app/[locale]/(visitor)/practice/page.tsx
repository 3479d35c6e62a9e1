import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { PracticeHome } from '@/components/visit/practice/practice-home';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface PracticePageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: PracticePageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'Page' });
  return { title: withoutReadings(t('holdPractice')) };
}

export default async function PracticePage({ params }: PracticePageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('practice')}>
      <PracticeHome />
    </NextIntlClientProvider>
  );
}

import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Playbook } from '@/components/staff/playbook';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface PlaybookPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: PlaybookPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'Page' });
  return { title: withoutReadings(t('playbook')) };
}

/** For staff: nothing on a visitor's screen leads here. */
export default async function PlaybookPage({ params }: PlaybookPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('playbook')}>
      <Playbook />
    </NextIntlClientProvider>
  );
}

import { NextIntlClientProvider } from 'next-intl';
import { setRequestLocale } from 'next-intl/server';
import { StartScreen } from '@/components/visit/start-screen';
import { clientMessages } from '@/lib/i18n/client-messages';
import type { AppLocale } from '@/lib/i18n/routing';

export default async function StartPage({ params }: { params: Promise<{ locale: AppLocale }> }) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('start')}>
      <StartScreen />
    </NextIntlClientProvider>
  );
}

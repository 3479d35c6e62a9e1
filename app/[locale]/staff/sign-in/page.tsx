import type { Metadata } from 'next';
import { NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { SignInPage } from '@/components/staff/accounts/sign-in-page';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { AppLocale } from '@/lib/i18n/routing';

interface StaffSignInPageProps {
  params: Promise<{ locale: AppLocale }>;
}

export async function generateMetadata({ params }: StaffSignInPageProps): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: 'Page' });
  return { title: withoutReadings(t('staffSignIn')) };
}

/** A static shell: what it shows is asked for by the page, and nothing on a visitor's screen leads here. */
export default async function StaffSignInPage({ params }: StaffSignInPageProps) {
  setRequestLocale((await params).locale);
  return (
    <NextIntlClientProvider messages={await clientMessages('staffAccounts')}>
      <SignInPage />
    </NextIntlClientProvider>
  );
}

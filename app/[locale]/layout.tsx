import '../globals.css';
import type { Metadata, Viewport } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { LiveData } from '@/components/visit/live-data';
import { OfficeHeader } from '@/components/visit/office-header';
import { Surface } from '@/components/visit/surface';
import { clientMessages } from '@/lib/i18n/client-messages';
import { withoutReadings } from '@/lib/i18n/furigana';
import { languageTag, routing } from '@/lib/i18n/routing';

export const dynamicParams = false;

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export const generateStaticParams = () => routing.locales.map((locale) => ({ locale }));

export async function generateMetadata({ params }: LayoutProps<'/[locale]'>): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  const t = await getTranslations({ locale, namespace: 'Page' });
  const title = withoutReadings(t('title'));
  return { title: { default: title, template: `%s | ${title}` }, description: withoutReadings(t('description')) };
}

export default async function LocaleLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={languageTag(locale)} data-locale={locale}>
      <body>
        <NextIntlClientProvider messages={await clientMessages('frame')}>
          <LiveData>
            <Surface>
              <OfficeHeader />
              {children}
            </Surface>
          </LiveData>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

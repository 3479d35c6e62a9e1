import { notFound } from 'next/navigation';
import { hasLocale, NextIntlClientProvider } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { HelpDesk } from '@/components/visit/help/help-desk';
import { VisitKeeper } from '@/components/visit/visit-keeper';
import { clientMessages } from '@/lib/i18n/client-messages';
import { routing } from '@/lib/i18n/routing';
import { handOutTitles } from '@/lib/playbook/hand-out-titles';
import { type HandOut, handOuts } from '@/lib/playbook/node';

/** What has to go on behind every screen of a visitor, and behind none of staff. */
export default async function VisitorLayout({ children, params }: LayoutProps<'/[locale]'>) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const t = await getTranslations({ locale });
  // Only these few of the messages of all the parts that staff can show.
  const titles = Object.fromEntries(handOuts.map((page) => [page, t(handOutTitles[page])])) as Record<HandOut, string>;
  return (
    <>
      <VisitKeeper />
      {children}
      <NextIntlClientProvider messages={await clientMessages('help')}>
        <HelpDesk titles={titles} />
      </NextIntlClientProvider>
    </>
  );
}

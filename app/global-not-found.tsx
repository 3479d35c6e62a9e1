import './globals.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Furigana } from '@/components/visit/furigana';
import { type AppLocale, languageTag, routing } from '@/lib/i18n/routing';

export const metadata: Metadata = { title: '404' };

/** An address without a page has no language either, so it is said in all of them. */
export default function GlobalNotFound() {
  return (
    <html lang="ja">
      <body>
        <div className="surface">
          <main className="frame-main">
            <div className="notice-screen">
              {routing.locales.map((locale) => (
                <NotFoundIn key={locale} locale={locale} />
              ))}
            </div>
          </main>
        </div>
      </body>
    </html>
  );
}

async function NotFoundIn({ locale }: { locale: AppLocale }) {
  const t = await getTranslations({ locale, namespace: 'NotFound' });
  return (
    <section lang={languageTag(locale)} data-locale={locale}>
      <h1 className="stage-heading">
        <Furigana>{t('title')}</Furigana>
      </h1>
      <p className="stage-lead">
        <Furigana>{t('lead')}</Furigana>
      </p>
      <a href={`/${locale}`} className="ui-button" data-variant="primary">
        <span>
          <Furigana>{t('start')}</Furigana>
        </span>
      </a>
    </section>
  );
}

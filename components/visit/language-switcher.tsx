'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Link, usePathname } from '@/lib/i18n/navigation';
import { type AppLocale, languageTag, routing } from '@/lib/i18n/routing';
import { Furigana } from './furigana';
import { useOffice } from './office';

/** Each language in its own script, so that it is found by whoever reads it. */
const ownNames: Readonly<Record<AppLocale, string>> = { ja: '日本語', 'ja-easy': 'やさしいにほんご', en: 'English' };

/** The page is built anew in the other language; the keyboard should not have to start from the top. */
let isChanging = false;

export function LanguageSwitcher() {
  const t = useTranslations('OfficeHeader');
  const current = useLocale();
  const pathname = usePathname();
  const { languages } = useOffice();
  const currentLink = useRef<HTMLAnchorElement>(null);

  useEffect(() => {
    if (isChanging) currentLink.current?.focus();
    isChanging = false;
  }, []);

  // A language that is no longer offered stays while somebody reads it.
  const shown = routing.locales.filter((locale) => languages.includes(locale) || locale === current);
  return (
    <nav aria-label={withoutReadings(t('language'))} className="ui-segments language-switcher">
      {shown.map((locale) => (
        <Link
          key={locale}
          ref={locale === current ? currentLink : undefined}
          href={pathname}
          locale={locale}
          lang={languageTag(locale)}
          hrefLang={languageTag(locale)}
          replace
          scroll={false}
          aria-current={locale === current ? 'true' : undefined}
          className="ui-segment"
          onClick={() => {
            isChanging = true;
          }}
        >
          <Furigana>{ownNames[locale]}</Furigana>
        </Link>
      ))}
    </nav>
  );
}

import { defineRouting } from 'next-intl/routing';
import { locales } from './locales.ts';

export const routing = defineRouting({
  locales,
  defaultLocale: 'ja',
  localePrefix: 'always',
  // A cookie would outlive the visit; alternate links would be a header that differs per request on static pages.
  localeCookie: false,
  alternateLinks: false,
  localeDetection: false,
});

export type AppLocale = (typeof routing.locales)[number];

/** What `<html lang>` says: やさしい日本語 is Japanese to a screen reader. */
export const languageTag = (locale: AppLocale): 'ja' | 'en' => (locale === 'en' ? 'en' : 'ja');

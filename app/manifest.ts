import type { MetadataRoute } from 'next';
import { getTranslations } from 'next-intl/server';
import { withoutReadings } from '@/lib/i18n/furigana';
import { languageTag, routing } from '@/lib/i18n/routing';

/** Makes the pages installable. One for all languages: an installed page begins at the usual one, as the address does. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const locale = routing.defaultLocale;
  const t = await getTranslations({ locale, namespace: 'Page' });
  return {
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    lang: languageTag(locale),
    dir: 'ltr',
    name: withoutReadings(t('title')),
    short_name: 'かざす',
    description: withoutReadings(t('description')),
    theme_color: '#ffffff',
    background_color: '#ffffff',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}

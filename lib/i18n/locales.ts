/** The languages there are. `ja-easy` is やさしい日本語 with readings above every kanji. */
export const locales = ['ja', 'ja-easy', 'en'] as const;
export type Locale = (typeof locales)[number];

/** By itself, as every page of a visitor carries it, and none the shapes of settings. */
import type { Locale } from '../i18n/locales.ts';
import type { Words } from './shape.ts';

/** In one language, or in Japanese where the office has written nothing in it. */
export const wordsIn = (written: Words, locale: Locale): string => written[locale] || written.ja;

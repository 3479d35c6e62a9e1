'use client';

import { useLocale } from 'next-intl';
import type { Words } from '@/lib/office/shape';
import { wordsIn } from '@/lib/office/words-in';
import { Furigana } from './furigana';

/** What the office has written, in the visitor's language or else in Japanese, which a voice should then read as such. */
export function OfficeWords({ words }: { words: Words }) {
  const locale = useLocale();
  return (
    <span lang={words[locale] === '' ? 'ja' : undefined}>
      <Furigana>{wordsIn(words, locale)}</Furigana>
    </span>
  );
}

/** What the office adds to a page, if it has written anything. */
export function OfficeNote({ words }: { words: Words | null }) {
  if (words === null) return null;
  return (
    <p className="office-note">
      <OfficeWords words={words} />
    </p>
  );
}

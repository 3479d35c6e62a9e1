'use client';

import { useTranslations } from 'next-intl';
import { type ErrorId, errors, labelOf } from '@/lib/explain/errors';

/** What a screen shows when this happens: its code and sentence, or what happens instead. */
export const useErrorLabel = (): ((id: ErrorId) => string) => {
  const signs = useTranslations('ErrorSigns');
  return (id) => {
    const row = errors.find((each) => each.id === id);
    if (row === undefined) return id;
    const label = labelOf(row);
    return label.kind === 'sign' ? signs(label.id) : label.words.slice(0, 2).join(' ');
  };
};

'use client';

import { useLocale, useTranslations } from 'next-intl';
import { isDay } from '@/lib/facts/day';
import { type FactName, type Facts, factDefinitions } from '@/lib/facts/fact';
import { factKey } from '@/lib/facts/fact-key';
import { formatDay } from '@/lib/i18n/day';

type Translate = ReturnType<typeof useTranslations<'Questions'>>;

/** The words of an answer. Every value of every choice has some, which lib/i18n/messages.test.ts checks. */
const answerKey = (name: FactName, value: string) => `${factKey(name)}.answers.${value}` as Parameters<Translate>[0];

/** What the answer to a question is called on its button and in the list of answers. */
export const useAnswerWords = (): ((name: FactName, value: string | number) => string) => {
  const t = useTranslations('Questions');
  const errands = useTranslations('Errands');
  const locale = useLocale();
  return (name, value) => {
    if (typeof value === 'number') return String(value);
    if (isDay(value)) return formatDay(value, locale);
    if (name === 'errand') return errands(`${value as NonNullable<Facts['errand']>['value']}.name`);
    return t(answerKey(name, value));
  };
};

/** The answers that the question about a choice offers, 「わからない」 last. */
export const choicesOf = (name: FactName): readonly string[] => {
  const definition = factDefinitions[name];
  if (definition.kind !== 'choice') return [];
  const values: readonly string[] = definition.values;
  return [...values].sort((one, other) => Number(one === 'unknown') - Number(other === 'unknown'));
};

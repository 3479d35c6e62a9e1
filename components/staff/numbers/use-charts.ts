'use client';

import { useTranslations } from 'next-intl';
import { callReasons } from '@/lib/helpdesk/call';
import type { Group, Numbers } from '@/lib/helpdesk/numbers';
import { isStep } from '@/lib/helpdesk/step';
import { waitSteps } from '@/lib/helpdesk/wait-steps';
import { visitOutcomes } from '@/lib/helpdesk/wire';
import { locales } from '@/lib/i18n/locales';
import { useLength, useStepWords } from '../queue/call-words';
import { countOf } from './count-of';

/** So many steps stand for "where people stop"; the file has all of them. */
export const mostSteps = 10;

const callEnds = ['helped', 'abandoned', 'left'] as const;

/** Values into words. One that this page does not know, as from a newer server, stands as it is. */
export const useCharts = ({ outcomes, lastSteps, languages, calls }: Numbers) => {
  const t = useTranslations('StaffNumbers');
  const queue = useTranslations('StaffQueue');
  const stepWords = useStepWords();
  const length = useLength();
  const named = <Value extends string>(group: Group, values: readonly Value[], words: (value: Value) => string) =>
    group.map(({ value, count }) => {
      const known = values.find((each) => each === value);
      return { name: known === undefined ? value : words(known), count };
    });
  const ofWait = (end: string): string =>
    end === 'more' ? t('more', { time: length(waitSteps.at(-1) ?? 0) }) : t('within', { time: length(Number(end)) });
  return {
    outcomes: named(outcomes, visitOutcomes, (value) => t(`outcomes.${value}`)),
    steps: lastSteps
      .slice(0, mostSteps)
      .map(({ value, count }) => ({ name: isStep(value) ? stepWords(value) : value, count })),
    languages: named(languages, locales, (value) => queue(`languages.${value}`)),
    reasons: named(calls.reasons, callReasons, (value) => queue(`reasons.${value}`)),
    ends: named(calls.ends, callEnds, (value) => t(`ends.${value}`)),
    waits:
      calls.waits.length === 0
        ? []
        : [...waitSteps.map(String), 'more'].map((end) => ({ name: ofWait(end), count: countOf(calls.waits, end) })),
  };
};

'use client';

import { useTranslations } from 'next-intl';
import { factNames } from '@/lib/facts/fact';
import { factKey } from '@/lib/facts/fact-key';
import type { Step } from '@/lib/helpdesk/step';

/** Where a visitor is, in words. Every step has some, which call-words.test.ts checks. */
export const useStepWords = (): ((step: Step) => string) => {
  const t = useTranslations('StaffSteps');
  const questions = useTranslations('Questions');
  return (step) => {
    const [part = '', page = ''] = step.split(':');
    const fact = part === 'guide' ? factNames.find((name) => name === page) : undefined;
    if (fact !== undefined) return t('question', { about: questions(`${factKey(fact)}.short`) });
    // The keys are made as the steps are; TypeScript cannot put the two together again.
    return t((page === '' ? part : `${part}.${page}`) as 'start');
  };
};

/** How long somebody has waited, in whole seconds. */
export const useDuration = (): ((seconds: number) => string) => {
  const t = useTranslations('StaffQueue');
  return (seconds) => {
    const whole = Math.max(0, Math.floor(seconds));
    const minutes = Math.floor(whole / 60);
    return minutes === 0
      ? t('seconds', { seconds: whole })
      : t('minutes', { minutes, seconds: String(whole % 60).padStart(2, '0') });
  };
};

const hourS = 3_600;

/** A length of time that stands still, without what does not matter at its size. In seconds. */
export const useLength = (): ((seconds: number) => string) => {
  const t = useTranslations('StaffQueue');
  const duration = useDuration();
  return (seconds) => {
    const whole = Math.max(0, Math.floor(seconds));
    if (whole >= hourS) {
      return t('hours', { hours: Math.floor(whole / hourS), minutes: Math.floor((whole % hourS) / 60) });
    }
    return whole >= 60 && (whole % 60 === 0 || whole >= 600)
      ? t('onlyMinutes', { minutes: Math.floor(whole / 60) })
      : duration(whole);
  };
};

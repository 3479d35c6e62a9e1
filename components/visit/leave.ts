'use client';

import { useCallback } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import { routing } from '@/lib/i18n/routing';
import { resetDisplay } from './display';
import { endPractice } from './practice';
import { practiceVisit, readerVisit } from './visit-store';

/** To the start, as the next visitor finds it: the usual language, sizes, colours and sound. */
export const useLeave = (): (() => void) => {
  const { replace } = useRouter();
  return useCallback(() => {
    resetDisplay();
    endPractice();
    readerVisit.tell({ type: 'touched' });
    practiceVisit.tell({ type: 'touched' });
    replace('/', { locale: routing.defaultLocale });
  }, [replace]);
};

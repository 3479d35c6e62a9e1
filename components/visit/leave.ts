'use client';

import { useCallback } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import { routing } from '@/lib/i18n/routing';
import { resetDisplay } from './display';
import { useSurface } from './place';
import { endVisit } from './visit-end';
import { practiceVisit, readerVisit } from './visit-store';

/** To the start, as the next visitor finds it: the usual sizes, colours and sound and, except at home, the usual language. */
export const useLeave = (): (() => void) => {
  const { replace } = useRouter();
  const isAtHome = useSurface() === 'home';
  return useCallback(() => {
    resetDisplay();
    endVisit();
    readerVisit.tell({ type: 'touched' });
    practiceVisit.tell({ type: 'touched' });
    replace('/', isAtHome ? {} : { locale: routing.defaultLocale });
  }, [isAtHome, replace]);
};

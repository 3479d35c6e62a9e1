'use client';

import { useCallback } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import { resetDisplay } from './display';
import { tellEnd } from './keeper-link';
import { useOffice } from './office';
import { useSurface } from './place';
import { endVisit } from './visit-end';
import { practiceVisit, readerVisit } from './visit-store';

/** To the start, as the next visitor finds it: the usual sizes, colours and sound and, except at home, the usual language. */
export const useLeave = (): (() => void) => {
  const { replace } = useRouter();
  const isAtHome = useSurface() === 'home';
  const { firstLanguage } = useOffice();
  return useCallback(() => {
    resetDisplay();
    endVisit();
    readerVisit.tell({ type: 'left' });
    practiceVisit.tell({ type: 'left' });
    tellEnd();
    replace('/', isAtHome ? {} : { locale: firstLanguage });
  }, [isAtHome, firstLanguage, replace]);
};

'use client';

import type { Locale } from 'next-intl';
import { useCallback, useMemo } from 'react';
import { useRouter } from '@/lib/i18n/navigation';
import { resetDisplay } from './display';
import { tellEnd } from './keeper-link';
import { useOffice } from './office';
import { useSurface } from './place';
import { endVisit } from './visit-end';
import { practiceVisit, readerVisit } from './visit-store';

/** What the next visitor begins with: the usual sizes, colours and sound, and nothing of the one before. */
const erase = (): void => {
  resetDisplay();
  endVisit();
  tellEnd();
};

/** To the start, as the next visitor finds it; except at home in the usual language. */
export const useLeave = (): (() => void) => {
  const { replace } = useRouter();
  const locale = useNextLocale();
  return useCallback(() => {
    erase();
    readerVisit.tell({ type: 'left' });
    practiceVisit.tell({ type: 'left' });
    replace('/', locale);
  }, [locale, replace]);
};

/** The card of the next visitor lies on the reader already: its report goes on, in the usual language. */
export const useGiveWay = (): (() => void) => {
  const { replace } = useRouter();
  const locale = useNextLocale();
  return useCallback(() => {
    erase();
    replace('/card', locale);
  }, [locale, replace]);
};

const useNextLocale = (): { locale?: Locale } => {
  const isAtHome = useSurface() === 'home';
  const { firstLanguage } = useOffice();
  return useMemo(() => (isAtHome ? {} : { locale: firstLanguage }), [isAtHome, firstLanguage]);
};

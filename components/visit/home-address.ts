'use client';

import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { useOffice } from './office';
import { usePlace } from './place';

const never = (): (() => void) => () => undefined;
const originOfPage = (): string => window.location.origin;

export interface HomeAddress {
  readonly address: string;
  /** It leads to this machine, so that no phone could open it. */
  readonly isOnlyHere: boolean;
}

/**
 * A page as a visitor opens it elsewhere: on the office's pages for home, or else where this page is.
 *
 * @param path - `/guide`, without the language
 */
export const useHomeAddress = (path: string): HomeAddress => {
  const locale = useLocale();
  const { data } = usePlace();
  const own = useSyncExternalStore(never, originOfPage, () => '');
  const office = useOffice();
  // What the office has set comes before what this one kiosk was started with.
  const origin = office.homeAddress ?? data?.homeAddress ?? own;
  return {
    address: `${origin}/${locale}${path}`,
    isOnlyHere: /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|$)/.test(origin),
  };
};

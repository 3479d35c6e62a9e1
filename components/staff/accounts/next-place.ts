'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { locales } from '@/lib/i18n/locales';
import { usePathname, useRouter } from '@/lib/i18n/navigation';
import { askMemberAgain } from '../staff-member';

const staffPath = new RegExp(`^/(?:${locales.join('|')})(/staff(?:/[a-z-]+)*)$`);

/** Where somebody wanted to go when they had to sign in first: a page of staff, whatever the address says. */
const wantedPlace = (): string => {
  const next = new URLSearchParams(window.location.search).get('next') ?? '';
  return staffPath.exec(next)?.[1] ?? '/staff';
};

/** Whoever signs in there comes back to where they are now. */
export const useSignInAddress = (): string => {
  const locale = useLocale();
  const pathname = usePathname();
  return `/staff/sign-in?next=${encodeURIComponent(`/${locale}${pathname}`)}`;
};

/** The way on for whoever has just signed in. */
export const useWayOn = (): { readonly goOn: () => Promise<void>; readonly address: () => string } => {
  const client = useQueryClient();
  const router = useRouter();
  const locale = useLocale();
  return {
    goOn: async () => {
      await askMemberAgain(client);
      router.replace(wantedPlace());
    },
    /** The same with its language, for the identity provider. */
    address: () => `/${locale}${wantedPlace()}`,
  };
};

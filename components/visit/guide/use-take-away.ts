'use client';

import { useLocale } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { Guide } from '@/lib/advice/guide';
import type { Setting } from '@/lib/advice/visit';
import { toTakeAway } from '@/lib/facts/take-away';
import { usePlace } from '../place';

const never = (): (() => void) => () => undefined;
const originOfPage = (): string => window.location.origin;

export interface TakeAway {
  /** Opens this visit again. */
  readonly address: string;
  /** It leads to this machine, so that no phone could open it. */
  readonly isOnlyHere: boolean;
}

/** The visit as an address: that of the office's pages for home, or else of this page. */
export const useTakeAway = ({ facts }: Guide, { now }: Setting): TakeAway => {
  const locale = useLocale();
  const { data } = usePlace();
  const own = useSyncExternalStore(never, originOfPage, () => '');
  const origin = data?.homeAddress ?? own;
  return {
    address: `${origin}/${locale}/guide#${toTakeAway(facts, now.day)}`,
    isOnlyHere: /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|$)/.test(origin),
  };
};

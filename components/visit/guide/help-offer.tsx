'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { Furigana } from '../furigana';

const offers = {
  phone: { href: '/phone', words: 'checkPhone' },
  pins: { href: '/pins', words: 'helpPins' },
} as const;

/** Nobody has to know the answer by themselves: where else in the house it is found out. */
export function HelpOffer({ about }: { about: keyof typeof offers }) {
  const t = useTranslations('Guide');
  const { href, words } = offers[about];
  return (
    <Link href={href} replace className="ui-button help-offer" data-variant="secondary">
      <span>
        <Furigana>{t(words)}</Furigana>
      </span>
    </Link>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { Furigana } from '../furigana';

const offers = {
  phone: { href: '/phone', lead: 'offerPhone', words: 'checkPhone' },
  pins: { href: '/pins', lead: 'offerPins', words: 'helpPins' },
} as const;

/** Nobody has to know the answer by themselves: where else in the house it is found out. */
export function HelpOffer({ about }: { about: keyof typeof offers }) {
  const t = useTranslations('Guide');
  const { href, lead, words } = offers[about];
  return (
    <p className="measure-offer">
      <span>
        <Furigana>{t(lead)}</Furigana>
      </span>
      <Link href={href} replace className="ui-button" data-variant="secondary">
        <span>
          <Furigana>{t(words)}</Furigana>
        </span>
      </Link>
    </p>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { PinName } from '@/lib/card/report';
import { Link } from '@/lib/i18n/navigation';
import { Furigana } from '../furigana';
import { openPins, toPinsHome } from '../pins/pins-store';

const offers = {
  phone: { href: '/phone', words: 'checkPhone' },
  pins: { href: '/pins', words: 'helpPins' },
} as const;

interface HelpOfferProps {
  about: keyof typeof offers;
  /** The one that is asked about. */
  pin?: PinName;
}

/** Nobody has to know the answer by themselves: where else in the house it is found out. */
export function HelpOffer({ about, pin }: HelpOfferProps) {
  const t = useTranslations('Guide');
  const { href, words } = offers[about];
  const begin = (): void => {
    if (about !== 'pins') return;
    toPinsHome();
    if (pin !== undefined) openPins({ name: 'pin', pin });
  };
  return (
    <Link href={href} replace onClick={begin} className="ui-button help-offer" data-variant="secondary">
      <span>
        <Furigana>{t(words)}</Furigana>
      </span>
    </Link>
  );
}

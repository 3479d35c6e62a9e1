'use client';

import { useTranslations } from 'next-intl';
import { type FactName, factDefinitions, factNames } from '@/lib/facts/fact';
import { Link } from '@/lib/i18n/navigation';
import { Furigana } from '../furigana';
import { useReaderSettings } from '../reader-settings';
import { readerVisit, useVisit } from '../visit-store';
import { useGuide } from './guide-store';

/** What a card on the reader tells: the phone and the card in it are looked at elsewhere. */
const isOnCard = (fact: FactName): boolean =>
  fact === 'card' || fact.startsWith('pin.') || fact.startsWith('certificate');

/** Where a card can be read, nobody has to remember or guess. */
export function MeasureOffer({ fact }: { fact: FactName }) {
  const t = useTranslations('Guide');
  const { data } = useReaderSettings();
  const { reader } = useVisit(readerVisit);
  const establishers: readonly string[] = factDefinitions[fact].by;
  const isReaderThere = data?.kind === 'practice' || reader === 'ready';
  const { facts } = useGuide();
  // What the card has said once it says again.
  const isRead = factNames.some((name) => facts[name]?.evidence === 'measured');
  if (!isReaderThere || isRead || !isOnCard(fact) || !establishers.includes('device')) return null;
  return (
    <p className="measure-offer">
      <span>
        <Furigana>{fact.startsWith('pin.') ? t('offerCardPin') : t('offerCard')}</Furigana>
      </span>
      <Link href="/card" replace className="ui-button" data-variant="secondary">
        <span>
          <Furigana>{t('readCard')}</Furigana>
        </span>
      </Link>
    </p>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/lib/i18n/navigation';
import { mustStay } from '@/lib/practice/hold';
import { Furigana } from '../furigana';
import { WordButton } from '../word-button';
import { HoldView, type HoldWords } from './hold-view';
import { usePractised } from './practice-store';
import { openPractice, tellHold } from './rehearse';
import { useNfcHolds } from './use-nfc-holds';

/** With a real card on this phone: when it came is known, whether it stayed is not, and the screen says so. */
export function ContactHoldPage() {
  const t = useTranslations('HoldPractice');
  const { single } = usePractised();
  const { start, isSearching, hasMoved } = useNfcHolds();
  const words = ((): HoldWords | null => {
    if (mustStay(single)) return { title: t('holdingUnseen.title'), lead: t('holdingUnseen.lead') };
    if (single.name === 'stopped') return { title: t('stoppedNfc.title'), lead: t('stoppedNfc.lead') };
    if (single.name === 'ready' && isSearching)
      return { title: t('put.nfcSearching.title'), lead: t('put.nfcSearching.lead') };
    return null;
  })();
  const isWaiting = single.name === 'stopped' || (single.name === 'ready' && !isSearching);
  return (
    <HoldView
      hold={single}
      means="nfc"
      words={words}
      isSticky={false}
      next={t('again')}
      onHeld={() => tellHold({ type: 'again' })}
      after={
        <>
          {isWaiting && <WordButton words={t('startNfc')} variant="primary" className="hold-action" onClick={start} />}
          {single.name === 'stopped' && (
            <Link href="/phone" replace className="ui-button" data-variant="secondary">
              <span>
                <Furigana>{t('checkPhone')}</Furigana>
              </span>
            </Link>
          )}
          {!mustStay(single) && (
            <WordButton words={t('means.screen')} variant="secondary" onClick={() => openPractice({ name: 'hold' })} />
          )}
        </>
      }
    >
      {hasMoved && (
        <p role="status" className="assurance">
          <Furigana>{t('moved')}</Furigana>
        </p>
      )}
    </HoldView>
  );
}

'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatDay } from '@/lib/i18n/day';
import { useRouter } from '@/lib/i18n/navigation';
import { Furigana } from '../furigana';
import { useGuide } from '../guide/guide-store';
import { PartFrame } from '../part-frame';
import { useSurface } from '../place';
import { sayFact } from '../say-fact';
import { WordButton } from '../word-button';
import { PinPicture } from './pin-picture';

const points = ['end', 'renew', 'where', 'stops', 'moved', 'stay'] as const;

/** What the two certificates are for, when they end, and where they are renewed. */
export function CertificatesPage() {
  const t = useTranslations('CertificateHelp');
  const { replace } = useRouter();
  const isKiosk = useSurface() === 'kiosk';
  const locale = useLocale();
  const { facts } = useGuide();
  const ends = facts.certificateEnds?.value;
  const renew = (): void => {
    sayFact('errand', 'renew-certificates');
    replace('/guide');
  };
  return (
    <PartFrame name="certificates" title={t('title')} lead={t('lead')} picture={<PinPicture name="certificate-two" />}>
      {ends !== undefined && (
        <p className="pin-tries">
          <Furigana>{t('ends', { date: formatDay(ends, locale) })}</Furigana>
        </p>
      )}
      <ul className="dotted">
        {(['login', 'signature'] as const).map((each) => (
          <li key={each}>
            <Furigana>{t(each)}</Furigana>
          </li>
        ))}
      </ul>
      <div className="part-columns">
        {points.map((point) => (
          <section key={point} className="part-box">
            <h2>
              <Furigana>{t(`points.${point}.title`)}</Furigana>
            </h2>
            <p>
              <Furigana>{t(`points.${point}.how`)}</Furigana>
            </p>
          </section>
        ))}
      </div>
      <div className="part-actions">
        {isKiosk && <WordButton words={t('read')} variant="primary" onClick={() => replace('/card')} />}
        {(facts.errand === undefined || facts.errand.value === 'renew-certificates') && (
          <WordButton words={t('renewGuide')} variant="secondary" onClick={renew} />
        )}
      </div>
      <p className="part-source">
        <Furigana>{t('source')}</Furigana>
      </p>
    </PartFrame>
  );
}

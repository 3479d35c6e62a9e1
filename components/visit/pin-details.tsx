import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CardReport, PinName, PinReport } from '@/lib/card/report';
import { Furigana } from './furigana';
import { canResetAtStore } from './headline';

/** What a PIN is for, how it stands, and where it is set right. */
export function PinDetails({ name, report }: { name: PinName; report: CardReport }) {
  const t = useTranslations('PinCard');
  const pins = useTranslations('Pins');
  const pin = report.pins[name];
  const isLocked = pin.state === 'locked';
  return (
    <dl className="details">
      <Detail term={t('official')} isJapanese>
        {pins(`${name}.official`)}
      </Detail>
      <Detail term={t('format')}>{pins(`${name}.format`)}</Detail>
      <Detail term={t('state')}>
        <StateWords pin={pin} />
      </Detail>
      {isLocked ? (
        <Detail term={t('stops')}>{pins(`${name}.stops`)}</Detail>
      ) : (
        <Detail term={t('usedFor')}>{pins(`${name}.usedFor`)}</Detail>
      )}
      {pin.state === 'last-try' && <Detail term={t('lastTryTitle')}>{t('lastTry')}</Detail>}
      {isLocked && (
        <Detail term={t('freed')}>
          <FreedWords name={name} report={report} />
        </Detail>
      )}
    </dl>
  );
}

function Detail({ term, isJapanese, children }: { term: string; isJapanese?: boolean; children: ReactNode }) {
  return (
    <div>
      <dt>
        <Furigana>{term}</Furigana>
      </dt>
      <dd lang={isJapanese ? 'ja' : undefined}>
        {typeof children === 'string' ? <Furigana>{children}</Furigana> : children}
      </dd>
    </div>
  );
}

function StateWords({ pin: { state, triesLeft, triesMax } }: { pin: PinReport }) {
  const t = useTranslations('PinCard');
  switch (state) {
    case 'ok':
      return <Furigana>{t('ok', { max: triesMax })}</Furigana>;
    case 'low':
      return <Furigana>{t('low', { count: triesLeft ?? 0, max: triesMax })}</Furigana>;
    case 'last-try':
      return <Furigana>{t('lastTryState', { max: triesMax })}</Furigana>;
    case 'locked':
      return <Furigana>{t('locked')}</Furigana>;
    case 'unknown':
      return <Furigana>{t('unknown')}</Furigana>;
  }
}

function FreedWords({ name, report }: { name: PinName; report: CardReport }) {
  const t = useTranslations('PinCard');
  return (
    <>
      <Furigana>{t('counter')}</Furigana>
      {canResetAtStore(report, name) && (
        <span className="details-more">
          <Furigana>{name === 'signature' ? t('storeSignature') : t('storeAuthentication')}</Furigana>
        </span>
      )}
    </>
  );
}

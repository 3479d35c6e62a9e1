'use client';

import { useTranslations } from 'next-intl';
import type { PinName } from '@/lib/card/report';
import { causesFor, type FailCause } from '@/lib/pins/fails';
import { Furigana } from '../furigana';
import { PartFrame } from '../part-frame';
import { sayFact } from '../say-fact';
import { WordButton } from '../word-button';
import { PinPicture } from './pin-picture';
import { openPins } from './pins-store';

const pictures = {
  locked: 'locked',
  'wrong-one': 'wrong-one',
  'security-code': 'security-code-mistake',
  capitals: 'capitals',
  'look-alikes': 'look-alikes',
  'phone-pin': 'phone-own-pin',
  moved: 'moved',
  expired: 'expired',
  'renewed-today': 'renewed-today',
  'face-card': 'face-card',
  'under-15': 'child',
} as const satisfies Record<FailCause, string>;

/** What a cause says about the visit, so that the guide knows it too. */
const learnCause = (cause: FailCause): void => {
  if (cause === 'moved') sayFact('changedSinceIssue', 'yes');
  if (cause === 'expired') sayFact('certificate.authentication', 'expired');
  if (cause === 'face-card') sayFact('card', 'face-authentication');
  if (cause === 'under-15') sayFact('holder', 'child-under-15');
};

interface FailsProps {
  pin: PinName | null;
  at: number;
}

/** One possible cause after the other. */
export function FailsPage({ pin, at }: FailsProps) {
  const t = useTranslations('PinFails');
  const causes = causesFor(pin);
  const cause = causes[at];
  if (cause === undefined) return <NoneOfThese />;
  const isIt = (): void => {
    learnCause(cause);
    openPins({ name: 'fails-do', pin, at });
  };
  return (
    <PartFrame
      name={`fails-${cause}`}
      title={t(`causes.${cause}.title`)}
      lead={t(`causes.${cause}.how`)}
      picture={<PinPicture name={pictures[cause]} />}
    >
      <p className="part-count">
        <Furigana>{t('at', { at: at + 1, count: causes.length })}</Furigana> <Furigana>{t('lead')}</Furigana>
      </p>
      <p className="assurance">
        <Furigana>{t('lastTry')}</Furigana>
      </p>
      <div className="part-actions">
        <WordButton words={t('yes')} variant="primary" onClick={isIt} />
        <WordButton words={t('no')} variant="secondary" onClick={() => openPins({ name: 'fails', pin, at: at + 1 })} />
      </div>
    </PartFrame>
  );
}

const atCounter: readonly FailCause[] = ['locked', 'moved', 'expired', 'face-card', 'under-15'];

export function FailsDoPage({ pin, at }: FailsProps) {
  const t = useTranslations('PinFails');
  const help = useTranslations('PinHelp');
  const cause = causesFor(pin)[at];
  if (cause === undefined) return <NoneOfThese />;
  return (
    <PartFrame
      name={`do-${cause}`}
      title={t('doTitle')}
      lead={t(`causes.${cause}.do`)}
      picture={<PinPicture name={atCounter.includes(cause) ? 'counter' : pictures[cause]} />}
    >
      <div className="part-actions">
        {cause === 'wrong-one' && (
          <WordButton words={t('toWhich')} variant="primary" onClick={() => openPins({ name: 'which' })} />
        )}
        {(cause === 'locked' || cause === 'face-card' || cause === 'under-15') && (
          <WordButton
            words={t('toCounter')}
            variant="primary"
            onClick={() => openPins({ name: 'counter', pin: pin ?? 'signature' })}
          />
        )}
        {cause === 'security-code' && (
          <WordButton words={help('doors.slip')} variant="primary" onClick={() => openPins({ name: 'slip' })} />
        )}
        {(cause === 'expired' || cause === 'moved') && (
          <WordButton
            words={help('doors.certificates')}
            variant="primary"
            onClick={() => openPins({ name: 'certificates' })}
          />
        )}
        <WordButton words={t('no')} variant="secondary" onClick={() => openPins({ name: 'fails', pin, at: at + 1 })} />
      </div>
    </PartFrame>
  );
}

function NoneOfThese() {
  const t = useTranslations('PinFails');
  return (
    <PartFrame name="fails-none" title={t('none')} lead={t('noneLead')} picture={<PinPicture name="counter" />}>
      <div className="part-actions">
        <WordButton words={t('toErrors')} variant="primary" onClick={() => openPins({ name: 'errors' })} />
      </div>
    </PartFrame>
  );
}

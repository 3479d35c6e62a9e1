'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useRouter } from '@/lib/i18n/navigation';
import type { PhoneCheck } from '@/lib/phone/check';
import { outagePage, type TroubleStep, troubleStepsFor } from '@/lib/phone/trouble';
import { Furigana } from '../furigana';
import { useSurface } from '../place';
import { openPage } from './phone-actions';
import { PhonePart } from './phone-part';
import { PhonePicture } from './phone-picture';
import { changePhone, usePhone } from './phone-store';
import { spotOf } from './spot-of';
import { withoutProtocol } from './without-protocol';

/** One change at a time, each followed by one try; then the card and the PIN, never the same once more. */
export function TroublePage({ check }: { check: PhoneCheck }) {
  const { trouble } = usePhone();
  const steps = troubleStepsFor(check.kind);
  const step = steps[trouble];
  if (step === undefined) return <TheCard />;
  return <Step step={step} at={trouble + 1} count={steps.length} check={check} />;
}

interface StepProps {
  step: TroubleStep;
  at: number;
  count: number;
  check: PhoneCheck;
}

function Step({ step, at, count, check }: StepProps) {
  const t = useTranslations('PhoneTrouble');
  const place = usePlaceWords(check);
  return (
    <PhonePart
      name={`trouble-${step}`}
      title={t(`steps.${step}.title`)}
      lead={t(`steps.${step}.how`, { place })}
      picture={<PhonePicture name={step === 'place' ? 'works' : step} />}
    >
      <div>
        {step === 'outage' && <p className="typed-address">{withoutProtocol(outagePage)}</p>}
        <p className="trouble-count">
          <Furigana>{t('at', { at, count })}</Furigana> <Furigana>{t('lead')}</Furigana>
        </p>
      </div>
      <div className="phone-part-actions">
        {check.canTest && at > 4 && <Choice words={t('try')} onClick={() => openPage('contact')} />}
        {step === 'nfc-on' && <SettingsChoice />}
        <Choice words={t('works')} onClick={() => openPage('check')} />
        <Button variant="primary" onClick={() => changePhone({ trouble: at })}>
          <span>
            <Furigana>{t('next')}</Furigana>
          </span>
        </Button>
      </div>
    </PhonePart>
  );
}

function Choice({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <Button variant="secondary" onClick={onClick}>
      <span>
        <Furigana>{words}</Furigana>
      </span>
    </Button>
  );
}

function SettingsChoice() {
  const t = useTranslations('PhoneAnswer.actions');
  return <Choice words={t('settings')} onClick={() => openPage('settings')} />;
}

/** What this phone has shown, or else what is known of its model. */
const usePlaceWords = (check: PhoneCheck): string => {
  const t = useTranslations('PhoneAnswer');
  const contact = useTranslations('PhoneContact');
  const { place } = usePhone();
  const spot = spotOf(check);
  if (place !== null) return t('foundPlace', { place: contact(`places.${place}`) });
  return spot === null ? t('spotUnknown') : t(`spots.${spot}`);
};

function TheCard() {
  const t = useTranslations('PhoneTrouble');
  const { replace } = useRouter();
  const isKiosk = useSurface() === 'kiosk';
  return (
    <PhonePart name="trouble-end" title={t('end')} lead={t('endLead')} picture={<PhonePicture name="cannot" />}>
      <div className="phone-part-actions">
        {isKiosk && <Choice words={t('card')} onClick={() => replace('/card')} />}
        <Button variant="primary" onClick={() => replace('/guide')}>
          <span>
            <Furigana>{t('guide')}</Furigana>
          </span>
        </Button>
      </div>
    </PhonePart>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import { hasRead, newCheck, type PhoneCheck } from '@/lib/phone/check';
import {
  outagePage,
  placeToTry,
  showsInTest,
  type TroubleStep,
  tiltSource,
  troubleStepsFor,
} from '@/lib/phone/trouble';
import { Furigana } from '../furigana';
import { PartFrame } from '../part-frame';
import { useSurface } from '../place';
import { WordButton } from '../word-button';
import { addToCheck, openPage } from './phone-actions';
import { PhonePicture } from './phone-picture';
import { changePhone, getPhone, usePhone } from './phone-store';
import { spotOf } from './spot-of';
import { shortAddress, withoutProtocol } from './without-protocol';

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

/** It was read: that is an answer to more than one question. */
const works = (): void => {
  openPage('check');
  void addToCheck(hasRead(getPhone().check ?? newCheck));
};

function Step({ step, at, count, check }: StepProps) {
  const t = useTranslations('PhoneTrouble');
  const settings = useTranslations('PhoneAnswer.actions');
  const place = usePlaceWords(check);
  return (
    <PartFrame
      name={`trouble-${step}`}
      title={t(`steps.${step}.title`)}
      lead={step === 'place' ? place : t(`steps.${step}.how`)}
      picture={<PhonePicture name={step === 'place' ? 'works' : step} />}
    >
      <div>
        {step === 'outage' && <p className="typed-address">{withoutProtocol(outagePage)}</p>}
        {step === 'place' && check.kind === 'iphone' && <Tilt />}
        <p className="part-count">
          <Furigana>{t('at', { at, count })}</Furigana> <Furigana>{t('lead')}</Furigana>
        </p>
      </div>
      <div className="part-actions">
        {check.canTest && showsInTest(step) && (
          <WordButton words={t('try')} variant="secondary" onClick={() => openPage('contact')} />
        )}
        {step === 'nfc-on' && (
          <WordButton words={settings('settings')} variant="secondary" onClick={() => openPage('settings')} />
        )}
        <WordButton words={t('works')} variant="secondary" onClick={works} />
        <WordButton words={t('next')} variant="primary" onClick={() => changePhone({ trouble: at })} />
      </div>
    </PartFrame>
  );
}

/** Not where this phone has noticed the card, as it was not read there. */
const usePlaceWords = (check: PhoneCheck): string => {
  const t = useTranslations('PhoneTrouble');
  const answer = useTranslations('PhoneAnswer');
  const contact = useTranslations('PhoneContact');
  const { place: found } = usePhone();
  const next = placeToTry(spotOf(check), found);
  if (next === null) return answer('spotUnknown');
  const place = next.by === 'model' ? answer(`spots.${next.spot}`) : contact(`places.${next.place}`);
  return t('steps.place.how', { place });
};

function Tilt() {
  const t = useTranslations('PhoneTrouble');
  const answer = useTranslations('PhoneAnswer');
  const { address, asOf } = tiltSource;
  const source = shortAddress(address);
  return (
    <>
      <p>
        <Furigana>{t('tilt')}</Furigana>
      </p>
      <p className="part-source">
        <Furigana>{asOf === null ? answer('source', { source }) : answer('sourceOf', { source, asOf })}</Furigana>
      </p>
    </>
  );
}

function TheCard() {
  const t = useTranslations('PhoneTrouble');
  const { replace } = useRouter();
  const isKiosk = useSurface() === 'kiosk';
  return (
    <PartFrame name="trouble-end" title={t('end')} lead={t('endLead')} picture={<PhonePicture name="pc-login-3" />}>
      <div className="part-actions">
        {isKiosk && <WordButton words={t('card')} variant="secondary" onClick={() => replace('/card')} />}
        <WordButton words={t('guide')} variant="primary" onClick={() => replace('/guide')} />
      </div>
    </PartFrame>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { withoutReadings } from '@/lib/i18n/furigana';
import { type JourneyName, type JourneyStep, journeys } from '@/lib/practice/journeys';
import { JourneyDrawing, type JourneyPicture } from '../drawings/practice/journey-drawing';
import { Furigana } from '../furigana';
import { WordButton } from '../word-button';
import { HoldView } from './hold-view';
import { PinPad } from './pin-pad';
import { usePractised } from './practice-store';
import { RehearsalFrame } from './rehearsal-frame';
import { nextStep, openPractice } from './rehearse';

type HoldStep = Extract<JourneyStep, { does: 'hold' }>;
type ScreenStep = Exclude<JourneyStep, HoldStep>;

const pictures: Readonly<Record<ScreenStep['name'], JourneyPicture>> = {
  site: 'phone-site',
  pin: 'pin-digits',
  'logged-in': 'phone-in',
  'pc-site': 'pc-site',
  'pc-code': 'pc-code',
  'pc-scan': 'scan-code',
  'pc-logged-in': 'pc-in',
  form: 'form',
  'sign-pin': 'pin-letters',
  sent: 'sent',
};

interface JourneyPageProps {
  journey: JourneyName;
  at: number;
}

/** One screen after the other, as in a real application. */
export function JourneyPage({ journey, at }: JourneyPageProps) {
  const steps = journeys[journey];
  const step = steps[at];
  if (step === undefined) return null;
  return step.does === 'hold' ? (
    <JourneyHold key={at} step={step} at={at} all={steps.length} />
  ) : (
    <JourneyScreen key={at} step={step} at={at} all={steps.length} />
  );
}

interface StepProps<Step> {
  step: Step;
  at: number;
  all: number;
}

function JourneyHold({ step, at, all }: StepProps<HoldStep>) {
  const t = useTranslations('Journeys');
  const { single } = usePractised();
  const lead = t(`steps.${step.name}.lead`);
  return (
    <HoldView
      hold={single}
      // They are about a phone.
      means="screen"
      words={single.name === 'ready' ? { title: t(`steps.${step.name}.title`), lead } : null}
      isSticky={false}
      next={t('next')}
      onHeld={nextStep}
    >
      <StepCount at={at} all={all} />
    </HoldView>
  );
}

function JourneyScreen({ step, at, all }: StepProps<ScreenStep>) {
  const t = useTranslations('Journeys');
  const labels = useTranslations('JourneyPictures');
  const { entry } = usePractised();
  const picture = pictures[step.name];
  return (
    <RehearsalFrame
      name={step.name}
      state={step.does}
      title={t(`steps.${step.name}.title`)}
      lead={t(`steps.${step.name}.lead`)}
      isTyping={step.does === 'pin'}
      picture={
        <div className="picture-screen-picture">
          <JourneyDrawing picture={picture} label={withoutReadings(labels(picture))} />
        </div>
      }
      actions={
        <>
          {step.does === 'press' && (
            <WordButton
              words={t(`steps.${step.name}.button`)}
              variant="primary"
              className="hold-action"
              onClick={nextStep}
            />
          )}
          {step.does === 'end' && (
            <>
              <WordButton
                words={t('others')}
                variant="primary"
                className="hold-action"
                onClick={() => openPractice({ name: 'journeys' })}
              />
              <WordButton words={t('toMenu')} variant="secondary" onClick={() => openPractice({ name: 'menu' })} />
            </>
          )}
        </>
      }
    >
      <StepCount at={at} all={all} />
      {step.does === 'pin' && entry !== null && <PinPad entry={entry} />}
    </RehearsalFrame>
  );
}

function StepCount({ at, all }: { at: number; all: number }) {
  const t = useTranslations('Journeys');
  return (
    <p className="step-count">
      <Furigana>{t('step', { at: at + 1, all })}</Furigana>
    </p>
  );
}

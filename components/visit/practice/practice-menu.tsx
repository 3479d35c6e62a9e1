'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { withoutReadings } from '@/lib/i18n/furigana';
import { useRouter } from '@/lib/i18n/navigation';
import { journeyNames } from '@/lib/practice/journeys';
import { practicePinNames } from '@/lib/practice/practice-pin';
import { HoldDrawing } from '../drawings/practice/hold-drawing';
import { JourneyDrawing } from '../drawings/practice/journey-drawing';
import { Furigana } from '../furigana';
import { QuestionFrame } from '../question-frame';
import { usePractised } from './practice-store';
import { openJourney, openPin, openPractice } from './rehearse';

/** What can be practised. */
export function PracticeMenu() {
  const t = useTranslations('PracticeMenu');
  const pictures = useTranslations('HoldPictures');
  const { replace } = useRouter();
  const { course, finished } = usePractised();
  const isPinDone = practicePinNames.every((pin) => finished.includes(`pin ${pin}`));
  const isJourneyDone = journeyNames.every((journey) => finished.includes(`journey ${journey}`));
  return (
    <QuestionFrame
      name="practice"
      picture={
        <HoldDrawing device="phone" pose="there" sign="ring" share={0.6} label={withoutReadings(pictures('working'))} />
      }
      title={t('title')}
      hint={t('hint')}
    >
      <ul className="answers">
        <Part name="hold" isDone={course.hasLearned} onOpen={() => openPractice({ name: 'hold' })} />
        <Part name="pin" isDone={isPinDone} onOpen={() => openPin('authentication')} />
        <Part name="journeys" isDone={isJourneyDone} onOpen={() => openPractice({ name: 'journeys' })} />
        <Part name="card" isDone={false} onOpen={() => replace('/practice-card')} />
      </ul>
    </QuestionFrame>
  );
}

interface PartProps {
  name: 'hold' | 'pin' | 'journeys' | 'card' | (typeof journeyNames)[number];
  isDone: boolean;
  onOpen: () => void;
}

function Part({ name, isDone, onOpen }: PartProps) {
  const t = useTranslations('PracticeMenu');
  return (
    <li>
      <Button variant="secondary" className="answer" onClick={onOpen}>
        <span className="answer-words">
          <Furigana>{t(`${name}.title`)}</Furigana>
        </span>
        <span className="answer-note">
          <Furigana>{t(`${name}.note`)}</Furigana>
        </span>
        {isDone && (
          <span className="answer-current">
            <Furigana>{t('done')}</Furigana>
          </span>
        )}
      </Button>
    </li>
  );
}

export function JourneysMenu() {
  const t = useTranslations('PracticeMenu');
  const labels = useTranslations('JourneyPictures');
  const { finished } = usePractised();
  return (
    <QuestionFrame
      name="journeys"
      picture={<JourneyDrawing picture="phone-site" label={withoutReadings(labels('phone-site'))} />}
      title={t('journeysTitle')}
      hint={t('journeysHint')}
    >
      <ul className="answers">
        {journeyNames.map((journey) => (
          <Part
            key={journey}
            name={journey}
            isDone={finished.includes(`journey ${journey}`)}
            onOpen={() => openJourney(journey)}
          />
        ))}
      </ul>
    </QuestionFrame>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { answeredTogether, type PinsAnswer } from '@/lib/advice/pins-together';
import type { ScreenQuestion } from '@/lib/advice/screen-question';
import { factKey } from '@/lib/facts/fact-key';
import { Furigana } from '../furigana';
import { QuestionFrame } from '../question-frame';
import { answerPins } from './actions';
import { AnswerButton } from './answer-button';
import { useGuide } from './guide-store';
import { HelpOffer } from './help-offer';
import { MeasureOffer } from './measure-offer';

const pinsAnswers = ['known', 'on-slip-at-home', 'oneByOne'] as const satisfies readonly PinsAnswer[];

interface PinsQuestionProps {
  pins: Extract<ScreenQuestion, { kind: 'pins' }>['pins'];
  picture: ReactNode;
}

/** All PINs of an errand in one question. */
export function PinsQuestion({ pins, picture }: PinsQuestionProps) {
  const t = useTranslations('Questions');
  const guide = useGuide();
  const current = answeredTogether(guide.facts, pins);
  return (
    <QuestionFrame
      name="pins"
      picture={picture}
      title={t('pins.title')}
      hint={t('pins.hint')}
      offer={
        <>
          <ul className="question-pins">
            {pins.map((pin) => (
              <li key={pin}>
                <Furigana>{t(`${factKey(`pin.${pin}`)}.short`)}</Furigana>
              </li>
            ))}
          </ul>
          <div className="question-offers">
            <MeasureOffer fact={`pin.${pins[0]}`} />
            <HelpOffer about="pins" />
          </div>
        </>
      }
    >
      <ul className="answers">
        {pinsAnswers.map((value) => (
          <li key={value}>
            <AnswerButton
              words={t(`pins.answers.${value}`)}
              isCurrent={value === current}
              onClick={() => answerPins(pins, value)}
            />
          </li>
        ))}
      </ul>
    </QuestionFrame>
  );
}

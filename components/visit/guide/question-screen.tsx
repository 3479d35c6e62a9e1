'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { answered, answeredPins, answeredTogether, type PinsAnswer } from '@/lib/advice/guide';
import type { ScreenQuestion } from '@/lib/advice/screen-question';
import type { Setting } from '@/lib/advice/visit';
import type { FactName, FactValue } from '@/lib/facts/fact';
import { factKey } from '@/lib/facts/fact-key';
import { withoutReadings } from '@/lib/i18n/furigana';
import { procedures } from '@/lib/procedures/procedures';
import { QuestionDrawing, type QuestionPicture } from '../drawings/question-drawing';
import { Furigana } from '../furigana';
import { StageHeading } from '../stage-heading';
import { AnswerButton } from './answer-button';
import { DeadlineAnswers } from './deadline-answers';
import { goOn, useGuide } from './guide-store';
import { MeasureOffer } from './measure-offer';
import { pictureOf } from './pictures';
import { choicesOf, useAnswerWords } from './use-words';

/** One question, its picture and its answers. */
export function QuestionScreen({ question, setting }: { question: ScreenQuestion; setting: Setting }) {
  if (question.kind === 'pins') return <PinsQuestion question={question} />;
  return <FactQuestion fact={question.fact} setting={setting} />;
}

interface QuestionFrameProps {
  /** Names the question: a new one takes the focus to its heading. */
  name: string;
  picture: QuestionPicture;
  title: string;
  hint: string;
  offer?: ReactNode;
  children: ReactNode;
}

function QuestionFrame({ name, picture, title, hint, offer, children }: QuestionFrameProps) {
  const drawings = useTranslations('QuestionDrawings');
  return (
    <div className="question-screen" data-question={name}>
      <div className="question-picture">
        <QuestionDrawing name={picture} label={withoutReadings(drawings(picture))} />
      </div>
      <div className="question-text">
        <StageHeading key={name}>
          <Furigana>{title}</Furigana>
        </StageHeading>
        <p className="question-hint">
          <Furigana>{hint}</Furigana>
        </p>
        {offer}
      </div>
      {children}
    </div>
  );
}

function FactQuestion({ fact, setting }: { fact: FactName; setting: Setting }) {
  const t = useTranslations('Questions');
  const key = factKey(fact);
  return (
    <QuestionFrame
      name={fact}
      picture={pictureOf[fact]}
      title={t(`${key}.title`)}
      hint={t(`${key}.hint`)}
      offer={<MeasureOffer fact={fact} />}
    >
      {fact === 'deadline' ? <DeadlineAnswers today={setting.now.day} /> : <Choices fact={fact} />}
    </QuestionFrame>
  );
}

function Choices({ fact }: { fact: FactName }) {
  const guide = useGuide();
  const errands = useTranslations('Errands');
  const words = useAnswerWords();
  const values = fact === 'errand' ? Object.keys(procedures) : choicesOf(fact);
  return (
    <ul className="answers" data-many={values.length > 8 || undefined}>
      {values.map((value) => (
        <li key={value}>
          <AnswerButton
            words={words(fact, value)}
            {...(fact === 'errand' ? { note: errands(`${value as FactValue<'errand'>}.note`) } : {})}
            isCurrent={guide.facts[fact]?.value === value}
            // A value of this fact: it comes from its definition.
            onClick={() => goOn(answered(guide, fact, value as FactValue<typeof fact>))}
          />
        </li>
      ))}
    </ul>
  );
}

const pinsAnswers = ['known', 'on-slip-at-home', 'oneByOne'] as const satisfies readonly PinsAnswer[];

function PinsQuestion({ question: { pins } }: { question: Extract<ScreenQuestion, { kind: 'pins' }> }) {
  const t = useTranslations('Questions');
  const guide = useGuide();
  const current = answeredTogether(guide.facts, pins);
  return (
    <QuestionFrame
      name="pins"
      picture="slip"
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
          <MeasureOffer fact={`pin.${pins[0]}`} />
        </>
      }
    >
      <ul className="answers">
        {pinsAnswers.map((answer) => (
          <li key={answer}>
            <AnswerButton
              words={t(`pins.answers.${answer}`)}
              isCurrent={answer === current}
              onClick={() => goOn(answeredPins(guide, pins, answer))}
            />
          </li>
        ))}
      </ul>
    </QuestionFrame>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ScreenQuestion } from '@/lib/advice/screen-question';
import type { Setting } from '@/lib/advice/visit';
import { pinNames } from '@/lib/card/report';
import type { FactName, FactValue } from '@/lib/facts/fact';
import { factKey } from '@/lib/facts/fact-key';
import { withoutReadings } from '@/lib/i18n/furigana';
import { errandsOf } from '@/lib/office/public-office';
import { errandList } from '@/lib/procedures/errand-list';
import type { QuestionPicture } from '../drawings/question-drawing';
import { useOffice } from '../office';
import { QuestionFrame } from '../question-frame';
import { answer } from './actions';
import { AnswerButton } from './answer-button';
import { useGuide } from './guide-store';
import { MeasureOffer } from './measure-offer';
import { pictureOf } from './pictures';
import { useLater } from './use-later';
import { choicesOf, useAnswerWords } from './use-words';

/** One question, its picture and its answers. */
export function QuestionScreen({ question, setting }: { question: ScreenQuestion; setting: Setting }) {
  const later = useLater();
  // It is never the first.
  if (question.kind === 'pins')
    return later !== null && <later.PinsQuestion pins={question.pins} picture={<Picture name="slip" />} />;
  return <FactQuestion fact={question.fact} setting={setting} />;
}

function Picture({ name }: { name: QuestionPicture }) {
  const drawings = useTranslations('QuestionDrawings');
  const later = useLater();
  return later !== null && <later.QuestionDrawing name={name} label={withoutReadings(drawings(name))} />;
}

function FactQuestion({ fact, setting }: { fact: FactName; setting: Setting }) {
  const t = useTranslations('Questions');
  const key = factKey(fact);
  const pin = pinNames.find((each) => fact === `pin.${each}`);
  const later = useLater();
  return (
    <QuestionFrame
      name={fact}
      picture={<Picture name={pictureOf[fact]} />}
      title={t(`${key}.title`)}
      hint={t(`${key}.hint`)}
      offer={
        <div className="question-offers">
          <MeasureOffer fact={fact} />
          {later !== null && fact === 'phone' && <later.HelpOffer about="phone" />}
          {later !== null && pin !== undefined && <later.HelpOffer about="pins" pin={pin} />}
        </div>
      }
    >
      {fact === 'deadline' && later !== null ? (
        <later.DeadlineAnswers today={setting.now.day} />
      ) : (
        <Choices fact={fact} />
      )}
    </QuestionFrame>
  );
}

function Choices({ fact }: { fact: FactName }) {
  const guide = useGuide();
  const errands = useTranslations('Errands');
  const words = useAnswerWords();
  const office = useOffice();
  // As it was known when the list came: one that changes under the finger would be worse than one that is late.
  const [order] = useState(office.errands);
  const values = fact === 'errand' ? errandsOf(errandList, order) : choicesOf(fact);
  return (
    <ul className="answers" data-many={values.length > 8 || undefined}>
      {values.map((value) => (
        <li key={value}>
          <AnswerButton
            words={words(fact, value)}
            {...(fact === 'errand' ? { note: errands(`${value as FactValue<'errand'>}.note`) } : {})}
            isCurrent={guide.facts[fact]?.value === value}
            // A value of this fact: it comes from its definition.
            onClick={() => answer(fact, value as FactValue<typeof fact>)}
          />
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from 'react';
import { Furigana } from './furigana';
import { StageHeading } from './stage-heading';

interface QuestionFrameProps {
  /** Names the question: a new one takes the focus to its heading. */
  name: string;
  /** Its place is kept until it is there. */
  picture: ReactNode;
  title: string;
  hint: string;
  /** What may spare the visitor the question. */
  offer?: ReactNode;
  children: ReactNode;
}

/** One question: its picture, its words, and below them whatever answers it. */
export function QuestionFrame({ name, picture, title, hint, offer, children }: QuestionFrameProps) {
  return (
    <div className="question-screen" data-question={name}>
      <div className="question-picture">{picture}</div>
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

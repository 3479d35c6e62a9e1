import type { ReactNode } from 'react';
import { withoutReadings } from '@/lib/i18n/furigana';
import { Furigana } from '../furigana';
import { StageHeading } from '../stage-heading';

interface RehearsalFrameProps {
  /** Names the page: a new one takes the focus to its heading. What happens on a page does not. */
  name: string;
  /** As it is seen by the style sheets. */
  state: string;
  title: string;
  lead: string;
  picture: ReactNode;
  /** Something is typed, which needs room. */
  isTyping: boolean;
  children?: ReactNode;
  /** Buttons, at the bottom. */
  actions: ReactNode;
}

/** Every page of the practice: its picture always in the same place, its words, and its buttons always in theirs. */
export function RehearsalFrame({
  name,
  state,
  title,
  lead,
  picture,
  isTyping,
  children,
  actions,
}: RehearsalFrameProps) {
  return (
    <div className="hold-screen picture-screen" data-hold-state={state} data-typing={isTyping || undefined}>
      <div className="picture-screen-text">
        <StageHeading key={name}>
          <Furigana>{title}</Furigana>
        </StageHeading>
        <p className="stage-lead">
          <Furigana>{lead}</Furigana>
        </p>
        <p role="status" className="sr-only">
          {withoutReadings(`${title} ${lead}`)}
        </p>
        {children}
        <div className="hold-actions">{actions}</div>
      </div>
      {picture}
    </div>
  );
}

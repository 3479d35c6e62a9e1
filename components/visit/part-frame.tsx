import type { ReactNode } from 'react';
import { Furigana } from './furigana';
import { StageHeading } from './stage-heading';

interface PartFrameProps {
  /** Names the page: a new one takes the focus to its heading. */
  name: string;
  title: string;
  /** `ja`: words of another screen or form, which stay Japanese in every language. */
  titleLang?: 'ja' | undefined;
  lead: string;
  leadLang?: 'ja' | undefined;
  /** `null`: its place is kept until it is there. */
  picture: ReactNode;
  children: ReactNode;
}

/** One page of help: its picture, its heading, and what there is to do. */
export function PartFrame({ name, title, titleLang, lead, leadLang, picture, children }: PartFrameProps) {
  return (
    <div className="part" data-part={name}>
      <div className="part-picture">{picture}</div>
      <div className="part-head">
        <StageHeading key={name}>
          <span lang={titleLang}>
            <Furigana>{title}</Furigana>
          </span>
        </StageHeading>
        <p lang={leadLang} className="stage-lead">
          <Furigana>{lead}</Furigana>
        </p>
      </div>
      <div className="part-body">{children}</div>
    </div>
  );
}

import type { ReactNode } from 'react';
import { Furigana } from './furigana';
import { StageHeading } from './stage-heading';

interface PartFrameProps {
  /** Names the page: a new one takes the focus to its heading. */
  name: string;
  title: string;
  lead: string;
  /** `null`: its place is kept until it is there. */
  picture: ReactNode;
  children: ReactNode;
}

/** One page of help: its picture, its heading, and what there is to do. */
export function PartFrame({ name, title, lead, picture, children }: PartFrameProps) {
  return (
    <div className="part" data-part={name}>
      <div className="part-picture">{picture}</div>
      <div className="part-head">
        <StageHeading key={name}>
          <Furigana>{title}</Furigana>
        </StageHeading>
        <p className="stage-lead">
          <Furigana>{lead}</Furigana>
        </p>
      </div>
      <div className="part-body">{children}</div>
    </div>
  );
}

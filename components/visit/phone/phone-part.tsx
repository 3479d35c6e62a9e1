import type { ReactNode } from 'react';
import { Furigana } from '../furigana';
import { StageHeading } from '../stage-heading';

interface PhonePartProps {
  name: string;
  title: string;
  lead: string;
  picture: ReactNode;
  children: ReactNode;
}

/** One page of help: its picture, its heading, and what there is to do. */
export function PhonePart({ name, title, lead, picture, children }: PhonePartProps) {
  return (
    <div className="phone-part" data-part={name}>
      <div className="phone-picture">{picture}</div>
      <div className="phone-part-head">
        <StageHeading key={name}>
          <Furigana>{title}</Furigana>
        </StageHeading>
        <p className="stage-lead">
          <Furigana>{lead}</Furigana>
        </p>
      </div>
      <div className="phone-part-body">{children}</div>
    </div>
  );
}

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { withoutReadings } from '@/lib/i18n/furigana';
import { CardAndReader, type Pose } from './drawings/card-and-reader';
import { Furigana } from './furigana';
import { StageHeading } from './stage-heading';

interface PictureScreenProps {
  /** Names the stage: a new one takes the focus to its heading. */
  name: string;
  pose: Pose;
  title: string;
  lead?: string;
  children?: ReactNode;
}

/** One thing and its picture. The picture stays in its place from stage to stage, so only what happens moves. */
export function PictureScreen({ name, pose, title, lead, children }: PictureScreenProps) {
  const t = useTranslations('Drawings');
  return (
    <div className="picture-screen">
      <div className="picture-screen-text">
        <StageHeading key={name}>
          <Furigana>{title}</Furigana>
        </StageHeading>
        {lead !== undefined && (
          <p className="stage-lead">
            <Furigana>{lead}</Furigana>
          </p>
        )}
        {children}
      </div>
      <div className="picture-screen-picture">
        <CardAndReader pose={pose} label={withoutReadings(t(pose))} />
      </div>
    </div>
  );
}

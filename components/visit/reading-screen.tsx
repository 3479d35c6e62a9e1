import { useTranslations } from 'next-intl';
import { withoutReadings } from '@/lib/i18n/furigana';
import type { Stage } from '@/lib/reader/stage';
import { PictureScreen } from './picture-screen';

export function ReadingScreen({ stage }: { stage: Extract<Stage, { name: 'reading' }> }) {
  const t = useTranslations('ReadingCard');
  return (
    <PictureScreen name="reading" pose="held" title={t('title')} lead={stage.leaving ? t('leaving') : t('lead')}>
      <progress
        className="ui-progress"
        aria-label={withoutReadings(t('progress'))}
        value={stage.done}
        max={Math.max(stage.of, 1)}
      />
    </PictureScreen>
  );
}

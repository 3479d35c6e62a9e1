import { useTranslations } from 'next-intl';
import type { Stage } from '@/lib/reader/stage';
import { Furigana } from './furigana';
import { PictureScreen } from './picture-screen';

export function FailedScreen({ stage: { error, cardThere } }: { stage: Extract<Stage, { name: 'failed' }> }) {
  const t = useTranslations('FailedCard');
  const errors = useTranslations('CardErrors');
  return (
    <PictureScreen
      name="failed"
      pose={cardThere ? 'away' : 'above'}
      title={errors(`${error}.title`)}
      lead={errors(`${error}.remedy`)}
    >
      {!cardThere && (
        <p>
          <Furigana>{t('cardGone')}</Furigana>
        </p>
      )}
    </PictureScreen>
  );
}

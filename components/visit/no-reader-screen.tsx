import { useTranslations } from 'next-intl';
import type { CardErrorCode } from '@/lib/errors/card-error';
import { Link } from '@/lib/i18n/navigation';
import type { Stage } from '@/lib/reader/stage';
import { Furigana } from './furigana';
import { PictureScreen } from './picture-screen';

/** Their remedies do not speak of tries, because mostly no card is near when they appear. */
const silentOnTries: readonly CardErrorCode[] = ['readerMissing', 'readerProcessDown', 'serviceNotRunning'];

interface NoReaderScreenProps {
  stage: Extract<Stage, { name: 'noReader' }>;
  isPractice: boolean;
}

/** Why no card can be read now, and the practice card for meanwhile. */
export function NoReaderScreen({ stage: { error, interrupted }, isPractice }: NoReaderScreenProps) {
  const t = useTranslations('NoReader');
  const lifted = useTranslations('LiftedCard');
  const errors = useTranslations('CardErrors');
  const start = useTranslations('StartScreen');
  return (
    <PictureScreen name="noReader" pose="noReader" title={errors(`${error}.title`)} lead={errors(`${error}.remedy`)}>
      {interrupted && silentOnTries.includes(error) && (
        <p className="assurance">
          <Furigana>{lifted('noTryUsed')}</Furigana>
        </p>
      )}
      <p>
        <Furigana>{t('waits')}</Furigana>
      </p>
      {!isPractice && (
        <Link href="/practice-card" replace className="ui-button low-action" data-variant="secondary">
          <span>
            <Furigana>{start('practice')}</Furigana>
          </span>
        </Link>
      )}
    </PictureScreen>
  );
}

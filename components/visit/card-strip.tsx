import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { insistence, type Visit } from '@/lib/reader/stage';
import { Furigana } from './furigana';
import { putPracticeCard, takePracticeCard, usePractice } from './practice';

type StripMessage = 'gone' | 'insist1' | 'insist2' | 'take' | 'takeFailed';

const takeMessages = ['take', 'insist1', 'insist2'] as const;

/** What the strip above the buttons says about the card itself; `null` where the screen says it. */
export const stripMessage = (visit: Visit): StripMessage | null => {
  const { stage } = visit;
  const level = insistence(visit);
  // The whole screen says it by then.
  if (level === 3) return null;
  if (stage.name === 'failed' && stage.cardThere) return level === 0 ? 'takeFailed' : takeMessages[level];
  if (stage.name === 'report') return stage.cardThere ? takeMessages[level] : 'gone';
  return null;
};

interface CardStripProps {
  visit: Visit;
  isPractice: boolean;
}

export function CardStrip({ visit, isPractice }: CardStripProps) {
  const t = useTranslations('CardStrip');
  const practice = useTranslations('PracticeCard');
  const message = stripMessage(visit);
  const hasPracticeButton = isPractice && visit.stage.name !== 'thanks';
  if (message === null && !hasPracticeButton) return null;
  return (
    <div className="card-strip" data-level={insistence(visit)} data-message={message ?? 'none'}>
      {isPractice && (
        <p className="practice-tag">
          <Furigana>{practice('tag')}</Furigana>
        </p>
      )}
      <div className="card-strip-text">
        {message !== null && (
          <p>
            <Furigana>{t(message)}</Furigana>
          </p>
        )}
        {message === 'gone' && (
          <p>
            <Furigana>{t('goneNote')}</Furigana>
          </p>
        )}
      </div>
      {hasPracticeButton && <PracticeButton />}
    </div>
  );
}

function PracticeButton() {
  const t = useTranslations('PracticeCard');
  const { isCardDown } = usePractice();
  return (
    <Button
      variant={isCardDown ? 'secondary' : 'primary'}
      className="practice-button"
      onClick={isCardDown ? takePracticeCard : putPracticeCard}
    >
      <span>
        <Furigana>{isCardDown ? t('take') : t('put')}</Furigana>
      </span>
    </Button>
  );
}

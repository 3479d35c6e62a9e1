import { useTranslations } from 'next-intl';
import { Choice } from '@/components/ui/choice';
import { Furigana } from './furigana';
import { PictureScreen } from './picture-screen';
import { choosePracticeCard, isPracticeCard, practiceCards, usePractice } from './practice';

/** Which practice card to put down. The reader is drawn, the card too. */
export function PracticeTable() {
  const t = useTranslations('PracticeCard');
  const { scenario } = usePractice();
  const isOther = !isPracticeCard(scenario);
  return (
    <PictureScreen name="practice" pose="above" title={t('title')} lead={t('lead')}>
      <fieldset className="practice-cards">
        <legend>
          <Furigana>{t('choose')}</Furigana>
        </legend>
        {practiceCards.map((name) => (
          <Choice key={name} name="practice-card" checked={name === scenario} onChange={() => choosePracticeCard(name)}>
            <Furigana>{t(`scenarios.${name}`)}</Furigana>
          </Choice>
        ))}
        {isOther && (
          <Choice name="practice-card" checked readOnly>
            <Furigana>{t('scenarios.other')}</Furigana>
          </Choice>
        )}
      </fieldset>
    </PictureScreen>
  );
}

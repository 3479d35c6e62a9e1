import { useTranslations } from 'next-intl';
import { Furigana } from './furigana';
import { PictureScreen } from './picture-screen';

export function ThanksScreen() {
  const t = useTranslations('Thanks');
  return (
    <PictureScreen name="thanks" pose="thanks" title={t('title')} lead={t('lead')}>
      <p>
        <Furigana>{t('reminder')}</Furigana>
      </p>
    </PictureScreen>
  );
}

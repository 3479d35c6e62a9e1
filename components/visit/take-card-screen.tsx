import { useTranslations } from 'next-intl';
import { PictureScreen } from './picture-screen';

export function TakeCardScreen() {
  const t = useTranslations('TakeCard');
  return <PictureScreen name="takeAway" pose="away" title={t('title')} lead={t('lead')} />;
}

import { useTranslations } from 'next-intl';
import { PictureScreen } from './picture-screen';

export function ConnectingScreen() {
  const t = useTranslations('Connecting');
  return <PictureScreen name="connecting" pose="empty" title={t('title')} lead={t('lead')} />;
}

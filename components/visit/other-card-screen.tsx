import { useTranslations } from 'next-intl';
import type { CardKind } from '@/lib/card/report';
import { Furigana } from './furigana';
import { PictureScreen } from './picture-screen';

interface OtherCardScreenProps {
  card: Exclude<CardKind, 'my-number'>;
  cardThere: boolean;
}

/** Another card than a My Number card was put down: which one, that nothing happened to it, and what to do. */
export function OtherCardScreen({ card, cardThere }: OtherCardScreenProps) {
  const t = useTranslations('OtherCard');
  const holdsMoney = card === 'credit' || card === 'felica';
  const [worry, remark] = holdsMoney ? [t(`${card}.note`), t('unchanged')] : [t('unchanged'), t(`${card}.note`)];
  return (
    <PictureScreen
      name={`other-${card}`}
      pose={cardThere ? 'away' : 'above'}
      title={t(`${card}.title`)}
      lead={t('advice')}
    >
      <p className="assurance">
        <Furigana>{worry}</Furigana>
      </p>
      <p>
        <Furigana>{remark}</Furigana>
      </p>
    </PictureScreen>
  );
}

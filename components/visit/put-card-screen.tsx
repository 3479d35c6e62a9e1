import { useTranslations } from 'next-intl';
import { Furigana } from './furigana';
import { PictureScreen } from './picture-screen';

const steps = ['case', 'middle', 'wait'] as const;

export function PutCardScreen() {
  const t = useTranslations('PutCard');
  return (
    <PictureScreen name="ready" pose="above" title={t('title')}>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step}>
            <span>
              <Furigana>{t(step)}</Furigana>
            </span>
          </li>
        ))}
      </ol>
    </PictureScreen>
  );
}

import { useTranslations } from 'next-intl';
import type { PinName } from '@/lib/card/report';
import { namesOf } from '@/lib/pins/pins';
import { Furigana } from '../furigana';

/** What it is called, here and elsewhere, and what it is made of. */
export function PinNames({ pin }: { pin: PinName }) {
  const t = useTranslations('PinHelp');
  const pins = useTranslations('Pins');
  const [, ...others] = namesOf[pin];
  return (
    <dl className="details">
      <div>
        <dt>
          <Furigana>{t('official')}</Furigana>
        </dt>
        <dd lang="ja">
          <Furigana>{pins(`${pin}.official`)}</Furigana>
        </dd>
      </div>
      {others.length > 0 && (
        <div>
          <dt>
            <Furigana>{t('alsoCalled')}</Furigana>
          </dt>
          <dd lang="ja">{others.join('、')}</dd>
        </div>
      )}
      <div>
        <dt>
          <Furigana>{t('format')}</Furigana>
        </dt>
        <dd>
          <Furigana>{pins(`${pin}.format`)}</Furigana>
        </dd>
      </div>
      <div>
        <dt>
          <Furigana>{t('usedFor')}</Furigana>
        </dt>
        <dd>
          <Furigana>{pins(`${pin}.usedFor`)}</Furigana>
        </dd>
      </div>
    </dl>
  );
}

import { useTranslations } from 'next-intl';
import { type PartialReport, pinNames } from '@/lib/card/report';
import { Furigana } from './furigana';
import { PictureScreen } from './picture-screen';
import { PinLamp } from './pin-lamp';

export function LiftedScreen({ known }: { known: PartialReport }) {
  const t = useTranslations('LiftedCard');
  return (
    <PictureScreen name="lifted" pose="lifted" title={t('title')} lead={t('lead')}>
      <p className="assurance">
        <Furigana>{t('noTryUsed')}</Furigana>
      </p>
      <KnownSoFar known={known} />
    </PictureScreen>
  );
}

/** What was learned before the card was lifted, plainly marked as a part. */
function KnownSoFar({ known }: { known: PartialReport }) {
  const t = useTranslations('LiftedCard');
  const pins = useTranslations('Pins');
  const learned = pinNames.flatMap((name) => {
    const pin = known.pins[name];
    return pin === undefined ? [] : [{ name, pin }];
  });
  if (learned.length === 0) return null;
  return (
    <section className="known-so-far">
      <h2>
        <Furigana>{t('partial')}</Furigana>
      </h2>
      <ul>
        {learned.map(({ name, pin }) => (
          <li key={name}>
            <PinLamp state={pin.state} />
            <span>
              <Furigana>{pins(`${name}.name`)}</Furigana>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

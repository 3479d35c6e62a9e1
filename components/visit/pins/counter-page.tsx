'use client';

import { useTranslations } from 'next-intl';
import type { PinName } from '@/lib/card/report';
import { usualOffice } from '@/lib/procedures/office';
import { Furigana } from '../furigana';
import { PartFrame } from '../part-frame';
import { WordButton } from '../word-button';
import { PinPicture } from './pin-picture';
import { openPins } from './pins-store';

const parts = ['where', 'time', 'proxy', 'after'] as const;

/** Setting a PIN anew at the counter: where, with what, how long, and whether somebody else can go. */
export function CounterPage({ pin }: { pin: PinName }) {
  const t = useTranslations('PinCounter');
  const pins = useTranslations('Pins');
  const bring = useTranslations('Bring');
  const help = useTranslations('PinHelp');
  return (
    <PartFrame name="counter" title={t('title')} lead={pins(`${pin}.name`)} picture={<PinPicture name="bring" />}>
      <div className="part-columns">
        <section className="part-box">
          <h2>
            <Furigana>{t('bring')}</Furigana>
          </h2>
          <ul className="dotted">
            {(['card', ...usualOffice.holderBrings] as const).map((item) => (
              <li key={item}>
                <Furigana>{bring(item)}</Furigana>
              </li>
            ))}
          </ul>
          <p>
            <Furigana>{t('bringNote')}</Furigana>
          </p>
        </section>
        {parts.map((part) => (
          <section key={part} className="part-box">
            <h2>
              <Furigana>{t(part)}</Furigana>
            </h2>
            <p>
              <Furigana>{t(`${part}Text`)}</Furigana>
            </p>
            {part === 'proxy' && (
              <p>
                <Furigana>{t('child')}</Furigana>
              </p>
            )}
          </section>
        ))}
      </div>
      <p className="assurance">
        <Furigana>{t('entry')}</Furigana>
      </p>
      <div className="part-actions">
        <WordButton words={help('doors.new')} variant="secondary" onClick={() => openPins({ name: 'new' })} />
      </div>
    </PartFrame>
  );
}

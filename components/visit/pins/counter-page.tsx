'use client';

import { useTranslations } from 'next-intl';
import type { PinName } from '@/lib/card/report';
import { Furigana } from '../furigana';
import { useOffice } from '../office';
import { OfficeNote } from '../office-words';
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
  const { office, counter, floor, bringNote, proxyNote, childNote } = useOffice();
  return (
    <PartFrame name="counter" title={t('title')} lead={pins(`${pin}.name`)} picture={<PinPicture name="bring" />}>
      <div className="part-columns">
        <section className="part-box">
          <h2>
            <Furigana>{t('bring')}</Furigana>
          </h2>
          <ul className="dotted">
            {(['card', ...office.holderBrings] as const).map((item) => (
              <li key={item}>
                <Furigana>{bring(item)}</Furigana>
              </li>
            ))}
          </ul>
          <p>
            <Furigana>{t('bringNote')}</Furigana>
          </p>
          <OfficeNote words={bringNote} />
        </section>
        {parts.map((part) => (
          <section key={part} className="part-box">
            <h2>
              <Furigana>{t(part)}</Furigana>
            </h2>
            <p>
              <Furigana>{t(`${part}Text`)}</Furigana>
            </p>
            {part === 'where' && (
              <>
                <OfficeNote words={counter} />
                <OfficeNote words={floor} />
              </>
            )}
            {part === 'proxy' && (
              <>
                <OfficeNote words={proxyNote} />
                <p>
                  <Furigana>{t('child')}</Furigana>
                </p>
                <OfficeNote words={childNote} />
              </>
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

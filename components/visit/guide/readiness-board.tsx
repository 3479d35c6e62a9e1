'use client';

import { useTranslations } from 'next-intl';
import { Lamp } from '@/components/ui/lamp';
import { type LampName, lampNames, type Readiness } from '@/lib/advice/lamp';
import type { Setting } from '@/lib/advice/visit';
import { factNames } from '@/lib/facts/fact';
import { useRouter } from '@/lib/i18n/navigation';
import { LampIcon } from '../drawings/lamp-icon';
import { Furigana } from '../furigana';
import { useReaderSettings } from '../reader-settings';
import { readerVisit, useVisit } from '../visit-store';
import { reopen } from './actions';
import { useGuide } from './guide-store';
import { loadLater, useLater } from './use-later';

/** Before the rules are there, nobody has said anything. */
const nothingKnown: Readiness = {
  errand: 'unknown',
  device: 'unknown',
  pins: 'unknown',
  card: 'unknown',
  certificates: 'unknown',
};

/** Five lamps, always in sight; each opens what settles it. */
export function ReadinessBoard({ setting }: { setting: Setting }) {
  const t = useTranslations('Board');
  const { replace } = useRouter();
  const { data } = useReaderSettings();
  const { reader } = useVisit(readerVisit);
  const isReaderThere = data?.kind === 'practice' || reader === 'ready';
  const { facts } = useGuide();
  const later = useLater();
  const lamps = later === null ? nothingKnown : later.readiness(facts);
  const settled = lampNames.filter((name) => lamps[name] !== 'unknown').length;
  const open = async (name: LampName): Promise<void> => {
    const isRead = factNames.some((fact) => facts[fact]?.evidence === 'measured');
    if (isReaderThere && !isRead && (name === 'card' || name === 'certificates')) return replace('/card');
    const { questionBehind } = await loadLater();
    await reopen(questionBehind(name, facts), setting);
  };
  return (
    <section className="readiness-board">
      <h2 className="readiness-title">
        <Furigana>{t('title')}</Furigana>
        <small>
          <Furigana>{t('settled', { count: settled })}</Furigana>
        </small>
      </h2>
      <ul>
        {lampNames.map((name) => (
          <li key={name}>
            <button type="button" className="readiness-lamp" data-lamp={lamps[name]} onClick={() => open(name)}>
              <LampIcon name={name} />
              <span className="readiness-name">
                <Furigana>{t(`names.${name}`)}</Furigana>
              </span>
              <Lamp state={lamps[name]} label={<Furigana>{t(`words.${name}.${lamps[name]}`)}</Furigana>} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Lamp } from '@/components/ui/lamp';
import { type Guide, questionAbout } from '@/lib/advice/guide';
import { type LampName, lampNames, pinsInQuestion, readiness } from '@/lib/advice/readiness';
import type { Setting } from '@/lib/advice/visit';
import type { FactName, Facts } from '@/lib/facts/fact';
import { useRouter } from '@/lib/i18n/navigation';
import { LampIcon } from '../drawings/lamp-icon';
import { Furigana } from '../furigana';
import { useReaderSettings } from '../reader-settings';
import { readerVisit, useVisit } from '../visit-store';
import { goOn } from './guide-store';

/** The question that settles a lamp: the first that is open, or else the first. */
const questionOf = (lamp: LampName, facts: Facts): FactName => {
  const open = (first: FactName, ...others: readonly FactName[]): FactName =>
    [first, ...others].find((name) => facts[name] === undefined) ?? first;
  switch (lamp) {
    case 'errand':
      return 'errand';
    case 'device':
      return open('phone');
    case 'pins': {
      const [first = 'signature', ...others] = pinsInQuestion(facts);
      return open(`pin.${first}`, ...others.map((pin) => `pin.${pin}` as const));
    }
    case 'card':
      return 'card';
    case 'certificates':
      return pinsInQuestion(facts).includes('signature')
        ? open('certificate.authentication', 'changedSinceIssue')
        : 'certificate.authentication';
  }
};

/** Five lamps, always in sight; each opens what settles it. */
export function ReadinessBoard({ guide, setting }: { guide: Guide; setting: Setting }) {
  const t = useTranslations('Board');
  const { replace } = useRouter();
  const { data } = useReaderSettings();
  const { reader } = useVisit(readerVisit);
  const isReaderThere = data?.kind === 'practice' || reader === 'ready';
  const lamps = readiness(guide.facts);
  const settled = lampNames.filter((name) => lamps[name] !== 'unknown').length;
  const open = (name: LampName): void => {
    if (isReaderThere && (name === 'card' || name === 'certificates')) replace('/card');
    else goOn({ ...guide, reopened: questionAbout(guide, setting, questionOf(name, guide.facts)) });
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

'use client';

import { useTranslations } from 'next-intl';
import { Lamp, type LampState } from '@/components/ui/lamp';
import { type PinName, pinNames } from '@/lib/card/report';
import type { Facts } from '@/lib/facts/fact';
import { type PinStanding, standingOf } from '@/lib/pins/ways';
import { procedures } from '@/lib/procedures/procedures';
import { Furigana } from '../furigana';
import { useGuide } from '../guide/guide-store';
import { OfficeNotices } from '../office-notices';
import { PartFrame } from '../part-frame';
import { WordButton } from '../word-button';
import { PinPicture } from './pin-picture';
import { openPins } from './pins-store';

const lamps: Readonly<Record<PinStanding, LampState>> = {
  known: 'fine',
  'on-slip-at-home': 'attention',
  unknown: 'attention',
  'last-try': 'attention',
  forgotten: 'stopped',
  locked: 'stopped',
  open: 'unknown',
};

const doors = ['which', 'slip', 'fails', 'errors', 'new', 'certificates'] as const;

/** The four PINs with what is known of each, those of the errand first, and the other things that go wrong. */
export function PinsHome() {
  const t = useTranslations('PinHelp');
  const { facts } = useGuide();
  const wanted = wantedBy(facts);
  const others = pinNames.filter((pin) => !wanted.includes(pin));
  return (
    <PartFrame name="home" title={t('title')} lead={t('lead')} picture={<PinPicture name="four-pins" />}>
      <ul className="pin-lamps">
        {[...wanted, ...others].map((pin) => (
          <li key={pin}>
            <PinLamp pin={pin} facts={facts} isWanted={wanted.includes(pin)} />
          </li>
        ))}
      </ul>
      <ul className="pin-doors">
        {doors.map((door) => (
          <li key={door}>
            <WordButton
              words={t(`doors.${door}`)}
              variant="secondary"
              onClick={() => openPins(door === 'fails' ? { name: 'fails', pin: null, at: 0 } : { name: door })}
            />
          </li>
        ))}
      </ul>
      <OfficeNotices place="pins" />
    </PartFrame>
  );
}

/** In the order in which the errand needs them. */
const wantedBy = ({ errand }: Facts): readonly PinName[] =>
  errand === undefined ? [] : (procedures[errand.value].online?.pins ?? []);

function PinLamp({ pin, facts, isWanted }: { pin: PinName; facts: Facts; isWanted: boolean }) {
  const t = useTranslations('PinHelp');
  const pins = useTranslations('Pins');
  const errands = useTranslations('Errands');
  const standing = standingOf(facts, pin);
  return (
    <button type="button" className="pin-lamp" onClick={() => openPins({ name: 'pin', pin })}>
      <Lamp state={lamps[standing]} label={<Furigana>{t(`states.${standing}`)}</Furigana>} />
      <span className="pin-lamp-name">
        <Furigana>{pins(`${pin}.name`)}</Furigana>
      </span>
      <span lang="ja" className="pin-lamp-official">
        <Furigana>{pins(`${pin}.official`)}</Furigana>
      </span>
      <span className="pin-lamp-when">
        {isWanted && facts.errand !== undefined && (
          <strong>
            <Furigana>{t('forErrand', { errand: errands(`${facts.errand.value}.name`) })}</Furigana>
          </strong>
        )}{' '}
        <Furigana>{t(`when.${pin}`)}</Furigana>
      </span>
    </button>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from '@/lib/i18n/navigation';
import type { SlipPicture } from '@/lib/office/public-office';
import { type SlipPlace, slipPlaces } from '@/lib/pins/slip';
import { Furigana } from '../furigana';
import { useOffice } from '../office';
import { OfficeNote } from '../office-words';
import { PartFrame } from '../part-frame';
import { WordButton } from '../word-button';
import { PinPicture } from './pin-picture';
import { openPins, toPinsHome } from './pins-store';

/** Which of the drawings the office says is its own. */
const slipPictures = {
  both: 'slip',
  common: 'slip-common',
  table: 'slip-table',
  envelope: 'slip-envelope',
} as const satisfies Record<SlipPicture, string>;

/** What it looks like; there is more than one form. */
export function SlipPage() {
  const t = useTranslations('PinSlip');
  const { slip } = useOffice();
  return (
    <PartFrame
      name="slip"
      title={t('title')}
      lead={t('lead')}
      picture={<PinPicture name={slipPictures[slip.picture]} />}
    >
      <p>
        <Furigana>{t('form')}</Furigana>
      </p>
      <OfficeNote words={slip.note} />
      <SlipChoices next={() => openPins({ name: 'slip-place', at: 0 })} nextWords={t('begin')} />
    </PartFrame>
  );
}

function SlipChoices({ next, nextWords }: { next: () => void; nextWords: string }) {
  const t = useTranslations('PinSlip');
  return (
    <div className="part-actions">
      <WordButton words={t('found')} variant="secondary" onClick={() => openPins({ name: 'slip-end', end: 'found' })} />
      <WordButton
        words={t('atHome')}
        variant="secondary"
        onClick={() => openPins({ name: 'slip-end', end: 'at-home' })}
      />
      <WordButton words={nextWords} variant="primary" onClick={next} />
    </div>
  );
}

const pictures = {
  'card-case': 'place-card-case',
  envelope: 'slip-envelope',
  papers: 'place-papers',
  'passport-bankbook': 'place-passport-bankbook',
  'notice-envelope': 'place-notice-envelope',
  photo: 'place-photo',
  family: 'place-family',
} as const satisfies Record<SlipPlace, string>;

/** One place after the other. */
export function SlipPlacePage({ at }: { at: number }) {
  const t = useTranslations('PinSlip');
  const place = slipPlaces[at];
  if (place === undefined) return <SlipEndPage end="not-found" />;
  return (
    <PartFrame
      name={`place-${place}`}
      title={t(`places.${place}.title`)}
      lead={t(`places.${place}.how`)}
      picture={<PinPicture name={pictures[place]} />}
    >
      <p className="part-count">
        <Furigana>{t('at', { at: at + 1, count: slipPlaces.length })}</Furigana>
      </p>
      <SlipChoices next={() => openPins({ name: 'slip-place', at: at + 1 })} nextWords={t('notHere')} />
    </PartFrame>
  );
}

const ends = {
  found: { title: 'foundTitle', lead: 'foundLead', picture: 'known' },
  'not-found': { title: 'notFoundTitle', lead: 'notFoundLead', picture: 'forgotten' },
  'at-home': { title: 'atHomeTitle', lead: 'atHomeLead', picture: 'slip-envelope' },
} as const;

/** Found, not found, or at home while one is here: each has a way on. */
export function SlipEndPage({ end }: { end: 'found' | 'not-found' | 'at-home' }) {
  const t = useTranslations('PinSlip');
  const { replace } = useRouter();
  const { title, lead, picture } = ends[end];
  return (
    <PartFrame name={`slip-${end}`} title={t(title)} lead={t(lead)} picture={<PinPicture name={picture} />}>
      <div className="part-actions">
        <WordButton words={t('toPins')} variant={end === 'at-home' ? 'secondary' : 'primary'} onClick={toPinsHome} />
        {end === 'at-home' && <WordButton words={t('toGuide')} variant="primary" onClick={() => replace('/guide')} />}
      </div>
    </PartFrame>
  );
}

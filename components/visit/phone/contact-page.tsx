'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { withoutReadings } from '@/lib/i18n/furigana';
import { firstPlaceOf, type PhoneCheck, seenIn } from '@/lib/phone/check';
import {
  type Contact,
  type ContactFailure,
  cardPlaceIn,
  foundIn,
  foundMoving,
  isLong,
  mayStart,
  placeAt,
  searchPlaces,
} from '@/lib/phone/contact';
import { PhoneBack } from '../drawings/phone/phone-back';
import { Furigana } from '../furigana';
import { StageHeading } from '../stage-heading';
import { WordButton } from '../word-button';
import { InAppNotice } from './in-app-notice';
import { addContact, notePlace, noteSearch, openPage, sayPlace } from './phone-actions';
import { PhonePicture } from './phone-picture';
import { usePhone } from './phone-store';
import { spotOf } from './spot-of';
import { type ContactTest, useContact } from './use-contact';

/** Why nothing can be tried here at all. */
type Obstacle = ContactFailure | 'iphone' | 'not-a-phone';

const obstacles = {
  there: null,
  'not-in-this-browser': 'no-web-nfc',
  'in-app': 'in-app',
  'in-a-frame': 'in-a-frame',
  iphone: 'iphone',
  'not-a-phone': 'not-a-phone',
} as const;

/** Holds the card to this phone to see whether it is noticed, and where. It finds out that, and nothing else. */
export function ContactPage({ check }: { check: PhoneCheck }) {
  const { report } = usePhone();
  const obstacle = report === null ? 'not-a-phone' : obstacles[report.webNfc];
  const test = useContact(firstPlaceOf(spotOf(check)));
  useResult(test);
  return (
    <div className="contact-page" data-contact={test.contact.name}>
      <div className="part-picture">
        <Back check={check} test={test} />
      </div>
      <div className="contact-words">
        {obstacle === null ? (
          <Stage check={check} test={test} />
        ) : (
          <Failed check={check} failure={obstacle} mayTry={false} onTry={test.start} />
        )}
      </div>
    </div>
  );
}

/** What the test has shown counts as soon as it is shown. */
const useResult = ({ contact, wasLong }: ContactTest): void => {
  const found = foundIn(contact);
  const failure = contact.name === 'failed' ? contact.failure : null;
  const hasEnded = contact.name === 'finished';
  const seen = found !== null || hasEnded ? seenIn(found, wasLong) : null;
  const place = cardPlaceIn(found);
  useEffect(() => {
    const said = failure === 'nfc-off' || failure === 'no-hardware' ? failure : seen;
    if (said !== null) void addContact(said);
  }, [seen, failure]);
  const isSearching = contact.name === 'searching';
  useEffect(() => {
    if (isSearching) void noteSearch();
  }, [isSearching]);
  useEffect(() => {
    if (place !== null) notePlace(place);
  }, [place]);
};

function Back({ check, test: { contact, nowMs } }: { check: PhoneCheck; test: ContactTest }) {
  const t = useTranslations('PhoneContact');
  const answers = useTranslations('PhoneAnswer');
  const drawings = useTranslations('PhoneDrawings');
  const { place: found } = usePhone();
  const spot = spotOf(check);
  const pointed = placeAt(contact, nowMs);
  const place = pointed ?? found;
  if (place === null) {
    const where = spot === null ? answers('spotUnknown') : answers(`spots.${spot}`);
    return <PhoneBack spot={spot} label={withoutReadings(drawings('back', { spot: where }))} />;
  }
  const label = withoutReadings(drawings('back', { spot: t(`places.${place}`) }));
  return <PhoneBack spot={null} place={place} isSearching={pointed !== null} label={label} />;
}

function Words({ name, title, lead, children }: { name: string; title: string; lead: string; children?: ReactNode }) {
  return (
    <>
      <StageHeading key={name}>
        <Furigana>{title}</Furigana>
      </StageHeading>
      <p className="stage-lead" role="status">
        <Furigana>{lead}</Furigana>
      </p>
      {children}
    </>
  );
}

function Stage({ check, test }: { check: PhoneCheck; test: ContactTest }) {
  const t = useTranslations('PhoneContact');
  const { contact, nowMs, start, end } = test;
  switch (contact.name) {
    case 'idle':
      return <Before onStart={start} />;
    case 'asking':
      return <Words name="asking" title={t('asking')} lead={t('askingLead')} />;
    case 'searching': {
      const place = placeAt(contact, nowMs) ?? contact.first;
      const lead = isLong(contact, nowMs) ? t('longLead') : t('searchingLead', { place: t(`places.${place}`) });
      return (
        <Words name="searching" title={isLong(contact, nowMs) ? t('long') : t('searching')} lead={lead}>
          <Step words={t('stop')} variant="secondary" onClick={end} />
        </Words>
      );
    }
    case 'found':
      return <FoundNow test={test} />;
    case 'paused':
      return <Words name="paused" title={t('paused')} lead={t('pausedLead')} />;
    case 'failed':
      return <Failed check={check} failure={contact.failure} mayTry={mayStart(contact)} onTry={start} />;
    case 'finished':
      return <Finished contact={contact} onAgain={start} />;
  }
}

const tips = { case: 'case-off', cards: 'two-cards', metal: 'no-metal', cables: 'cables-off' } as const;
type Tip = keyof typeof tips;
const tipNames = Object.keys(tips) as Tip[];

function Before({ onStart }: { onStart: () => void }) {
  const t = useTranslations('PhoneContact');
  return (
    <Words name="idle" title={t('title')} lead={t('lead')}>
      <ul className="contact-tips">
        {tipNames.map((tip) => (
          <li key={tip}>
            <span className="part-picture">
              <PhonePicture name={tips[tip]} />
            </span>
            <span>
              <Furigana>{t(`tips.${tip}`)}</Furigana>
            </span>
          </li>
        ))}
      </ul>
      <p className="assurance">
        <Furigana>{t('promise')}</Furigana>
      </p>
      <p>
        <Furigana>{t('permission')}</Furigana>
      </p>
      <Step words={t('start')} variant="primary" onClick={onStart} />
    </Words>
  );
}

function Step({ words, variant, onClick }: { words: string; variant: 'primary' | 'secondary'; onClick: () => void }) {
  return <WordButton words={words} variant={variant} className="contact-step" onClick={onClick} />;
}

function FoundNow({ test: { contact, nowMs, end } }: { test: ContactTest }) {
  const t = useTranslations('PhoneContact');
  const { place } = usePhone();
  const found = foundIn(contact);
  if (found === null) return null;
  const isTag = seenIn(found, false) === 'other-tag';
  const moving = foundMoving(contact, nowMs);
  const away = (): void => {
    // The place that is marked stands, as nobody has marked another.
    if (!isTag && place !== null) sayPlace(place);
    end();
  };
  return (
    <Words
      name={isTag ? 'tag' : 'found'}
      title={isTag ? t('tag') : t('found')}
      lead={isTag ? t('tagLead') : t('foundLead')}
    >
      <ul className="dotted contact-coaching" aria-live="polite">
        <li>
          <Furigana>{t('took', { seconds: secondsOf(found.firstAfterMs) })}</Furigana>
        </li>
        {found.touches.length > 1 && (
          <li>
            <Furigana>
              {moving > 0 ? t('again', { count: moving }) : t('times', { count: found.touches.length })}
            </Furigana>
          </li>
        )}
      </ul>
      {!isTag && <Where />}
      <p>
        <Furigana>{t('keepHolding')}</Furigana>
      </p>
      <Step words={t('away')} variant="primary" onClick={away} />
    </Words>
  );
}

const secondsOf = (ms: number): number => Math.max(1, Math.round(ms / 1_000));

/** The page only knows where it pointed to; the person knows better. */
function Where() {
  const t = useTranslations('PhoneContact');
  const { place } = usePhone();
  return (
    <fieldset className="contact-where">
      <legend>
        <Furigana>{t('where')}</Furigana>
      </legend>
      {searchPlaces.map((each) => (
        <WordButton
          key={each}
          words={t(`places.${each}`)}
          variant="secondary"
          aria-pressed={each === place}
          onClick={() => sayPlace(each)}
        />
      ))}
    </fieldset>
  );
}

function Finished({ contact, onAgain }: { contact: Contact; onAgain: () => void }) {
  const t = useTranslations('PhoneContact');
  const answers = useTranslations('PhoneAnswer');
  const isFound = seenIn(foundIn(contact), false) === 'found';
  return (
    <Words
      name="finished"
      title={isFound ? t('finished') : t('finishedNothing')}
      lead={isFound ? t('finishedLead') : t('finishedNothingLead')}
    >
      <Step words={t('toAnswer')} variant={isFound ? 'primary' : 'secondary'} onClick={() => openPage('check')} />
      {!isFound && <Step words={answers('actions.trouble')} variant="primary" onClick={() => openPage('trouble')} />}
      <Step words={t('startAgain')} variant="secondary" onClick={onAgain} />
    </Words>
  );
}

interface FailedProps {
  check: PhoneCheck;
  failure: Obstacle;
  mayTry: boolean;
  onTry: () => void;
}

function Failed({ check, failure, mayTry, onTry }: FailedProps) {
  const t = useTranslations('PhoneContact');
  const answers = useTranslations('PhoneAnswer');
  const apps = useTranslations('InAppBrowser.apps');
  const { report } = usePhone();
  const app = apps(report?.inApp ?? 'other-app');
  return (
    <Words name={failure} title={t(`failures.${failure}.title`, { app })} lead={t(`failures.${failure}.remedy`)}>
      {failure === 'in-app' && <InAppNotice check={check} />}
      {mayTry && <Step words={t('startAgain')} variant="primary" onClick={onTry} />}
      {failure === 'nfc-off' && (
        <Step words={answers('actions.settings')} variant="secondary" onClick={() => openPage('settings')} />
      )}
      {failure === 'no-hardware' && (
        <Step words={answers('actions.other-ways')} variant="primary" onClick={() => openPage('other-ways')} />
      )}
    </Words>
  );
}

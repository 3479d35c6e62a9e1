'use client';

import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { Lamp, type LampState } from '@/components/ui/lamp';
import { withoutReadings } from '@/lib/i18n/furigana';
import { actionsFor, type PhoneAction } from '@/lib/phone/answer-actions';
import { sourcesOf } from '@/lib/phone/answer-sources';
import { type AnswerWords, answerWords } from '@/lib/phone/answer-words';
import { answerOf, isPastHelp, type PhoneCheck, wasUpdated } from '@/lib/phone/check';
import type { PhoneAnswer as Answer, PhoneVerdict } from '@/lib/phone/decide';
import { PhoneBack } from '../drawings/phone/phone-back';
import { Furigana } from '../furigana';
import { StageHeading } from '../stage-heading';
import { WordButton } from '../word-button';
import { InAppNotice } from './in-app-notice';
import { addToCheck, checkAnother, openPage } from './phone-actions';
import { usePhoneIdentity } from './phone-identity';
import { PhonePicture } from './phone-picture';
import { usePhone } from './phone-store';
import { spotOf } from './spot-of';
import { shortAddress } from './without-protocol';

const lamps: Readonly<Record<PhoneVerdict, LampState>> = {
  'reads-and-runs': 'fine',
  likely: 'attention',
  'reads-but-too-old': 'attention',
  cannot: 'stopped',
  unknown: 'unknown',
};

const isTest = (action: PhoneAction, { canTest }: PhoneCheck): boolean => action === 'contact' && canTest;

/** Without a test the page says how to hold the card, and why it cannot be tried. */
const nameOf = (action: PhoneAction, check: PhoneCheck): PhoneAction | 'how-to-hold' =>
  action === 'contact' && !isTest(action, check) ? 'how-to-hold' : action;

const act = (action: PhoneAction, check: PhoneCheck): void => {
  switch (action) {
    case 'ask':
      void addToCheck({ asksInstead: true });
      break;
    case 'updated':
      void addToCheck(wasUpdated(check));
      break;
    default:
      openPage(action);
  }
};

/** Whether this phone will do, what that rests on, and what to do with it. */
export function PhoneAnswer({ check }: { check: PhoneCheck }) {
  const t = useTranslations('PhoneAnswer');
  const answer = answerOf(check);
  const words = answerWords(answer, {
    isIpad: check.kind === 'ipad',
    isPastHelp: isPastHelp(check),
    canTest: check.canTest,
  });
  return (
    <div className="phone-answer" data-verdict={answer.phone} data-step={answer.step}>
      <InAppNotice check={check} />
      <section className="phone-verdict">
        <div className="part-picture">
          <AnswerPicture check={check} answer={answer} />
        </div>
        <div className="phone-verdict-words">
          <StageHeading key={words}>
            <Lamp state={lamps[answer.phone]} label={<Furigana>{t(`steps.${words}.title`)}</Furigana>} />
          </StageHeading>
          <Identity check={check} />
          <Lead words={words} check={check} />
          {answer.isDisputed && (
            <p className="assurance">
              <Furigana>{t('disputed')}</Furigana>
            </p>
          )}
          <PlaceToHold check={check} answer={answer} />
          <RestsOn check={check} answer={answer} />
        </div>
      </section>
      <section className="phone-actions">
        <h2>
          <Furigana>{t('more')}</Furigana>
        </h2>
        <ul>
          {actionsFor(answer, check).map((action) => (
            <li key={action}>
              <WordButton
                words={t(`actions.${nameOf(action, check)}`)}
                variant={isTest(action, check) ? 'primary' : 'secondary'}
                onClick={() => act(action, check)}
              />
            </li>
          ))}
          <li>
            <WordButton words={t('again')} variant="quiet" onClick={checkAnother} />
          </li>
        </ul>
      </section>
    </div>
  );
}

/** What an update takes is said for the system of this phone alone. */
function Lead({ words, check: { kind, os } }: { words: AnswerWords; check: PhoneCheck }) {
  const t = useTranslations('PhoneAnswer');
  const update = useTranslations('PhoneCheck.update');
  const hint = kind === 'android' ? update('hintAndroid') : update('hintIos');
  return (
    <>
      <p className="stage-lead">
        <Furigana>{words === 'too-old' ? hint : t(`steps.${words}.body`)}</Furigana>
      </p>
      {words === 'too-old' && os?.isSeen === true && (
        <p>
          <Furigana>{t('reopen')}</Furigana>
        </p>
      )}
    </>
  );
}

const mayRead = ({ phone }: Answer): boolean => phone === 'reads-and-runs' || phone === 'likely';

function AnswerPicture({ check, answer }: { check: PhoneCheck; answer: Answer }) {
  const t = useTranslations('PhoneAnswer');
  const drawings = useTranslations('PhoneDrawings');
  const { place } = usePhone();
  const spot = spotOf(check);
  if (!mayRead(answer)) {
    if (answer.step === 'os-too-old') return <PhonePicture name={isPastHelp(check) ? 'cannot' : 'update'} />;
    return <PhonePicture name={answer.phone === 'cannot' ? 'cannot' : 'not-listed'} />;
  }
  const where = spot === null ? t('spotUnknown') : t(`spots.${spot}`);
  const label = withoutReadings(drawings('back', { spot: where }));
  return <PhoneBack spot={place === null ? spot : null} label={label} {...(place === null ? {} : { place })} />;
}

function Identity({ check }: { check: PhoneCheck }) {
  const t = useTranslations('PhoneCheck');
  const name = usePhoneIdentity(check);
  if (name === null) return null;
  const isTold = check.code !== null || check.os?.isSeen === true;
  return (
    <p className="phone-identity">
      <span>
        <Furigana>{check.isThisPhone ? t('thisPhone') : t('otherPhone')}</Furigana>
      </span>{' '}
      <strong>
        <Furigana>{name}</Furigana>
      </strong>
      {isTold && (
        <small>
          <Furigana>{check.os?.isSure === false ? t('atLeastNote') : t('codeNote')}</Furigana>
        </small>
      )}
    </p>
  );
}

function PlaceToHold({ check, answer }: { check: PhoneCheck; answer: Answer }) {
  const t = useTranslations('PhoneAnswer');
  const contact = useTranslations('PhoneContact');
  const { place } = usePhone();
  const spot = spotOf(check);
  if (!mayRead(answer)) return null;
  const known = spot === null ? t('spotUnknown') : t(`spots.${spot}`);
  return (
    <p className="phone-spot">
      <strong>
        <Furigana>{t('spot')}</Furigana>
      </strong>{' '}
      <Furigana>{place === null ? known : t('foundPlace', { place: contact(`places.${place}`) })}</Furigana>
    </p>
  );
}

/** The page that the list of the offices is on: a page for people, so its address is shown, not opened. */
const officialList = 'jpki.go.jp/prepare/reader_writer/android.html';

function RestsOn({ check, answer }: { check: PhoneCheck; answer: Answer }) {
  const t = useTranslations('PhoneAnswer');
  return (
    <p className="part-source">
      <Furigana>{t(`restsOn.${answer.restsOn}`)}</Furigana>
      {sourcesOf(answer, check).map(({ address, asOf }) => {
        const source = shortAddress(address);
        return (
          <Fragment key={address}>
            {' '}
            <Furigana>{asOf === null ? t('source', { source }) : t('sourceOf', { source, asOf })}</Furigana>
          </Fragment>
        );
      })}
      {answer.phone === 'unknown' && check.kind === 'android' && (
        <>
          {' '}
          <Furigana>{t('officialList', { address: officialList })}</Furigana>
        </>
      )}
    </p>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Lamp, type LampState } from '@/components/ui/lamp';
import { withoutReadings } from '@/lib/i18n/furigana';
import { answerWords } from '@/lib/phone/answer-words';
import { answerOf, isPastHelp, type PhoneCheck } from '@/lib/phone/check';
import type { PhoneAnswer as Answer, PhoneVerdict, RestsOn as RestsOnName } from '@/lib/phone/decide';
import { PhoneBack } from '../drawings/phone/phone-back';
import { Furigana } from '../furigana';
import { StageHeading } from '../stage-heading';
import { InAppNotice } from './in-app-notice';
import { checkAnother, openPage } from './phone-actions';
import { usePhoneIdentity } from './phone-identity';
import { PhonePicture } from './phone-picture';
import { type PhonePage, usePhone } from './phone-store';
import { spotOf } from './spot-of';
import { shortAddress } from './without-protocol';

const lamps: Readonly<Record<PhoneVerdict, LampState>> = {
  'reads-and-runs': 'fine',
  likely: 'fine',
  'reads-but-too-old': 'attention',
  cannot: 'stopped',
  unknown: 'unknown',
};

type Action = Exclude<PhonePage, 'check' | 'own-phone'>;

/** What helps after this answer, the most useful first. */
const actionsFor = ({ phone, step }: Answer, { isThisPhone, kind }: PhoneCheck): readonly Action[] => {
  const contact: readonly Action[] = isThisPhone ? ['contact'] : [];
  const settings: readonly Action[] = kind === 'android' ? ['settings'] : [];
  if (step === 'os-too-old' || phone === 'cannot') return ['other-ways', 'pc'];
  if (phone === 'unknown') return [...contact, ...settings, 'other-ways', 'app'];
  return [...contact, ...settings, 'app', 'trouble', 'pc', 'card-in-phone'];
};

const isTest = (action: Action, { canTest }: PhoneCheck): boolean => action === 'contact' && canTest;

/** Without a test the page says how to hold the card, and why it cannot be tried. */
const nameOf = (action: Action, check: PhoneCheck): Action | 'how-to-hold' =>
  action === 'contact' && !isTest(action, check) ? 'how-to-hold' : action;

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
      <InAppNotice />
      <section className="phone-verdict">
        <div className="phone-picture">
          <AnswerPicture check={check} answer={answer} />
        </div>
        <div className="phone-verdict-words">
          <StageHeading key={words}>
            <Lamp state={lamps[answer.phone]} label={<Furigana>{t(`steps.${words}.title`)}</Furigana>} />
          </StageHeading>
          <Identity check={check} />
          <p className="stage-lead">
            <Furigana>{t(`steps.${words}.body`)}</Furigana>
          </p>
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
              <Button variant={isTest(action, check) ? 'primary' : 'secondary'} onClick={() => openPage(action)}>
                <span>
                  <Furigana>{t(`actions.${nameOf(action, check)}`)}</Furigana>
                </span>
              </Button>
            </li>
          ))}
          <li>
            <Button variant="quiet" onClick={checkAnother}>
              <span>
                <Furigana>{t('again')}</Furigana>
              </span>
            </Button>
          </li>
        </ul>
      </section>
    </div>
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
  const names = usePhoneIdentity(check);
  if (names.length === 0) return null;
  const isTold = check.code !== null || check.os?.isSeen === true;
  return (
    <p className="phone-identity">
      <span>
        <Furigana>{check.isThisPhone ? t('thisPhone') : t('otherPhone')}</Furigana>
      </span>{' '}
      <strong>
        <Furigana>{names.join('・')}</Furigana>
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

/** For these the model's source says why. */
const restsOnData: readonly RestsOnName[] = ['official-list', 'maker-or-rule', 'nfc-record'];

function RestsOn({ check: { model, kind }, answer }: { check: PhoneCheck; answer: Answer }) {
  const t = useTranslations('PhoneAnswer');
  const isFromData = model !== null && model !== 'not-listed' && restsOnData.includes(answer.restsOn);
  const source = isFromData ? shortAddress(model.source.address) : null;
  const asOf = isFromData ? model.source.asOf : null;
  return (
    <p className="phone-source">
      <Furigana>{t(`restsOn.${answer.restsOn}`)}</Furigana>
      {source !== null && (
        <>
          {' '}
          <Furigana>{asOf === null ? t('source', { source }) : t('sourceOf', { source, asOf })}</Furigana>
        </>
      )}
      {answer.phone === 'unknown' && kind === 'android' && (
        <>
          {' '}
          <Furigana>{t('officialList', { address: officialList })}</Furigana>
        </>
      )}
    </p>
  );
}

'use client';

import { useTranslations } from 'next-intl';
import {
  iphoneGroups,
  osAnswers,
  type PhoneCheck,
  phoneKinds,
  type PhoneQuestion as Question,
  yesNoAnswers,
} from '@/lib/phone/check';
import type { PhonePicture as PictureName } from '../drawings/phone/phone-drawing';
import { AnswerButton } from '../guide/answer-button';
import { useHomeAddress } from '../home-address';
import { QuestionFrame } from '../question-frame';
import { addToCheck, checkOwn, openPage, sayNoPhone } from './phone-actions';
import { PhonePicture } from './phone-picture';
import { usePhone } from './phone-store';

type Asked = Exclude<Question, 'model'>;

const pictures: Readonly<Record<Asked, PictureName>> = {
  kind: 'which-phone',
  iphone: 'iphone-model',
  os: 'os-version',
  update: 'update',
  readBefore: 'read-before',
  nfcItem: 'nfc-item',
};

interface PhoneQuestionProps {
  question: Asked;
  /** `null` until it is known whose phone it is: nothing can be answered yet. */
  check: PhoneCheck | null;
}

/** One question about the phone. */
export function PhoneQuestion({ question, check }: PhoneQuestionProps) {
  const t = useTranslations('PhoneCheck');
  const system = check?.kind === 'android' ? 'android' : 'ios';
  const versionName = system === 'android' ? 'androidVersion' : 'iosVersion';
  const name = question === 'os' ? versionName : question;
  const updateHint = system === 'android' ? t('update.hintAndroid') : t('update.hintIos');
  return (
    <QuestionFrame
      name={question}
      picture={<PhonePicture name={pictures[question]} />}
      title={t(`${name}.title`)}
      hint={name === 'update' ? updateHint : t(`${name}.hint`)}
    >
      <ul className="answers">{check !== null && <Answers question={question} versionName={versionName} />}</ul>
    </QuestionFrame>
  );
}

function Answers({ question, versionName }: { question: Asked; versionName: 'androidVersion' | 'iosVersion' }) {
  const t = useTranslations('PhoneCheck');
  switch (question) {
    case 'kind':
      return <Kinds />;
    case 'iphone':
      return iphoneGroups.map((group) => (
        <Answer key={group} words={t(`iphone.answers.${group}`)} onClick={() => addToCheck({ iphone: group })} />
      ));
    case 'os':
      return osAnswers.map((value) => (
        <Answer
          key={value}
          words={t(`${versionName}.answers.${value}`)}
          onClick={() => addToCheck({ os: { value, isSeen: false, isSure: true } })}
        />
      ));
    case 'update':
    case 'readBefore':
    case 'nfcItem':
      return yesNoAnswers.map((value) => (
        <Answer
          key={value}
          words={t(`${question}.answers.${value}`)}
          onClick={() => addToCheck({ [question]: value })}
        />
      ));
  }
}

function Answer({ words, note, onClick }: { words: string; note?: string; onClick: () => void }) {
  return (
    <li>
      <AnswerButton words={words} {...(note === undefined ? {} : { note })} isCurrent={false} onClick={onClick} />
    </li>
  );
}

function Kinds() {
  const t = useTranslations('PhoneCheck');
  const { isOnlyHere } = useHomeAddress('/phone');
  const { own } = usePhone();
  return (
    <>
      {own !== null && <Answer words={t('thisPhone')} onClick={() => checkOwn(own)} />}
      {phoneKinds.map((kind) => (
        <Answer key={kind} words={t(`kind.answers.${kind}`)} onClick={() => addToCheck({ kind })} />
      ))}
      {!isOnlyHere && <Answer words={t('ownPhone')} note={t('ownPhoneNote')} onClick={() => openPage('own-phone')} />}
      <Answer words={t('none')} onClick={sayNoPhone} />
    </>
  );
}

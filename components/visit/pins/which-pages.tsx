'use client';

import { useTranslations } from 'next-intl';
import { pinNames } from '@/lib/card/report';
import { namesOf } from '@/lib/pins/pins';
import { type EntryShape, entryShapes, recognise, type ScreenUse, screenUses } from '@/lib/pins/recognise';
import { Furigana } from '../furigana';
import { AnswerButton } from '../guide/answer-button';
import { PartFrame } from '../part-frame';
import { QuestionFrame } from '../question-frame';
import { WordButton } from '../word-button';
import { PinNames } from './pin-names';
import { PinPicture } from './pin-picture';
import { openPins, type PinsPage, toPinsHome } from './pins-store';

const pageFor = (shape: EntryShape): PinsPage => {
  if (shape === 'label') return { name: 'which-label' };
  return shape === 'digits-4' ? { name: 'which-use' } : { name: 'which-answer', shape, use: null };
};

/** By the shape of the field on that other screen. */
export function WhichPage() {
  const t = useTranslations('PinWhich');
  return (
    <QuestionFrame
      name="which"
      picture={<PinPicture name="shape-letters-digits" />}
      title={t('title')}
      hint={t('hint')}
    >
      <ul className="answers">
        {entryShapes.map((shape) => (
          <li key={shape}>
            <AnswerButton words={t(`shapes.${shape}`)} isCurrent={false} onClick={() => openPins(pageFor(shape))} />
          </li>
        ))}
      </ul>
    </QuestionFrame>
  );
}

/** Three PINs have four digits: what the screen is for tells which. */
export function WhichUsePage() {
  const t = useTranslations('PinWhich');
  return (
    <QuestionFrame
      name="which-use"
      picture={<PinPicture name="shape-digits-4" />}
      title={t('useTitle')}
      hint={t('useHint')}
    >
      <ul className="answers">
        {screenUses.map((use) => (
          <li key={use}>
            <AnswerButton
              words={t(`uses.${use}`)}
              isCurrent={false}
              onClick={() => openPins({ name: 'which-answer', shape: 'digits-4', use })}
            />
          </li>
        ))}
      </ul>
    </QuestionFrame>
  );
}

/** By the name that stands on that other screen, as it stands there. */
export function WhichLabelPage() {
  const t = useTranslations('PinWhich');
  return (
    <QuestionFrame
      name="which-label"
      picture={<PinPicture name="four-pins" />}
      title={t('labelTitle')}
      hint={t('labelHint')}
    >
      <ul className="answers" data-many>
        {pinNames.flatMap((pin) =>
          namesOf[pin].map((name) => (
            <li key={name} lang="ja">
              <AnswerButton words={name} isCurrent={false} onClick={() => openPins({ name: 'pin', pin })} />
            </li>
          )),
        )}
      </ul>
    </QuestionFrame>
  );
}

const shapePictures = {
  'digits-4': 'shape-digits-4',
  'letters-digits': 'shape-letters-digits',
  'digits-6': 'error-screen',
  'digits-12': 'shape-digits-12',
  'digits-14': 'shape-digits-14',
  label: 'four-pins',
} as const satisfies Record<EntryShape, string>;

/** Which PIN it is, or that it is none. */
export function WhichAnswerPage({ shape, use }: { shape: EntryShape; use: ScreenUse | null }) {
  const t = useTranslations('PinWhich');
  const pins = useTranslations('Pins');
  const help = useTranslations('PinHelp');
  const found = recognise(shape, use);
  const picture = <PinPicture name={found?.kind === 'phone-pin' ? 'phone-own-pin' : shapePictures[shape]} />;
  if (found === null) return <WhichUsePage />;
  if (found.kind === 'pin') {
    const { pin } = found;
    return (
      <PartFrame name={`which-${pin}`} title={pins(`${pin}.name`)} lead={t('answers.pin')} picture={picture}>
        <PinNames pin={pin} />
        <Hints pin={pin} />
        <div className="part-actions">
          <WordButton words={t('toNotPin')} variant="secondary" onClick={() => openPins({ name: 'not-a-pin' })} />
          <ToPin pin={pin} />
        </div>
      </PartFrame>
    );
  }
  if (found.kind === 'several') {
    return (
      <PartFrame name="which-several" title={t('answers.several')} lead={t('answers.severalLead')} picture={picture}>
        {found.pins.map((pin) => (
          <section key={pin} className="part-box">
            <h2>
              <Furigana>{pins(`${pin}.name`)}</Furigana>
            </h2>
            <p lang="ja">{namesOf[pin].join(' / ')}</p>
            <p>
              <Furigana>{pins(`${pin}.usedFor`)}</Furigana>
            </p>
            <ToPin pin={pin} />
          </section>
        ))}
      </PartFrame>
    );
  }
  return (
    <PartFrame
      name={`which-${found.kind}`}
      title={t(`answers.${found.kind}`)}
      lead={t(`answers.${found.kind}Lead`)}
      picture={picture}
    >
      <div className="part-actions">
        <WordButton words={help('back')} variant="secondary" onClick={toPinsHome} />
        {found.kind !== 'phone-pin' && (
          <WordButton words={t('toNotPin')} variant="secondary" onClick={() => openPins({ name: 'not-a-pin' })} />
        )}
      </div>
    </PartFrame>
  );
}

function Hints({ pin }: { pin: (typeof pinNames)[number] }) {
  const t = useTranslations('PinWhich');
  const hints =
    pin === 'signature' ? (['capitals', 'look-alikes', 'child'] as const) : (['same-digits', 'child'] as const);
  return (
    <ul className="dotted">
      {hints.map((hint) => (
        <li key={hint}>
          <Furigana>{t(`hints.${hint}`)}</Furigana>
        </li>
      ))}
    </ul>
  );
}

function ToPin({ pin }: { pin: (typeof pinNames)[number] }) {
  const t = useTranslations('PinHelp');
  return <WordButton words={t('question')} variant="primary" onClick={() => openPins({ name: 'pin', pin })} />;
}

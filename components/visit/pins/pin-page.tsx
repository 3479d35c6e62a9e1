'use client';

import { useTranslations } from 'next-intl';
import type { PinName } from '@/lib/card/report';
import { factKey } from '@/lib/facts/fact-key';
import { forget } from '@/lib/facts/learn';
import { type PinStep, standingOf, waysFor } from '@/lib/pins/ways';
import { Furigana } from '../furigana';
import { AnswerButton } from '../guide/answer-button';
import { getGuide, keepFacts, useGuide } from '../guide/guide-store';
import { onceSeen } from '../once-seen';
import { PartFrame } from '../part-frame';
import { sayFact } from '../say-fact';
import { WordButton } from '../word-button';
import { PinNames } from './pin-names';
import { PinPicture } from './pin-picture';
import { openPins } from './pins-store';
import { storePage } from './store-page';

const answers = ['known', 'on-slip-at-home', 'forgotten', 'locked', 'unknown'] as const;
const counterFacts = ['notTime', 'right', 'everywhere', 'reading'] as const;

const pictures = {
  known: 'known',
  'on-slip-at-home': 'slip-envelope',
  forgotten: 'forgotten',
  unknown: 'forgotten',
  locked: 'locked',
  'last-try': 'stop',
  open: 'four-pins',
} as const;

/** One PIN: its names, whether it is known, and what to do as it stands. */
export function PinPage({ pin }: { pin: PinName }) {
  const t = useTranslations('PinHelp');
  const pins = useTranslations('Pins');
  const { facts } = useGuide();
  const standing = standingOf(facts, pin);
  const steps = waysFor(standing, pin);
  const triesLeft = facts[`triesLeft.${pin}`]?.value;
  const isCounted = triesLeft !== undefined && triesLeft > 0;
  return (
    <PartFrame
      name={`pin-${pin}`}
      title={pins(`${pin}.name`)}
      lead={pins(`${pin}.official`)}
      leadLang="ja"
      picture={<PinPicture name={pictures[standing]} />}
    >
      {isCounted && (
        <p className="pin-tries">
          <Furigana>{t('triesLeft', { count: triesLeft })}</Furigana>
        </p>
      )}
      {facts[`pin.${pin}`]?.evidence === 'measured' ? <Measured pin={pin} /> : <Question pin={pin} />}
      {(standing === 'locked' || standing === 'forgotten') && (
        <section className="part-box">
          <h2>
            <Furigana>{t('stops')}</Furigana>
          </h2>
          <p>
            <Furigana>{pins(`${pin}.stops`)}</Furigana> <Furigana>{t('still')}</Furigana>
          </p>
        </section>
      )}
      {steps.length > 0 && <Now pin={pin} steps={steps} />}
      <details className="advice-fold">
        <summary>
          <h2>
            <Furigana>{t('names')}</Furigana>
          </h2>
        </summary>
        <PinNames pin={pin} />
      </details>
      <details className="advice-fold">
        <summary>
          <h2>
            <Furigana>{t('counterFacts.title')}</Furigana>
          </h2>
        </summary>
        <ul className="dotted">
          {counterFacts.map((fact) => (
            <li key={fact}>
              <Furigana>{t(`counterFacts.${fact}`)}</Furigana>
            </li>
          ))}
        </ul>
      </details>
    </PartFrame>
  );
}

/** What the card said holds until the PIN is set anew, which no page can see. */
function Measured({ pin }: { pin: PinName }) {
  const t = useTranslations('PinHelp');
  return (
    <>
      <p className="assurance">
        <Furigana>{t('measured')}</Furigana>
      </p>
      <WordButton words={t('wasReset')} variant="secondary" onClick={() => forgetPin(pin)} />
    </>
  );
}

const forgetPin = (pin: PinName): void => keepFacts(forget(forget(getGuide().facts, `pin.${pin}`), `triesLeft.${pin}`));

function Question({ pin }: { pin: PinName }) {
  const t = useTranslations('PinHelp');
  const questions = useTranslations('Questions');
  const known = useGuide().facts[`pin.${pin}`]?.value;
  return (
    <fieldset className="pin-question">
      <legend>
        <Furigana>{t('question')}</Furigana>
      </legend>
      {answers.map((value) => (
        <AnswerButton
          key={value}
          words={questions(`${factKey(`pin.${pin}`)}.answers.${value}`)}
          isCurrent={value === known}
          onClick={() => onceSeen(() => sayFact(`pin.${pin}`, value))}
        />
      ))}
    </fieldset>
  );
}

function Now({ pin, steps }: { pin: PinName; steps: readonly PinStep[] }) {
  const t = useTranslations('PinHelp');
  const words = useTranslations('PinSteps');
  return (
    <section className="pin-now" aria-live="polite">
      <h2>
        <Furigana>{t('now')}</Furigana>
      </h2>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step}>
            <div>
              <h3>
                <Furigana>{words(`${step}.title`)}</Furigana>
              </h3>
              <p>
                <Furigana>{words(`${step}.how`)}</Furigana>
              </p>
              <Door step={step} pin={pin} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Door({ step, pin }: { step: PinStep; pin: PinName }) {
  const t = useTranslations('PinHelp');
  const store = useTranslations('PinStore');
  switch (step) {
    case 'find-slip':
      return <WordButton words={t('doors.slip')} variant="secondary" onClick={() => openPins({ name: 'slip' })} />;
    case 'store':
      return pin === 'signature' || pin === 'authentication' ? (
        <WordButton words={store('title')} variant="secondary" onClick={() => openPins(storePage(pin))} />
      ) : null;
    case 'counter':
      return (
        <WordButton words={store('toCounter')} variant="secondary" onClick={() => openPins({ name: 'counter', pin })} />
      );
    case 'use':
      return (
        <WordButton
          words={t('doors.fails')}
          variant="secondary"
          onClick={() => openPins({ name: 'fails', pin, at: 0 })}
        />
      );
    case 'stop':
    case 'fetch-slip':
      return null;
  }
}

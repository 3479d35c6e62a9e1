'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Lamp, type LampState } from '@/components/ui/lamp';
import {
  type ConditionState,
  decidingOf,
  judgeStore,
  type StoreChain,
  type StoreJudgement,
  type StorePin,
  storeChains,
} from '@/lib/advice/store-reset';
import type { FactName, FactValue } from '@/lib/facts/fact';
import { factKey } from '@/lib/facts/fact-key';
import { momentOf } from '@/lib/facts/moment';
import { ClockNote } from '../clock-note';
import { Furigana } from '../furigana';
import { AnswerButton } from '../guide/answer-button';
import { getGuide, useGuide } from '../guide/guide-store';
import { HelpOffer } from '../guide/help-offer';
import { choicesOf, useAnswerWords } from '../guide/use-words';
import { useOffice } from '../office';
import { OfficeNote } from '../office-words';
import { PartFrame } from '../part-frame';
import { QuestionFrame } from '../question-frame';
import { sayFact } from '../say-fact';
import { WordButton } from '../word-button';
import { PinPicture } from './pin-picture';
import { openPins, type PinsPage } from './pins-store';

const judge = (pin: StorePin): readonly StoreJudgement[] => judgeStore(getGuide().facts, momentOf(new Date()).day, pin);

/** The question that is still open, or the result. One condition that fails settles it. */
export const storePage = (pin: StorePin): PinsPage => {
  const deciding = decidingOf(judge(pin));
  return { name: 'store', pin, fact: deciding?.state === 'open' ? deciding.fact : null };
};

/** Whether a store can set this PIN anew: every condition, asked one by one where nobody knows it yet. */
export function StorePage({ pin, fact }: { pin: StorePin; fact: FactName | null }) {
  return fact === null ? <Result pin={pin} /> : <Question pin={pin} fact={fact} />;
}

function Question({ pin, fact }: { pin: StorePin; fact: FactName }) {
  const t = useTranslations('Questions');
  const words = useAnswerWords();
  const known = useGuide().facts[fact]?.value;
  const key = factKey(fact);
  const say = (value: string): void => {
    // A value of this fact: it comes from its definition.
    sayFact(fact, value as FactValue<typeof fact>);
    openPins(storePage(pin));
  };
  return (
    <QuestionFrame
      name={`store-${fact}`}
      picture={<PinPicture name="store" />}
      title={t(`${key}.title`)}
      hint={t(`${key}.hint`)}
      offer={fact === 'phone' && <HelpOffer about="phone" />}
    >
      <ul className="answers">
        {choicesOf(fact).map((value) => (
          <li key={value}>
            <AnswerButton words={words(fact, value)} isCurrent={value === known} onClick={() => say(value)} />
          </li>
        ))}
      </ul>
    </QuestionFrame>
  );
}

function Result({ pin }: { pin: StorePin }) {
  const t = useTranslations('PinStore');
  const rules = useTranslations('Rules');
  const guide = useTranslations('Guide');
  const help = useTranslations('PinHelp.doors');
  const judgements = judge(pin);
  const deciding = decidingOf(judgements);
  const leadOf = (reason: StoreJudgement | null): string => {
    if (reason === null) return t('yesLead');
    // Without the card itself, the counter does something else first.
    return reason.condition === 'card' ? rules(reason.rule) : `${rules(reason.rule)} ${t('noLead')}`;
  };
  return (
    <PartFrame
      name={deciding === null ? 'store-yes' : 'store-no'}
      title={deciding === null ? t('yes') : t('no')}
      lead={leadOf(deciding)}
      picture={<PinPicture name={deciding === null ? 'booking' : 'counter'} />}
    >
      {deciding === null && <HowTo pin={pin} />}
      <details className="advice-fold" open={deciding !== null}>
        <summary>
          <h2>
            <Furigana>{t('conditions')}</Furigana>
          </h2>
        </summary>
        <ClockNote />
        <Conditions judgements={judgements} />
      </details>
      <p className="part-source">
        <Furigana>{t('source')}</Furigana>
      </p>
      <div className="part-actions">
        {deciding !== null && isAsked(deciding) && (
          <WordButton
            words={guide('answers')}
            variant="secondary"
            onClick={() => openPins({ name: 'store', pin, fact: deciding.fact })}
          />
        )}
        {deciding?.condition === 'other-pin' && (
          <WordButton words={help('slip')} variant="secondary" onClick={() => openPins({ name: 'slip' })} />
        )}
        {deciding?.condition !== 'card' && (
          <WordButton
            words={t('toCounter')}
            variant={deciding === null ? 'secondary' : 'primary'}
            onClick={() => openPins({ name: 'counter', pin })}
          />
        )}
      </div>
    </PartFrame>
  );
}

/** A question was asked, so it can be answered again; the day, and what the card has said, cannot. */
const isAsked = (judgement: StoreJudgement): judgement is StoreJudgement & { readonly fact: FactName } =>
  judgement.fact !== null && !judgement.fact.startsWith('triesLeft');

const lamps: Readonly<Record<ConditionState, LampState>> = { holds: 'fine', fails: 'stopped', open: 'unknown' };

function Conditions({ judgements }: { judgements: readonly StoreJudgement[] }) {
  const t = useTranslations('PinStore');
  return (
    <ul className="store-conditions">
      {judgements.map(({ condition, state }) => (
        <li key={condition}>
          <Lamp state={lamps[state]} label={<Furigana>{t(`states.${state}`)}</Furigana>} />
          <span>
            <Furigana>{t(`names.${condition}`)}</Furigana>
          </span>
        </li>
      ))}
    </ul>
  );
}

const steps = ['1', '2', '3', '4'] as const;

function HowTo({ pin }: { pin: StorePin }) {
  const t = useTranslations('PinStore');
  const locale = useLocale();
  const { stores } = useOffice();
  const shopOf = ({ name, english, isPartly }: StoreChain): string => {
    const shop = locale === 'en' ? `${english} (${name})` : name;
    return isPartly ? t('partly', { shop }) : shop;
  };
  const list = (chains: readonly StoreChain[]): string =>
    new Intl.ListFormat(locale === 'en' ? 'en' : 'ja', { type: 'conjunction' }).format(chains.map(shopOf));
  const chains = storeChains.filter(({ sets }) => sets.includes(pin));
  const near = stores.chains.flatMap((id) => chains.filter((chain) => chain.id === id));
  return (
    <section className="part-box">
      <ol className="steps">
        {steps.map((step) => (
          <li key={step}>
            <span>
              <Furigana>{t(`steps.${step}`)}</Furigana>
            </span>
          </li>
        ))}
      </ol>
      <p>
        <Furigana>{t('hours')}</Furigana>
      </p>
      <h2>
        <Furigana>{t('chains.title')}</Furigana>
      </h2>
      {near.length > 0 && (
        <p>
          <Furigana>{t('chains.near', { shops: list(near) })}</Furigana>
        </p>
      )}
      <OfficeNote words={stores.note} />
      <p>{list(chains)}</p>
      <p>
        <Furigana>{t('chains.note')}</Furigana>
      </p>
    </section>
  );
}

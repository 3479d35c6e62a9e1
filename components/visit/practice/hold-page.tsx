'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Link } from '@/lib/i18n/navigation';
import { holdsToLearn, isComplete, lengths } from '@/lib/practice/course';
import { Furigana } from '../furigana';
import { useSurface } from '../place';
import { WordButton } from '../word-button';
import { HoldView, type HoldWords } from './hold-view';
import { usePractised } from './practice-store';
import { anotherRound, chooseMeans, openPractice, tellHold } from './rehearse';
import { useMeans } from './use-means';
import { useCanNfc } from './use-nfc-holds';
import { useReaderHolds } from './use-reader-holds';

/** Three holds, each longer; then it is learned. */
export function HoldPage() {
  const t = useTranslations('HoldPractice');
  const { course } = usePractised();
  const { means, others } = useMeans();
  const { hold } = course;
  useReaderHolds(means === 'reader');
  const canNfc = useCanNfc();
  const isOver = isComplete(course) && hold.name === 'held';
  const { tries, early } = course.before;
  const learned: HoldWords = {
    title: t('learned.title'),
    lead: early > 0 ? t('learned.leadAfter', { early, tries }) : t('learned.lead'),
  };
  const canChange =
    hold.name === 'ready' || hold.name === 'stopped' || hold.name === 'occupied' || hold.name === 'lifted';
  return (
    <HoldView
      hold={hold}
      means={means}
      words={isOver ? learned : null}
      isSticky={false}
      onHeld={() => (isOver ? anotherRound(course.pace) : tellHold({ type: 'again' }))}
      next={t(isOver ? 'roundAgain' : 'next')}
      after={
        <>
          {isOver && <AfterLearning />}
          {canChange &&
            others.map((other) => (
              <WordButton
                key={other}
                words={t(`means.${other}`)}
                variant="secondary"
                onClick={() => chooseMeans(other)}
              />
            ))}
          {canChange && canNfc && (
            <WordButton words={t('means.nfc')} variant="secondary" onClick={() => openPractice({ name: 'contact' })} />
          )}
        </>
      }
    >
      <Holds />
    </HoldView>
  );
}

/** How many of the three have been held, and how long each takes. */
function Holds() {
  const t = useTranslations('HoldPractice');
  const { course } = usePractised();
  return (
    <ol className="holds" aria-label={t('holds')}>
      {lengths[course.pace].slice(0, holdsToLearn).map((ms, index) => {
        const state = index < course.clean ? 'held' : index === course.clean ? 'current' : 'to-come';
        return (
          <li key={ms} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="holds-mark" aria-hidden="true" />
            <span>
              <Furigana>{t('length', { seconds: ms / 1_000 })}</Furigana>
            </span>
            {state === 'held' && <span className="sr-only">{t('heldOnce')}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** Again, slower or faster; and on to the real thing. */
function AfterLearning() {
  const t = useTranslations('HoldPractice');
  const { pace } = usePractised().course;
  const isHome = useSurface() === 'home';
  return (
    <>
      <div className="hold-paces">
        {pace !== 'slower' && (
          <Button variant="secondary" onClick={() => anotherRound(pace === 'faster' ? 'usual' : 'slower')}>
            <span>
              <Furigana>{t('slower')}</Furigana>
            </span>
          </Button>
        )}
        {pace !== 'faster' && (
          <Button variant="secondary" onClick={() => anotherRound(pace === 'slower' ? 'usual' : 'faster')}>
            <span>
              <Furigana>{t('faster')}</Furigana>
            </span>
          </Button>
        )}
      </div>
      <Link href={isHome ? '/phone' : '/card'} replace className="ui-button" data-variant="secondary">
        <span>
          <Furigana>{t(isHome ? 'realAtHome' : 'real')}</Furigana>
        </span>
      </Link>
    </>
  );
}
